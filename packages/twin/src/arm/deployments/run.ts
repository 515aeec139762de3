import type { DeploymentPlan, PlannedResource, Runtime } from '@lz/arm';
import type { AzureErrorBody } from '../../kernel/http.ts';
import type { Json, JsonObject } from '../../kernel/store.ts';
import { durationOf } from '../../providers/durations.ts';
import { refusalError, type Arm } from '../context.ts';
import { armErrors, refuse } from '../errors.ts';
import { GROUP_TYPE, putGroup } from '../groups.ts';
import { typeOfId } from '../ids.ts';
import { asObject } from '../json.ts';
import { putTags, TAGS_TYPE, tagsScope } from '../tags.ts';
import { prepareWrite, requireSubscription } from '../write-prepare.ts';
import { startWrite } from '../write-run.ts';
import { acceptDeployment } from './accept.ts';
import { deploymentFailed, failedNested, failedStep, refusedStep, type StepFailure } from './failure.ts';
import { readVaultSecret } from './key-vault.ts';
import type { Deployment, DeploymentOperation, DeploymentScope } from './record.ts';
import { groupProperties } from './request.ts';
import { createRuntime, type RunMemory } from './runtime.ts';

type StepState = 'waiting' | 'running' | 'done' | 'failed';

/** Virtual milliseconds between two tries of a resource with `@retryOn`: doubling up to a minute. Assumption. */
const RETRY_FIRST_MS = 5_000;
const RETRY_MAX_MS = 60_000;
const RETRY_COUNT = 30;

/** Codes that ARM itself tries again, without being told to. */
const ALWAYS_RETRIED: ReadonlySet<string> = new Set(['RetryableError', 'TooManyRequests']);

/** What all deployments of one tree share. */
export interface RunTree {
  readonly arm: Arm;
  readonly principalId: string;
  readonly memory: RunMemory;
}

/**
 * One running deployment: every resource starts in the instant in which all it depends on has finished. A failure keeps
 * its dependents from starting and everything else that has not begun; what runs is waited for.
 */
export class DeploymentRun {
  readonly #tree: RunTree;
  readonly #deployment: Deployment;
  readonly #plan: DeploymentPlan;
  readonly #ended: () => void;
  readonly #runtime: Runtime;
  readonly #states = new Map<string, StepState>();
  readonly #failures: AzureErrorBody[] = [];
  readonly #children = new Set<Deployment>();
  readonly #outputResources = new Set<string>();

  constructor(tree: RunTree, deployment: Deployment, plan: DeploymentPlan, ended: () => void) {
    this.#tree = tree;
    this.#deployment = deployment;
    this.#plan = plan;
    this.#ended = ended;
    this.#runtime = createRuntime(tree.arm, tree.principalId, tree.memory);
    deployment.cancel = () => {
      this.#cancel();
    };
  }

  /** Begins in the present instant, when the clock is next moved: the request that started it is answered first. */
  start(): void {
    this.#tree.arm.world.clock.after(0, this.#deployment.id.toLowerCase(), () => {
      if (this.#deployment.state !== 'Accepted') return;
      this.#deployment.state = 'Running';
      for (const resource of this.#plan.resources) {
        this.#states.set(resource.key, resource.condition ? 'waiting' : 'done');
      }
      this.#step();
    });
  }

  #step(): void {
    if (this.#failures.length === 0 && this.#deployment.state === 'Running') {
      for (const resource of this.#readyResources()) this.#begin(resource);
    }
    const states = [...this.#states.values()];
    if (states.includes('running')) return;
    if (this.#failures.length > 0) this.#end('Failed', deploymentFailed(this.#deployment.id, this.#failures));
    else if (!states.includes('waiting')) this.#finish();
  }

  /** What may begin now, one by one: beginning one can finish it at once and so make others ready. */
  *#readyResources(): IterableIterator<PlannedResource> {
    const next = (): PlannedResource | undefined =>
      this.#plan.resources.find((resource) => this.#states.get(resource.key) === 'waiting' && this.#isReady(resource));
    for (let ready = next(); ready !== undefined; ready = next()) yield ready;
  }

  #isReady({ dependsOn }: PlannedResource): boolean {
    const finished = dependsOn.every((key) => (this.#states.get(key) ?? 'done') === 'done');
    return finished && this.#failures.length === 0 && this.#deployment.endedAt === undefined;
  }

  #begin(resource: PlannedResource): void {
    if (resource.existing) {
      // Only read, when something refers to it; but whoever depends on it waits for what it depends on itself.
      this.#states.set(resource.key, 'done');
      return;
    }
    this.#states.set(resource.key, 'running');
    const operation = this.#openOperation(resource);
    this.#attempt(resource, operation, 1);
  }

  #attempt(resource: PlannedResource, operation: DeploymentOperation, attempt: number): void {
    const done = (failure?: StepFailure): void => {
      if (failure === undefined || !this.#mayRetry(resource, failure, attempt)) {
        this.#close(resource, operation, failure);
        return;
      }
      const delay = Math.min(RETRY_FIRST_MS * 2 ** (attempt - 1), RETRY_MAX_MS);
      this.#tree.arm.world.clock.after(delay, `retry:${resource.id?.toLowerCase() ?? resource.key}`, () => {
        this.#attempt(resource, operation, attempt + 1);
      });
    };
    try {
      this.#write(resource, done);
    } catch (error) {
      done(refusedStep(error, resource.id ?? resource.key));
    }
  }

  #mayRetry({ options }: PlannedResource, { codes }: StepFailure, attempt: number): boolean {
    if (this.#deployment.state !== 'Running' || attempt > (options.retryOn?.retryCount ?? RETRY_COUNT)) return false;
    const wanted = options.retryOn?.exceptionCodes.map((code) => code.toLowerCase()) ?? [];
    return codes.some((code) => ALWAYS_RETRIED.has(code) || wanted.includes(code.toLowerCase()));
  }

  #write(resource: PlannedResource, done: (failure?: StepFailure) => void): void {
    const { arm, principalId } = this.#tree;
    if (resource.import !== undefined)
      throw armErrors.notImplemented(`resources of the extension '${resource.import.provider}'`);
    const id = resource.id ?? '';
    if (resource.options.onlyIfNotExists && arm.world.store.has(id)) {
      done();
      return;
    }
    if (resource.nested !== undefined) {
      this.#writeNested(resource, id, done);
      return;
    }
    const refusal = arm.ports.authorize(principalId, `${writeType(resource)}/write`, id);
    if (refusal !== undefined) throw refusalError(refusal);
    const body = resource.materialise(this.#runtime);
    if (resource.type.toLowerCase() === TAGS_TYPE.toLowerCase()) {
      putTags(arm, tagsScope(id), asObject(asObject(body['properties'])['tags']));
      done();
      return;
    }
    if (resource.type.toLowerCase() === GROUP_TYPE.toLowerCase()) {
      this.#writeGroup(id, body, resource.apiVersion ?? '', done);
      return;
    }
    const prepared = prepareWrite(arm, { id, body, apiVersion: resource.apiVersion ?? '', principalId, method: 'PUT' });
    startWrite(arm, prepared, (failure) => {
      done(failure === undefined ? undefined : failedStep(failure, id));
    });
  }

  #writeGroup(id: string, body: JsonObject, apiVersion: string, done: () => void): void {
    const { arm, principalId } = this.#tree;
    putGroup(arm, id, body, { caller: { principalId }, apiVersion });
    arm.world.clock.after(durationOf(arm.world, 'resourceGroup', id), id.toLowerCase(), () => {
      done();
    });
  }

  #writeNested(resource: PlannedResource, id: string, done: (failure?: StepFailure) => void): void {
    const { arm, principalId } = this.#tree;
    const { nested } = resource;
    if (nested === undefined) return;
    if (nested.mode.toLowerCase() !== 'incremental')
      throw armErrors.notImplemented(`nested deployments in mode '${nested.mode}'`);
    const first = nestedScope(id);
    requireSubscription(arm, first);
    const refusal = arm.ports.authorize(principalId, 'Microsoft.Resources/deployments/write', id);
    if (refusal !== undefined) throw refusalError(refusal);
    const properties =
      first.kind === 'resourceGroup' ? groupProperties(arm, first.subscriptionId, first.resourceGroup) : undefined;
    const plan = nested.plan(this.#runtime, {
      keyVaultSecret: (request) => readVaultSecret(arm, principalId, request),
      context: properties === undefined ? {} : { resourceGroupProperties: properties },
    });
    const child = acceptDeployment(this.#tree, {
      scope: first,
      name: nested.name,
      location: plan.context.location,
      tags: undefined,
      plan,
      correlationId: this.#deployment.correlationId,
    });
    this.#children.add(child);
    new DeploymentRun(this.#tree, child, plan, () => {
      this.#children.delete(child);
      for (const made of child.outputResources) this.#outputResources.add(made);
      if (child.state === 'Succeeded') done();
      else done(failedNested(child.error ?? canceledError(child), child.id));
    }).start();
  }

  #openOperation(resource: PlannedResource): DeploymentOperation {
    const { arm } = this.#tree;
    const operation: DeploymentOperation = {
      operationId: arm.world
        .guid(`${this.#deployment.correlationId}:${this.#deployment.id.toLowerCase()}:${resource.key}`)
        .replaceAll('-', '')
        .slice(0, 16)
        .toUpperCase(),
      kind: 'Create',
      startedAt: arm.world.clock.now,
      target: {
        id: resource.id ?? resource.key,
        resourceType: typeOfId(resource.id, resource.type),
        resourceName: resource.name,
        ...(resource.apiVersion === undefined ? {} : { apiVersion: resource.apiVersion }),
        ...(resource.symbol === undefined ? {} : { symbolicName: resource.symbol }),
      },
      state: 'Running',
      statusCode: 'Accepted',
    };
    this.#deployment.operations.push(operation);
    return operation;
  }

  #close(resource: PlannedResource, operation: DeploymentOperation, failure: StepFailure | undefined): void {
    operation.endedAt = this.#tree.arm.world.clock.now;
    operation.state = failure === undefined ? 'Succeeded' : 'Failed';
    operation.statusCode = failure?.statusCode ?? 'OK';
    this.#states.set(resource.key, failure === undefined ? 'done' : 'failed');
    if (failure === undefined && resource.nested === undefined && resource.id !== undefined) {
      this.#outputResources.add(resource.id);
    }
    if (failure !== undefined) {
      operation.error = failure.error;
      this.#failures.push(failure.error);
    }
    this.#step();
  }

  /** Evaluates the outputs and ends the deployment. Values of secure outputs live on in the tree's memory only. */
  #finish(): void {
    if (this.#deployment.state !== 'Running') return;
    try {
      const outputs = this.#plan.outputs(this.#runtime);
      const all = Object.entries(outputs).map(([name, { type, value }]) => [name, { type, value }] as const);
      const shown = Object.entries(outputs).map(([name, { type, value, secure }]): [string, Json] => [
        name,
        secure ? { type } : { type, value },
      ]);
      this.#deployment.outputs = Object.fromEntries(shown);
      this.#tree.memory.deployments.set(this.#deployment.id.toLowerCase(), {
        provisioningState: 'Succeeded',
        outputs: Object.fromEntries(all),
      });
      this.#end('Succeeded');
    } catch (error) {
      const { error: inner } = refusedStep(error, this.#deployment.id);
      this.#end('Failed', {
        code: 'DeploymentOutputEvaluationFailed',
        message:
          'Unable to evaluate template outputs. Please see error details and deployment operations. Please see https://aka.ms/arm-common-errors for usage details.',
        details: [inner],
      });
    }
  }

  #end(state: 'Succeeded' | 'Failed' | 'Canceled', error?: AzureErrorBody): void {
    if (this.#deployment.endedAt !== undefined) return;
    this.#deployment.state = state;
    this.#deployment.endedAt = this.#tree.arm.world.clock.now;
    this.#deployment.outputResources = [...this.#outputResources].toSorted();
    if (error !== undefined) this.#deployment.error = error;
    delete this.#deployment.cancel;
    this.#ended();
  }

  /** What has not begun never will; resource writes under way go on, because providers do not stop them. */
  #cancel(): void {
    if (this.#deployment.endedAt !== undefined) return;
    this.#end('Canceled', canceledError(this.#deployment));
    for (const child of this.#children) child.cancel?.();
  }
}

function canceledError({ name }: Deployment): AzureErrorBody {
  return { code: 'DeploymentCanceled', message: `The deployment '${name}' was canceled.` };
}

/** The type whose write action is asked: resource groups have one of their own. */
function writeType({ id, type }: PlannedResource): string {
  if (type.toLowerCase() === GROUP_TYPE.toLowerCase()) return 'Microsoft.Resources/subscriptions/resourceGroups';
  return typeOfId(id, type);
}

/** The scope that the id of a nested deployment lies in. */
function nestedScope(id: string): DeploymentScope {
  const match =
    /^\/subscriptions\/([^/]+)(?:\/resourceGroups\/([^/]+))?\/providers\/Microsoft\.Resources\/deployments\/[^/]+$/i.exec(
      id,
    );
  const [, subscriptionId, resourceGroup] = match ?? [];
  if (subscriptionId === undefined) {
    throw refuse(
      400,
      'InvalidTemplate',
      `The nested deployment '${id}' is neither at subscription nor at resource group scope, which is all the twin can run.`,
    );
  }
  return resourceGroup === undefined
    ? { kind: 'subscription', subscriptionId }
    : { kind: 'resourceGroup', subscriptionId, resourceGroup };
}
