import { createHash } from 'node:crypto';
import { startContainer } from '../../data-planes/container-apps/start.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineReadOnly } from '../common/define.ts';
import { ownerOf } from '../common/ids.ts';
import { isTrueAt, numberAt, objectAt, objectsAt, textAt, valueAt, without } from '../common/json.ts';
import { durationOf } from '../durations.ts';
import { environmentOf, streamAddress } from './environments.ts';

const APP = 'Microsoft.App/containerApps';
const REVISION = `${APP}/revisions`;
const REPLICA = `${REVISION}/replicas`;

/** What makes a new revision: the template alone. A changed secret or ingress does not. */
export function templateHash(template: JsonObject): string {
  return createHash('sha256').update(JSON.stringify(template)).digest('hex');
}

function domainOf(app: Resource, world: World): string {
  return textAt(world.store.get(environmentOf(app.properties) ?? '')?.properties, 'defaultDomain') ?? '';
}

/** Revisions of an app, oldest first. */
export function revisionsOf(world: World, appId: string): readonly Resource[] {
  return world.store.below(appId).filter(({ type }) => type.toLowerCase() === REVISION.toLowerCase());
}

/** Name of the revision that the app has now: the latest while the template is the same, else a new one. */
export function revisionName(app: Resource, world: World): string {
  const template = objectAt(app.properties, 'template');
  const hash = templateHash(template);
  const latest = revisionsOf(world, app.id).at(-1);
  if (latest?.secrets['templateHash'] === hash) return latest.name;
  const chosen = textAt(template, 'revisionSuffix') ?? '';
  const number = revisionsOf(world, app.id).length;
  const suffix =
    chosen === ''
      ? BigInt(`0x${templateHash({ id: app.id.toLowerCase(), hash, number })}`)
          .toString(36)
          .slice(0, 7)
      : chosen;
  return `${app.name}--${suffix}`;
}

/** Host name of the app; undefined without ingress. */
export function hostOf(app: Resource, world: World): string | undefined {
  if (
    valueAt(app.properties, 'configuration.ingress') === undefined ||
    valueAt(app.properties, 'configuration.ingress') === null
  )
    return undefined;
  const inner = isTrueAt(app.properties, 'configuration.ingress.external') ? '' : 'internal.';
  return `${app.name}.${inner}${domainOf(app, world)}`;
}

/** Why a revision will never get healthy although everything was accepted; undefined when it will. */
function faultOf(app: Resource): string | undefined {
  const container = objectsAt(app.properties, 'template.containers')[0];
  const image = textAt(container, 'image') ?? '';
  const port = objectsAt(container, 'env').find((item) => textAt(item, 'name') === 'PORT');
  const listens = image.includes('open-webui/open-webui') ? Number(textAt(port, 'value') ?? '8080') : undefined;
  const target = numberAt(app.properties, 'configuration.ingress.targetPort');
  return listens === undefined || target === undefined || listens === target
    ? undefined
    : `The TargetPort ${target} does not match the listening port ${listens}.`;
}

/** Makes a new revision; it is healthy, or not, a while later. */
export function putRevision(app: Resource, world: World, name: string): void {
  const id = `${app.id}/revisions/${name}`;
  const template = objectAt(app.properties, 'template');
  const scaled = numberAt(template, 'scale.minReplicas') ?? 0;
  const host = hostOf(app, world);
  world.store.put({
    id,
    type: REVISION,
    name,
    apiVersion: app.apiVersion,
    properties: {
      createdTime: new Date(world.clock.now).toISOString(),
      active: true,
      ...(host === undefined ? {} : { fqdn: `${name}${host.slice(app.name.length)}` }),
      template,
      replicas: Math.max(scaled, 1),
      trafficWeight: 100,
      healthState: 'None',
      runningState: 'Activating',
      provisioningState: 'Provisioned',
    },
    secrets: { templateHash: templateHash(template) },
    etag: app.etag,
    createdAt: world.clock.now,
    changedAt: world.clock.now,
  });
  world.clock.after(durationOf(world, 'containerAppReady', id), id.toLowerCase(), () => {
    settleRevision(world, id);
  });
}

/** Starts the container of an active revision: it gets healthy, or says why it will not. */
function settleRevision(world: World, id: string): void {
  const revision = world.store.get(id);
  const owner = world.store.get(ownerOf(id));
  if (owner === undefined || !isTrueAt(revision?.properties, 'active') || revision === undefined) return;
  // Secrets and ingress are the app's, as they are now; the template is the revision's own.
  const app = { ...owner, properties: { ...owner.properties, template: objectAt(revision.properties, 'template') } };
  const start = startContainer(world, app, id);
  const reason = start.kind === 'failed' ? start.reason : faultOf(app);
  if (start.kind === 'failed' || reason !== undefined) {
    const failed = { healthState: 'Unhealthy', runningState: 'Failed', runningStateDetails: reason ?? '' };
    world.store.put({ ...revision, properties: { ...revision.properties, ...failed } });
    return;
  }
  const state = {
    ...without(revision.properties, ['runningStateDetails']),
    healthState: 'Healthy',
    // Started once to see that it works; then, without anybody asking, at rest.
    ...(rests(revision) ? { runningState: 'ScaledToZero', replicas: 0 } : { runningState: 'Running' }),
  };
  const running = {
    ...revision,
    properties: state,
    secrets: { ...revision.secrets, variables: JSON.stringify(start.variables) },
  };
  world.store.put(running);
  putReplicas(world, app, running);
  const latestReadyRevisionName = revision.name;
  world.store.put({ ...owner, properties: { ...owner.properties, latestReadyRevisionName } });
  deactivateOlder(world, app, revision.name);
}

/** Whether a revision may have no replica at all. */
function rests(revision: Resource): boolean {
  return numberAt(revision.properties, 'template.scale.minReplicas') === 0;
}

/** In single mode the new revision takes over once it is healthy. */
function deactivateOlder(world: World, app: Resource, name: string): void {
  if ((textAt(app.properties, 'configuration.activeRevisionsMode') ?? 'Single') !== 'Single') return;
  const all = revisionsOf(world, app.id);
  const older = all.slice(
    0,
    all.findIndex((revision) => revision.name === name),
  );
  for (const revision of older) setActive(world, revision, false);
}

/** Switches a revision on or off, with its replicas. */
export function setActive(world: World, revision: Resource, active: boolean): void {
  const state: JsonObject = active
    ? { active, runningState: 'Running', replicas: 1 }
    : { active, runningState: 'Stopped', replicas: 0, trafficWeight: 0 };
  world.store.put({ ...revision, properties: { ...revision.properties, ...state } });
  if (!active) for (const replica of world.store.below(revision.id)) world.store.delete(replica.id);
}

/** Makes the replicas that a revision asks for. */
export function putReplicas(world: World, app: Resource, revision: Resource): void {
  const count = numberAt(revision.properties, 'replicas') ?? 1;
  for (let index = 0; index < count; index += 1) {
    const name = `${revision.name}-${templateHash({ id: revision.id.toLowerCase(), index }).slice(0, 10)}`;
    world.store.put({
      id: `${revision.id}/replicas/${name}`,
      type: REPLICA,
      name,
      apiVersion: app.apiVersion,
      properties: {
        createdTime: new Date(world.clock.now).toISOString(),
        runningState: 'Running',
        containers: objectsAt(app.properties, 'template.containers').map((container) => ({
          name: textAt(container, 'name') ?? '',
          ready: true,
          started: true,
          restartCount: 0,
          runningState: 'Running',
          logStreamEndpoint: `${streamAddress(app.location, app.id)}/revisions/${revision.name}/replicas/${name}/containers/${textAt(container, 'name') ?? ''}/logstream`,
        })),
      },
      secrets: {},
      etag: revision.etag,
      createdAt: world.clock.now,
      changedAt: world.clock.now,
    });
  }
}

export const revisions = defineReadOnly({
  type: REVISION,
  apiVersions: API_VERSIONS.app,
  isPending: (revision) => textAt(revision.properties, 'runningState') === 'Activating',
  actions: {
    activate: ({ resource, world }) => {
      setActive(world, resource, true);
      return { status: 200, wrote: true };
    },
    deactivate: ({ resource, world }) => {
      setActive(world, resource, false);
      return { status: 200, wrote: true };
    },
    restart: ({ resource, world }) => {
      settleRevision(world, resource.id);
      return { status: 200, wrote: true };
    },
  },
});

export const replicas = defineReadOnly({ type: REPLICA, apiVersions: API_VERSIONS.app });
