import type { LeafError } from '../leaf-errors.ts';

/** API version of every request about deployments. */
export const DEPLOYMENTS_API = '2025-04-01';

/** The tag that says which template and parameters a deployment was made of. */
export const FINGERPRINT_TAG = 'lz-fingerprint';

/** Where a deployment lives. */
export interface DeploymentTarget {
  /** `/subscriptions/<id>`, or `/subscriptions/<id>/resourceGroups/<name>`. */
  readonly scope: string;
  readonly name: string;
}

/** What to deploy. */
export interface DeploymentRequest extends DeploymentTarget {
  /** Where ARM keeps a deployment at subscription scope; must never change for a name (`InvalidDeploymentLocation`). */
  readonly location?: string;
  /** ARM JSON. */
  readonly template: object;
  /** `{name: {value}}` or `{name: {reference}}`. Secure values are never logged. */
  readonly parameters: Readonly<Record<string, object>>;
  /** Hash of the template and the non-secret parameters; kept as tag `lz-fingerprint`. */
  readonly fingerprint: string;
  /** Why it must run although nothing that can be compared differs: a new secret value is in no fingerprint. */
  readonly mustRun?: string;
  readonly tags?: Readonly<Record<string, string>>;
}

/** States of a deployment that ARM documents. */
export type ProvisioningState =
  | 'NotSpecified'
  | 'Accepted'
  | 'Running'
  | 'Ready'
  | 'Creating'
  | 'Created'
  | 'Canceled'
  | 'Failed'
  | 'Succeeded'
  | 'Updating'
  | 'Deleting'
  | 'Deleted';

/** A deployment as ARM answers it. */
export interface Deployment {
  readonly id: string;
  readonly name: string;
  readonly location?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly properties: {
    readonly provisioningState: ProvisioningState;
    readonly correlationId?: string;
    readonly timestamp?: string;
    /** ISO 8601. */
    readonly duration?: string;
    readonly outputs?: Readonly<Record<string, { readonly type: string; readonly value?: unknown }>>;
    readonly outputResources?: readonly { readonly id: string }[];
    readonly error?: object;
  };
}

/** One step of a deployment as ARM lists it under `/operations`. */
export interface DeploymentOperation {
  readonly id: string;
  readonly operationId: string;
  readonly properties: {
    readonly provisioningOperation?: string;
    readonly provisioningState: string;
    readonly timestamp?: string;
    readonly duration?: string;
    readonly statusCode?: string;
    readonly statusMessage?: unknown;
    readonly targetResource?: {
      readonly id?: string;
      readonly resourceType?: string;
      readonly resourceName?: string;
    };
  };
}

/** Path of a deployment below ARM's host. */
export function deploymentPath({ scope, name }: DeploymentTarget): string {
  return `${scope}/providers/Microsoft.Resources/deployments/${encodeURIComponent(name)}`;
}

/** The outputs of a deployment by name, without their types. */
export function outputsOf(deployment: Deployment): Record<string, unknown> {
  const outputs = Object.entries(deployment.properties.outputs ?? {});
  return Object.fromEntries(outputs.map(([name, output]) => [name, output.value]));
}

/** A deployment that ended as Failed or Canceled, with the errors at its leaves. */
export class DeploymentFailedError extends Error {
  override readonly name = 'DeploymentFailedError';
  readonly deployment: Deployment;
  readonly leafErrors: readonly LeafError[];

  constructor(deployment: Deployment, leafErrors: readonly LeafError[]) {
    const state = deployment.properties.provisioningState;
    const first = leafErrors[0];
    super(
      `Deployment ${deployment.name} ended as ${state}` +
        (first === undefined ? '' : `: ${first.code} at ${first.resourceName ?? deployment.name}`) +
        (leafErrors.length > 1 ? ` and ${leafErrors.length - 1} more` : ''),
    );
    this.deployment = deployment;
    this.leafErrors = leafErrors;
  }
}
