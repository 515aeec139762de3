import { createHash } from 'node:crypto';
import type { AzureClient } from '../client.ts';
import { canonicalJson, type Json } from '../json.ts';
import { sendAndWait } from '../long-running.ts';
import { resourceNameOf, resourceTypeOf } from '../portal.ts';
import { DEPLOYMENTS_API, deploymentPath, type DeploymentRequest } from './model.ts';
import { deploymentBody } from './start.ts';
import { isNoise, withoutReplaced } from './what-if-noise.ts';

/** What happens to a resource, in ARM's words. */
export type ChangeType = 'Create' | 'Delete' | 'Modify' | 'Deploy';

/** One property that would change. */
export interface PropertyChange {
  /** Dotted path: `properties.sku.name`. */
  readonly path: string;
  readonly kind: 'Create' | 'Delete' | 'Modify' | 'Array';
  readonly before?: Json;
  readonly after?: Json;
}

/** One resource that a deployment would change. */
export interface ResourceChange {
  readonly changeType: ChangeType;
  readonly resourceId: string;
  readonly resourceType: string;
  readonly resourceName: string;
  readonly properties: readonly PropertyChange[];
}

/** What a deployment would do, without noise. */
export interface WhatIfResult {
  /** Deletes first, then by resource id. */
  readonly changes: readonly ResourceChange[];
  /** What ARM could not predict, in sentences. */
  readonly unseen: readonly string[];
  /** Hash of `changes`: equal for equal plans, whatever order ARM answers in. */
  readonly fingerprint: string;
}

/** A property's change as ARM writes it. */
export interface WhatIfDelta {
  readonly path: string;
  readonly propertyChangeType: string;
  readonly before?: Json;
  readonly after?: Json;
  readonly children?: readonly WhatIfDelta[] | null;
}

/** A resource's change as ARM writes it. */
export interface WhatIfChange {
  readonly resourceId?: string;
  readonly changeType: string;
  readonly unsupportedReason?: string;
  readonly delta?: readonly WhatIfDelta[] | null;
}

interface WhatIfAnswer {
  readonly properties?: {
    readonly changes?: readonly WhatIfChange[];
    readonly diagnostics?: readonly { readonly code?: string; readonly message?: string; readonly target?: string }[];
  };
}

/** Asks ARM what a deployment would change. Writes nothing; throws AzureRequestError where the template is refused. */
export async function whatIf(client: AzureClient, request: DeploymentRequest): Promise<WhatIfResult> {
  const { location, properties } = deploymentBody(request) as { location?: string; properties: object };
  const answer = await sendAndWait<WhatIfAnswer>(client, {
    method: 'POST',
    url: `${deploymentPath(request)}/whatIf`,
    apiVersion: DEPLOYMENTS_API,
    idempotent: true,
    body: {
      ...(location === undefined ? {} : { location }),
      properties: { ...properties, whatIfSettings: { resultFormat: 'FullResourcePayloads' } },
    },
  });
  return normaliseWhatIf(answer);
}

/** Drops what is no change, and what ARM reports as one although nothing would differ afterwards. */
export function normaliseWhatIf(answer: WhatIfAnswer): WhatIfResult {
  const raw = answer.properties?.changes ?? [];
  const changes = raw.flatMap(normaliseChange).sort(byWeight);
  const unseen = [
    ...raw.filter((change) => change.changeType === 'Unsupported').map(unsupported),
    ...(answer.properties?.diagnostics ?? []).map((diagnostic) => diagnostic.message ?? diagnostic.code ?? ''),
  ].filter((line) => line !== '');
  return { changes, unseen, fingerprint: fingerprintOfChanges(changes) };
}

/** SHA-256 over a list of changes, as lower-case hexadecimal. */
export function fingerprintOfChanges(changes: readonly unknown[]): string {
  return createHash('sha256').update(canonicalJson(changes)).digest('hex');
}

function normaliseChange(change: WhatIfChange): ResourceChange[] {
  const { resourceId } = change;
  if (resourceId === undefined || !isChangeType(change.changeType)) return [];
  const properties = withoutReplaced(flatten(change.delta ?? [])).filter((property) => !isNoise(property));
  if (change.changeType === 'Modify' && properties.length === 0) return [];
  const resourceType = resourceTypeOf(resourceId) ?? 'Microsoft.Resources/resourceGroups';
  return [
    { changeType: change.changeType, resourceId, resourceType, resourceName: resourceNameOf(resourceId), properties },
  ];
}

function flatten(deltas: readonly WhatIfDelta[], prefix = ''): PropertyChange[] {
  return deltas.flatMap((delta) => {
    const path = prefix === '' ? delta.path : `${prefix}.${delta.path}`;
    const children = delta.children ?? [];
    if (children.length > 0) return flatten(children, path);
    const kind = delta.propertyChangeType;
    if (kind !== 'Create' && kind !== 'Delete' && kind !== 'Modify' && kind !== 'Array') return [];
    const { before, after } = delta;
    return [{ path, kind, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  });
}

function isChangeType(type: string): type is ChangeType {
  return type === 'Create' || type === 'Delete' || type === 'Modify' || type === 'Deploy';
}

function unsupported(change: WhatIfChange): string {
  return `${change.resourceId ?? 'a resource'}: ${change.unsupportedReason ?? 'ARM cannot predict it'}`;
}

function byWeight(a: ResourceChange, b: ResourceChange): number {
  const weight = (change: ResourceChange) => (change.changeType === 'Delete' ? 0 : 1);
  return weight(a) - weight(b) || (a.resourceId.toLowerCase() < b.resourceId.toLowerCase() ? -1 : 1);
}
