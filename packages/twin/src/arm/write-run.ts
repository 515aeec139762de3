import type { Json, JsonObject, Resource } from '../kernel/store.ts';
import { durationOf } from '../providers/durations.ts';
import type { Refusal } from '../providers/type-definition.ts';
import type { Arm } from './context.ts';
import { splitSecrets } from './secrets.ts';
import type { TimelineEntry } from './state.ts';
import { firstRefusal, type PreparedWrite } from './write-prepare.ts';

/** A write that was accepted and is on its way. */
export interface RunningWrite {
  readonly id: string;
  readonly isNew: boolean;
  /** Virtual milliseconds until it is done. */
  readonly durationMs: number;
}

/**
 * Stores an accepted write and schedules its end. `done` runs at that instant, with the refusal of the provider where it
 * failed. What the rules of completion need, such as the identity's rights, is looked at then and not before.
 */
export function startWrite(
  arm: Arm,
  prepared: PreparedWrite,
  done: (refusal: Refusal | undefined) => void,
): RunningWrite {
  const { definition, request } = prepared;
  const { clock } = arm.world;
  const isNew = request.existing === undefined;
  const durationMs = writeDuration(arm, prepared);
  const number = arm.state.nextNumber();
  arm.state.latestWrite.set(request.id.toLowerCase(), number);
  arm.world.store.put(acceptedResource(arm, prepared, number));
  const entry: TimelineEntry = {
    resourceId: request.id,
    type: definition.type,
    kind: isNew ? 'create' : 'update',
    startedAt: clock.now,
    outcome: 'running',
  };
  arm.state.timeline.push(entry);
  clock.after(durationMs, request.id.toLowerCase(), () => {
    const refusal = finishWrite(arm, prepared, number);
    entry.endedAt = clock.now;
    entry.outcome = refusal === undefined ? 'succeeded' : 'failed';
    done(refusal);
  });
  return { id: request.id, isNew, durationMs };
}

/** Virtual milliseconds that this write takes. */
export function writeDuration(arm: Arm, { definition, request }: PreparedWrite): number {
  const usual = request.existing === undefined ? definition.createDuration : definition.updateDuration;
  return durationOf(arm.world, definition.durationFor?.(request, arm.world) ?? usual, request.id);
}

function acceptedResource(arm: Arm, { definition, request }: PreparedWrite, number: number): Resource {
  const { existing } = request;
  const accepted = definition.accept?.(request, arm.world) ?? request.properties;
  const { properties, secrets } = splitSecrets(accepted, definition.secrets ?? []);
  const sent = splitSecrets(request.properties, definition.secrets ?? []).secrets;
  const state = existing === undefined ? 'Creating' : 'Updating';
  return {
    ...optionalMembers(request.body),
    id: request.id,
    type: definition.type,
    name: request.name,
    apiVersion: request.apiVersion,
    ...(request.location === undefined ? {} : { location: request.location }),
    ...(request.tags === undefined ? {} : { tags: request.tags }),
    ...(request.sku === undefined ? {} : { sku: request.sku }),
    ...(request.kind === undefined ? {} : { kind: request.kind }),
    ...(request.identity === undefined ? {} : { identity: request.identity }),
    ...(request.zones === undefined ? {} : { zones: request.zones }),
    // A provider may name the state in its own words: `Activating`, `Accepted`.
    properties: definition.asyncStyle === 'none' ? properties : { provisioningState: state, ...properties },
    secrets: { ...existing?.secrets, ...sent, ...secrets },
    etag: arm.world.guid(`etag:${request.id.toLowerCase()}:${number}`),
    createdAt: existing?.createdAt ?? arm.world.clock.now,
    changedAt: arm.world.clock.now,
    createdBy: existing?.createdBy ?? request.principalId,
  };
}

function optionalMembers(body: JsonObject): Pick<Resource, 'managedBy' | 'extendedLocation' | 'plan'> {
  const { managedBy, extendedLocation, plan } = body;
  return {
    ...(typeof managedBy === 'string' ? { managedBy } : {}),
    ...(isPlainObject(extendedLocation) ? { extendedLocation } : {}),
    ...(isPlainObject(plan) ? { plan } : {}),
  };
}

function isPlainObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function finishWrite(arm: Arm, prepared: PreparedWrite, number: number): Refusal | undefined {
  const { definition, request } = prepared;
  const { store } = arm.world;
  const current = store.get(request.id);
  // Deleted meanwhile, or overtaken by a later write that will finish itself.
  if (current === undefined || arm.state.latestWrite.get(request.id.toLowerCase()) !== number) return undefined;
  const refusal = firstRefusal(definition, request, 'complete', arm);
  if (refusal !== undefined) {
    failWrite(arm, prepared, current);
    return refusal;
  }
  const settled = definition.asyncStyle === 'none' ? current : withState(current, 'Succeeded');
  const complete = definition.complete?.(settled, arm.world) ?? settled;
  store.put({ ...complete, changedAt: arm.world.clock.now });
  definition.afterComplete?.(complete, arm.world);
  return undefined;
}

/** A failed synchronous write leaves things as they were; an asynchronous one leaves a resource in state Failed. */
function failWrite(arm: Arm, { definition, request }: PreparedWrite, current: Resource): void {
  const staysFailed = definition.asyncStyle !== 'none' && definition.failsWithoutTrace !== true;
  if (staysFailed) arm.world.store.put(withState(current, 'Failed'));
  else if (request.existing !== undefined) arm.world.store.put(request.existing);
  else arm.world.store.delete(request.id);
}

/** `resource` with another provisioning state. */
export function withState(resource: Resource, provisioningState: string): Resource {
  return { ...resource, properties: { ...resource.properties, provisioningState } };
}
