import { TemplateError, type DeploymentPlan, type PlannedResource, type Runtime } from '@lz/arm';
import { AzureError, type AzureErrorBody } from '../../kernel/http.ts';
import type { JsonObject } from '../../kernel/store.ts';
import type { Arm } from '../context.ts';
import { definitionOf, requireLocation, requireRegistration } from '../definitions.ts';
import { refuse } from '../errors.ts';
import { GROUP_TYPE } from '../groups.ts';
import { ancestorsOf, resourceGroupIdOf, typeOfId } from '../ids.ts';
import { asString } from '../json.ts';
import { TAGS_TYPE } from '../tags.ts';
import { prepareWrite } from '../write-prepare.ts';

/** Thrown where a body needs an answer that only the running deployment has. */
class NotKnownYet extends Error {}

const NOTHING_KNOWN: Runtime = {
  reference: () => {
    throw new NotKnownYet();
  },
  list: () => {
    throw new NotKnownYet();
  },
};

/**
 * What ARM and the providers refuse before anything begins: unknown types, versions and locations everywhere; provider
 * rules where the body is literal and the resource depends on nothing that the deployment has yet to make. Throws
 * InvalidTemplateDeployment with every refusal.
 */
export function preflight(arm: Arm, plan: DeploymentPlan, principalId: string, name: string): void {
  const details = refusals(arm, plan, principalId, true);
  if (details.length === 0) return;
  throw refuse(
    400,
    'InvalidTemplateDeployment',
    `The template deployment '${name}' is not valid according to the validation procedure. The tracking id is '${arm.world.guid(`preflight:${arm.state.nextNumber()}`)}'. See inner errors for details.`,
    { details },
  );
}

/** `settled`: whether the deployment that `plan` belongs to waits for nothing that is yet to be made. */
function refusals(arm: Arm, plan: DeploymentPlan, principalId: string, settled: boolean): readonly AzureErrorBody[] {
  return plan.resources
    .filter((resource) => resource.condition && !resource.existing && resource.import === undefined)
    .flatMap((resource) => {
      try {
        const ready = settled && dependsOnNothingNew(arm, resource, plan);
        if (resource.nested !== undefined)
          return refusals(arm, resource.nested.plan(NOTHING_KNOWN, NO_SECRETS), principalId, ready);
        checkResource(arm, resource, principalId, ready);
        return [];
      } catch (error) {
        return errorsOf(error);
      }
    });
}

/** Lower-case ids of the resources that the deployment makes only where they do not exist, as far as it can be known. */
export function onlyIfNotExistsIds(plan: DeploymentPlan): ReadonlySet<string> {
  // What is left out has no parameters to be planned with.
  const made = plan.resources.filter(({ condition }) => condition);
  const ids = made.flatMap((resource): readonly string[] => {
    if (resource.nested === undefined)
      return resource.options.onlyIfNotExists && resource.id !== undefined ? [resource.id.toLowerCase()] : [];
    try {
      return [...onlyIfNotExistsIds(resource.nested.plan(NOTHING_KNOWN, NO_SECRETS))];
    } catch (error) {
      if (errorsOf(error).length === 0) return [];
      throw error;
    }
  });
  return new Set(ids);
}

/** Secrets are read when the nested deployment begins, not before: preflight only needs some text in their place. */
const NO_SECRETS = {
  keyVaultSecret: (): string => {
    throw new NotKnownYet();
  },
};

function checkResource(arm: Arm, resource: PlannedResource, principalId: string, ready: boolean): void {
  const { apiVersion = '', id = '' } = resource;
  const type = typeOfId(id, resource.type);
  if ([GROUP_TYPE, TAGS_TYPE].some((own) => own.toLowerCase() === type.toLowerCase())) return;
  requireRegistration(arm, type, ancestorsOf(id).subscriptionId);
  const definition = definitionOf(arm, type, apiVersion);
  const body = resource.materialise(NOTHING_KNOWN);
  requireLocation(arm, definition, asString(body['location']));
  if (ready) checkRules(arm, id, body, apiVersion, principalId);
}

function dependsOnNothingNew(arm: Arm, resource: PlannedResource, plan: DeploymentPlan): boolean {
  const group = resourceGroupIdOf(resource.id ?? '');
  if (group !== undefined && !arm.world.store.has(group)) return false;
  const planned = new Map(plan.resources.map((item) => [item.key, item]));
  return resource.dependsOn.every((key) => {
    const item = planned.get(key);
    return item === undefined || item.existing || !item.condition;
  });
}

function checkRules(arm: Arm, id: string, body: JsonObject, apiVersion: string, principalId: string): void {
  try {
    prepareWrite(arm, { id, body, apiVersion, principalId, method: 'PUT' });
  } catch (error) {
    // What time may cure, and what is missing now, the deployment itself may meet otherwise.
    if (error instanceof AzureError && (error.curedByTime || error.status === 404)) return;
    throw error;
  }
}

function errorsOf(error: unknown): readonly AzureErrorBody[] {
  if (error instanceof NotKnownYet) return [];
  if (error instanceof TemplateError) return [error.toInfo()];
  if (error instanceof AzureError) return [error.body];
  throw error;
}
