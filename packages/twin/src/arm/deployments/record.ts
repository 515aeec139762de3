import type { Instant } from '../../kernel/clock.ts';
import type { AzureErrorBody } from '../../kernel/http.ts';
import type { Json, JsonObject } from '../../kernel/store.ts';

/** Scope of a deployment that the twin can run. */
export type DeploymentScope =
  | { readonly kind: 'subscription'; readonly subscriptionId: string }
  | { readonly kind: 'resourceGroup'; readonly subscriptionId: string; readonly resourceGroup: string };

export type DeploymentState = 'Accepted' | 'Running' | 'Succeeded' | 'Failed' | 'Canceled';

/** One step of a deployment, as its operations list shows it. */
export interface DeploymentOperation {
  readonly operationId: string;
  readonly kind: 'Create' | 'Read' | 'EvaluateDeploymentOutput';
  readonly startedAt: Instant;
  readonly target?: {
    readonly id: string;
    readonly resourceType: string;
    readonly resourceName: string;
    readonly apiVersion?: string;
    readonly symbolicName?: string;
  };
  endedAt?: Instant;
  state: 'Running' | 'Succeeded' | 'Failed' | 'Canceled';
  statusCode: string;
  error?: AzureErrorBody;
}

/** A deployment, from its acceptance on. What changes while it runs is not readonly. */
export interface Deployment {
  readonly id: string;
  readonly name: string;
  readonly scope: DeploymentScope;
  /** Where a subscription deployment keeps its record; such a name is bound to it. */
  readonly location?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly mode: 'Incremental';
  readonly template: JsonObject;
  readonly templateHash: string;
  /** Parameters as ARM shows them: with type, secure ones without value. */
  readonly parameters: JsonObject;
  readonly correlationId: string;
  readonly principalId: string;
  readonly startedAt: Instant;
  readonly providers: readonly Json[];
  readonly dependencies: readonly Json[];
  readonly operations: DeploymentOperation[];
  /** Id of the operation behind Azure-AsyncOperation. */
  readonly operationId: string;
  state: DeploymentState;
  endedAt?: Instant;
  error?: AzureErrorBody;
  outputs?: JsonObject;
  outputResources: readonly string[];
  /** Stops what has not begun; set while the deployment runs. */
  cancel?: () => void;
}

/** Id of the deployment `name` at `scope`. */
export function deploymentId(scope: DeploymentScope, name: string): string {
  return `${scopePath(scope)}/providers/Microsoft.Resources/deployments/${name}`;
}

/** Id of the scope itself. */
export function scopePath(scope: DeploymentScope): string {
  const subscription = `/subscriptions/${scope.subscriptionId}`;
  return scope.kind === 'subscription' ? subscription : `${subscription}/resourceGroups/${scope.resourceGroup}`;
}

/** Whether the deployment is still going on. */
export function isActive(deployment: Deployment): boolean {
  return deployment.state === 'Accepted' || deployment.state === 'Running';
}
