import type { AzureClient } from '../client.ts';
import { parseIsoDuration } from '../duration.ts';
import { resourceNameOf, resourceTypeOf } from '../portal.ts';
import { isOver } from '../provisioning-state.ts';
import { deploymentFailure } from './failure.ts';
import {
  DEPLOYMENTS_API,
  deploymentPath,
  type Deployment,
  type DeploymentOperation,
  type DeploymentTarget,
} from './model.ts';
import { readOperations, resourceOperations, type OperationNode } from './operations.ts';

/** A resource of a deployment that changed state. */
export interface ResourceEvent {
  readonly kind: 'resource';
  readonly deployment: string;
  readonly resourceId: string;
  readonly resourceType: string;
  readonly resourceName: string;
  /** ARM's word for what is done to it: `Create`, `Read`, `Action`, … */
  readonly operation: string;
  /** ARM's word: `Running`, `Succeeded`, `Failed`, … */
  readonly state: string;
  /** Azure's milliseconds since the resource was begun. */
  readonly ageMs: number;
}

/** Said when nothing changed for a while, so that a log is never silent for over 30 s. */
export interface HeartbeatEvent {
  readonly kind: 'heartbeat';
  readonly deployment: string;
  /** Azure's milliseconds since the deployment was begun. */
  readonly ageMs: number;
  readonly running: readonly { readonly resourceName: string; readonly resourceType: string; readonly ageMs: number }[];
}

/** Something to tell while a deployment runs. */
export type DeploymentEvent = ResourceEvent | HeartbeatEvent;

/** Who is told while a deployment runs. */
export interface WatchOptions {
  readonly onEvent?: (event: DeploymentEvent) => void;
  /** For portal links. */
  readonly tenantId?: string;
}

/** Real milliseconds without a line after which a heartbeat is due; with a poll of 5 s, silence stays under 30 s. */
const HEARTBEAT_MS = 20_000;
const FIRST_POLL_MS = 2_000;
const LONGEST_POLL_MS = 10_000;

/**
 * Waits for a deployment and tells of every resource that changes state. Resolves with the deployment that succeeded;
 * throws DeploymentFailedError with the leaf errors where it failed or was cancelled.
 */
export async function watchDeployment(
  client: AzureClient,
  target: DeploymentTarget,
  options: WatchOptions = {},
): Promise<Deployment> {
  const watch = new DeploymentWatch(client, target, options);
  const deployment = await watch.untilOver();
  if (deployment.properties.provisioningState === 'Succeeded') return deployment;
  throw await deploymentFailure(client, deployment, options.tenantId);
}

class DeploymentWatch {
  readonly #client: AzureClient;
  readonly #target: DeploymentTarget;
  readonly #options: WatchOptions;
  readonly #finished = new Map<string, readonly OperationNode[]>();
  readonly #states = new Map<string, string>();
  readonly #begun = new Map<string, number>();
  #started: number | undefined;
  #lastLine = performance.now();

  constructor(client: AzureClient, target: DeploymentTarget, options: WatchOptions) {
    this.#client = client;
    this.#target = target;
    this.#options = options;
  }

  /** Reads the state first and the operations after it, so that a deployment that is over has told all its resources. */
  async untilOver(): Promise<Deployment> {
    const path = deploymentPath(this.#target);
    for (let waitMs = FIRST_POLL_MS; ; waitMs = Math.min(waitMs * 1.5, LONGEST_POLL_MS)) {
      const response = await this.#client.request<Deployment>({
        method: 'GET',
        url: path,
        apiVersion: DEPLOYMENTS_API,
      });
      const azureNow = Date.parse(response.headers.get('date') ?? '') || Date.now();
      this.#started ??= azureNow - (parseIsoDuration(response.body.properties.duration) ?? 0);
      const operations = resourceOperations(await readOperations(this.#client, response.body.id, this.#finished));
      for (const operation of operations) this.#tell(operation, azureNow);
      if (isOver(response.body.properties.provisioningState)) return response.body;
      this.#beat(operations, azureNow);
      await this.#client.pacing.poll(waitMs);
    }
  }

  #tell(operation: DeploymentOperation, azureNow: number): void {
    const resource = identify(operation);
    const { provisioningState: state } = operation.properties;
    const key = `${operation.id} ${resource.resourceId}`.toLowerCase();
    if (!this.#begun.has(key)) this.#begun.set(key, begunAt(operation, azureNow));
    if (this.#states.get(key) === state) return;
    this.#states.set(key, state);
    this.#lastLine = performance.now();
    const ageMs = ageOf(operation, azureNow, this.#begun.get(key) ?? azureNow);
    this.#options.onEvent?.({
      kind: 'resource',
      deployment: this.#target.name,
      ...resource,
      operation: operation.properties.provisioningOperation ?? 'Create',
      state,
      ageMs,
    });
  }

  #beat(operations: readonly DeploymentOperation[], azureNow: number): void {
    if (performance.now() - this.#lastLine < HEARTBEAT_MS) return;
    this.#lastLine = performance.now();
    const running = operations
      .filter((operation) => !isOver(operation.properties.provisioningState))
      .map((operation) => {
        const { resourceName, resourceType, resourceId } = identify(operation);
        const begun = this.#begun.get(`${operation.id} ${resourceId}`.toLowerCase()) ?? azureNow;
        return { resourceName, resourceType, ageMs: ageOf(operation, azureNow, begun) };
      });
    const ageMs = Math.max(0, azureNow - (this.#started ?? azureNow));
    this.#options.onEvent?.({ kind: 'heartbeat', deployment: this.#target.name, ageMs, running });
  }
}

function identify(operation: DeploymentOperation): Pick<ResourceEvent, 'resourceId' | 'resourceName' | 'resourceType'> {
  const target = operation.properties.targetResource;
  const resourceId = target?.id ?? '';
  return {
    resourceId,
    resourceType: target?.resourceType ?? resourceTypeOf(resourceId) ?? 'unknown',
    resourceName: resourceNameOf(resourceId),
  };
}

/** An operation carries the time of its last change and how long it had taken then. */
function begunAt({ properties }: DeploymentOperation, azureNow: number): number {
  const timestamp = Date.parse(properties.timestamp ?? '');
  return (Number.isNaN(timestamp) ? azureNow : timestamp) - (parseIsoDuration(properties.duration) ?? 0);
}

function ageOf({ properties }: DeploymentOperation, azureNow: number, begun: number): number {
  if (isOver(properties.provisioningState))
    return parseIsoDuration(properties.duration) ?? Math.max(0, azureNow - begun);
  return Math.max(0, azureNow - begun);
}
