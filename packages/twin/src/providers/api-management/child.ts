import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { perWorld } from '../../entra/per-world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType, ruleName } from '../common/define.ts';
import type { TypeSpec } from '../common/define.ts';
import { textAt } from '../common/json.ts';
import { nameRule, refusal, rule } from '../common/rules.ts';
import { isBusy } from '../common/states.ts';
import { durationOf } from '../durations.ts';
import type { Refusal, Rule, TypeDefinition } from '../type-definition.ts';
import { limitRules } from './entity-limits.ts';
import { isManageable } from './service-network.ts';
import { SERVICE, transitioning } from './service-rules.ts';

/** The service that a child of any depth belongs to. */
export function serviceOf(id: string): string {
  return id.split('/').slice(0, 9).join('/');
}

/** Reads `…/service/x/apis/openai;rev=2/policies/policy`: the API without its revision; undefined outside of any API. */
export function apiRootOf(id: string): string | undefined {
  return /^(.*\/service\/[^/]+\/apis\/[^/;]+)/i.exec(id)?.[1];
}

/** `ValidationError` as API Management writes it: the outer message says nothing, the details do. */
export function validationError(target: string, message: string): Refusal {
  return refusal(400, 'ValidationError', 'One or more fields contain incorrect values:', {
    details: [{ code: 'ValidationError', target, message }],
  });
}

/** Until when each API stays locked after an import that has ended, by lower-case id of the API without revision. */
const locks = perWorld(() => new Map<string, number>());

/** Keeps an API locked for a while: its import has said Succeeded, and yet it refuses writes (facts/apim.md section 1.1). */
export function lockApi(world: World, apiRoot: string): void {
  const until = world.clock.now + durationOf(world, 'apiLock', apiRoot);
  locks(world).set(apiRoot.toLowerCase(), until);
  world.clock.at(until, `api-lock:${apiRoot.toLowerCase()}`, () => undefined);
}

function isLocked(world: World, apiRoot: string, exceptId: string): boolean {
  if ((locks(world).get(apiRoot.toLowerCase()) ?? 0) > world.clock.now) return true;
  return revisionsOf(world, apiRoot).some((api) => api.id.toLowerCase() !== exceptId.toLowerCase() && isBusy(api));
}

/** Every revision of an API: the current one under the plain id, the others under `;rev=N`. */
export function revisionsOf(world: World, apiRoot: string): readonly Resource[] {
  const root = apiRoot.toLowerCase();
  return world.store
    .ofType(`${SERVICE}/apis`)
    .filter(({ id }) => id.toLowerCase() === root || id.toLowerCase().startsWith(`${root};rev=`));
}

/** A service that was never completed takes nothing below it. One that is being updated does (facts/apim.md section 1.9). */
function serviceRule(type: string): Rule {
  return rule(
    `${prefixOf(type)}-service-active`,
    'facts/azure.md section 4, APIM busy; facts/apim.md section 1.9',
    ({ id }, world) => {
      const service = world.store.get(serviceOf(id));
      const state = textAt(service?.properties, 'provisioningState');
      return service !== undefined && (state === 'Activating' || state === 'Created' || state === 'Creating')
        ? transitioning(service.name)
        : undefined;
    },
  );
}

/** A service whose management port is closed cannot be written to (facts/apim.md section 1.1, 422 a). */
function reachableRule(type: string): Rule {
  return rule(`${prefixOf(type)}-service-reachable`, 'facts/apim.md section 1.1, 422 (a)', ({ id }, world) => {
    const service = world.store.get(serviceOf(id));
    return service === undefined || isManageable(world, service)
      ? undefined
      : refusal(
          422,
          'ManagementApiRequestFailed',
          `Failed to connect to management endpoint at ${service.name}.management.azure-api.net:3443 for a service deployed in a virtual network. Make sure to follow guidance at https://aka.ms/apim-vnet-common-issues.`,
        );
  });
}

function lockRule(type: string): Rule {
  return rule(
    `${prefixOf(type)}-api-unlocked`,
    'facts/apim.md section 1.1: a completed import is not an unlocked API',
    ({ id }, world) => {
      const root = apiRootOf(id);
      return root === undefined || !isLocked(world, root, id)
        ? undefined
        : refusal(
            409,
            'PessimisticConcurrencyConflict',
            'Operation on the API is in progress. Please try again later.',
          );
    },
  );
}

/** Rule ids of API Management begin with `apim-` and the type below the service. */
export function prefixOf(type: string): string {
  return ruleName(type).replace(/^service-/, 'apim-');
}

export interface ChildSpec extends Omit<TypeSpec, 'apiVersions' | 'type' | 'duration' | 'asyncStyle'> {
  /** Below `Microsoft.ApiManagement/service/`: `apis/operations`. */
  readonly below: string;
  /** Facts section 1.1: some children are long-running, most are not. */
  readonly isAsync?: boolean;
  readonly name?: RegExp;
}

/** A child of the service: its name, the service's state, the API's lock, If-Match, and whatever else `spec` says. */
export function defineChild({ below, isAsync, name, rules, ...spec }: ChildSpec): TypeDefinition {
  const type = `${SERVICE}/${below}`;
  const pattern = name ?? /^[^*#&+:<>?]{1,256}$/;
  return defineType({
    ifMatchRequired: true,
    showsState: false,
    failsWithoutTrace: true,
    ...spec,
    type,
    apiVersions: API_VERSIONS.apiManagement,
    asyncStyle: isAsync === true ? 'location' : 'none',
    // Long-running is the delete of an API alone, and that only after 2022-08-01 (Azure REST reference).
    deletesAtOnce: (version) => below !== 'apis' || version <= '2022-08-01',
    duration: isAsync === true ? 'apiManagementChild' : { create: 'instant', update: 'instant' },
    rules: [
      {
        ...nameRule(
          type,
          pattern,
          { code: 'ValidationError', message: (wrong) => `The identifier '${wrong}' is invalid.` },
          'facts/apim.md section 1',
        ),
        id: `${prefixOf(type)}-name`,
      },
      serviceRule(type),
      reachableRule(type),
      ...(below.startsWith('apis') ? [lockRule(type)] : []),
      ...limitRules(below, prefixOf(type)),
      ...(rules ?? []),
    ],
  });
}
