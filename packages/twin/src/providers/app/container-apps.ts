import { createHash } from 'node:crypto';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineReadOnly, defineType } from '../common/define.ts';
import { nameOf, subscriptionOf } from '../common/ids.ts';
import { isTrueAt, numberAt, objectAt, objectsAt, textAt, valueAt } from '../common/json.ts';
import { nameRule, refusal, rule } from '../common/rules.ts';
import { isBusy } from '../common/states.ts';
import { durationOf } from '../durations.ts';
import type { ActionContext } from '../type-definition.ts';
import { authToken, environmentOf, streamAddress } from './environments.ts';
import { templateRules } from './template-rules.ts';

const APP = 'Microsoft.App/containerApps';
const REVISION = `${APP}/revisions`;
const REPLICA = `${REVISION}/replicas`;
const SOURCE = 'facts/azure.md section 1, ACA app';

const NAME = /^(?=.{2,32}$)[a-z](?:-?[a-z0-9])*$/;

/** What makes a new revision: the template alone. A changed secret or ingress does not. */
function templateHash(template: JsonObject): string {
  return createHash('sha256').update(JSON.stringify(template)).digest('hex');
}

function domainOf(app: Resource, world: World): string {
  return textAt(world.store.get(environmentOf(app.properties) ?? '')?.properties, 'defaultDomain') ?? '';
}

/** Revisions of an app, oldest first. */
function revisionsOf(world: World, appId: string): readonly Resource[] {
  return world.store.below(appId).filter(({ type }) => type.toLowerCase() === REVISION.toLowerCase());
}

function revisionName(app: Resource, world: World): string {
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

function hostOf(app: Resource, world: World): string | undefined {
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

function putRevision(app: Resource, world: World, name: string): void {
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
  const reason = faultOf(app);
  world.clock.after(durationOf(world, 'containerAppReady', id), id.toLowerCase(), () => {
    settleRevision(world, app, id, reason);
  });
}

function settleRevision(world: World, app: Resource, id: string, reason: string | undefined): void {
  const revision = world.store.get(id);
  if (revision === undefined) return;
  const state: JsonObject =
    reason === undefined
      ? { healthState: 'Healthy', runningState: 'Running' }
      : { healthState: 'Unhealthy', runningState: 'Failed', runningStateDetails: reason };
  world.store.put({ ...revision, properties: { ...revision.properties, ...state } });
  if (reason !== undefined) return;
  putReplicas(world, app, revision);
  const current = world.store.get(app.id);
  if (current !== undefined)
    world.store.put({ ...current, properties: { ...current.properties, latestReadyRevisionName: revision.name } });
  deactivateOthers(world, app, revision.name);
}

/** In single mode the new revision takes over once it is healthy. */
function deactivateOthers(world: World, app: Resource, name: string): void {
  if ((textAt(app.properties, 'configuration.activeRevisionsMode') ?? 'Single') !== 'Single') return;
  for (const other of revisionsOf(world, app.id).filter((revision) => revision.name !== name))
    setActive(world, other, false);
}

function setActive(world: World, revision: Resource, active: boolean): void {
  const state: JsonObject = active
    ? { active, runningState: 'Running', replicas: 1 }
    : { active, runningState: 'Stopped', replicas: 0, trafficWeight: 0 };
  world.store.put({ ...revision, properties: { ...revision.properties, ...state } });
  if (!active) for (const replica of world.store.below(revision.id)) world.store.delete(replica.id);
}

function putReplicas(world: World, app: Resource, revision: Resource): void {
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

function showContainers(properties: JsonObject): JsonObject {
  const template = objectAt(properties, 'template');
  return {
    ...properties,
    template: {
      ...template,
      containers: objectsAt(template, 'containers').map((container) => ({
        ...container,
        resources: { cpu: 0.5, memory: '1Gi', ...objectAt(container, 'resources') },
      })),
    },
  };
}

export const containerApps = defineType({
  type: APP,
  apiVersions: API_VERSIONS.app,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: { create: 'containerAppCreate', update: 'containerAppUpdate', delete: 'containerJob' },
  running: { create: 'InProgress', update: 'InProgress' },
  rules: [
    nameRule(APP, NAME, {
      code: 'ContainerAppInvalidName',
      message: (name) =>
        `Invalid ContainerApp name '${name}'. A name must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character and cannot have '--'. The length must not be more than 32 characters.`,
    }),
    rule('container-app-settled', 'facts/azure.md section 4, ACA', ({ name, existing }) =>
      existing !== undefined && isBusy(existing)
        ? refusal(
            409,
            'ContainerAppOperationInProgress',
            `Cannot modify a container app '${name}' because there is an ongoing provisioning operation. Please retry the operation after it is done.`,
          )
        : undefined,
    ),
    ...templateRules('container-app'),
    rule('container-app-target-port', SOURCE, ({ properties }) => {
      const port = numberAt(properties, 'configuration.ingress.targetPort');
      return port === undefined || (Number.isInteger(port) && port >= 0 && port <= 65535)
        ? undefined
        : refusal(400, 'ContainerAppInvalidIngressTargetPort', `Ingress target port ${port} is invalid: 1 to 65535.`);
    }),
    rule('container-app-sticky-single', 'facts/azure.md section 1, ACA app', ({ properties }) =>
      textAt(properties, 'configuration.ingress.stickySessions.affinity') === 'sticky' &&
      textAt(properties, 'configuration.activeRevisionsMode') === 'Multiple'
        ? refusal(
            400,
            'ContainerAppStickySessionsNotSupported',
            'Sticky sessions are only supported in single revision mode.',
          )
        : undefined,
    ),
    rule('container-app-traffic', SOURCE, ({ properties }) => {
      const traffic = objectsAt(properties, 'configuration.ingress.traffic');
      const total = traffic.reduce((sum, item) => sum + (numberAt(item, 'weight') ?? 0), 0);
      return traffic.length === 0 || total === 100
        ? undefined
        : refusal(
            400,
            'ContainerAppInvalidTrafficWeight',
            `The weights of all traffic must add up to 100, not ${total}.`,
          );
    }),
    rule('container-app-scale', SOURCE, ({ properties }) => {
      const least = numberAt(properties, 'template.scale.minReplicas') ?? 0;
      const most = numberAt(properties, 'template.scale.maxReplicas') ?? 10;
      return least <= most && most >= 1 && most <= 1000
        ? undefined
        : refusal(400, 'ContainerAppInvalidScaleSpec', `The scale of ${least} to ${most} replicas is invalid.`);
    }),
    rule('container-app-probe', SOURCE, ({ properties }) => {
      for (const probe of objectsAt(properties, 'template.containers').flatMap((container) =>
        objectsAt(container, 'probes'),
      )) {
        const delay = numberAt(probe, 'initialDelaySeconds') ?? 0;
        const port = numberAt(probe, 'httpGet.port') ?? numberAt(probe, 'tcpSocket.port') ?? 0;
        const known = /^(Liveness|Readiness|Startup)$/i.test(textAt(probe, 'type') ?? '');
        const timed = ['periodSeconds', 'timeoutSeconds'].every(
          (member) => (numberAt(probe, member) ?? 1) >= 1 && (numberAt(probe, member) ?? 1) <= 240,
        );
        if (!known || !timed || delay > 60 || port < 1 || port > 65535)
          return refusal(
            400,
            'ContainerAppProbeInvalid',
            `A probe of type '${textAt(probe, 'type') ?? ''}' is invalid: it needs a port, at most 60 s of initial delay, and period and timeout of 1 to 240 s.`,
          );
      }
      return undefined;
    }),
    rule('container-app-revision-suffix', SOURCE, ({ id, properties }, world) => {
      const suffix = textAt(properties, 'template.revisionSuffix') ?? '';
      const taken = world.store.get(`${id}/revisions/${nameOf(id)}--${suffix}`);
      return suffix === '' ||
        taken === undefined ||
        taken.secrets['templateHash'] === templateHash(objectAt(showContainers(properties), 'template'))
        ? undefined
        : refusal(400, 'RevisionSuffixInUse', `Revision with suffix ${suffix} already exists.`);
    }),
  ],
  secrets: ['configuration.secrets[*].value', 'configuration.registries[*].password'],
  defaults: ({ properties }) => ({
    workloadProfileName: 'Consumption',
    configuration: {
      activeRevisionsMode: 'Single',
      maxInactiveRevisions: 100,
      ...(valueAt(properties, 'configuration.ingress') === undefined
        ? {}
        : {
            ingress: {
              external: false,
              transport: 'Auto',
              allowInsecure: false,
              clientCertificateMode: 'Ignore',
              exposedPort: 0,
              traffic: [{ weight: 100, latestRevision: true }],
            },
          }),
    },
    template: {
      revisionSuffix: '',
      terminationGracePeriodSeconds: 30,
      scale: { minReplicas: 0, maxReplicas: 10, cooldownPeriod: 300, pollingInterval: 30 },
    },
  }),
  keep: ({ properties }) => showContainers(properties),
  readOnly: ({ id, location, properties }, world) => ({
    environmentId: environmentOf(properties) ?? '',
    managedEnvironmentId: environmentOf(properties) ?? '',
    customDomainVerificationId: world
      .guid(`verification:${subscriptionOf(id).toLowerCase()}`)
      .replaceAll('-', '')
      .toUpperCase(),
    eventStreamEndpoint: `${streamAddress(location, id)}/eventstream`,
  }),
  outputs(app, world) {
    const host = hostOf(app, world);
    const name = revisionName(app, world);
    const staticIp = textAt(world.store.get(environmentOf(app.properties) ?? '')?.properties, 'staticIp');
    return {
      ...(host === undefined ? {} : { latestRevisionFqdn: `${name}${host.slice(app.name.length)}` }),
      latestRevisionName: name,
      runningStatus: 'Running',
      outboundIpAddresses: staticIp === undefined ? [] : [staticIp],
    };
  },
  afterComplete(app, world) {
    const host = hostOf(app, world);
    const name = textAt(app.properties, 'latestRevisionName') ?? '';
    const before = objectAt(app.properties, 'configuration');
    const configuration =
      host === undefined ? before : { ...before, ingress: { ...objectAt(before, 'ingress'), fqdn: host } };
    world.store.put({ ...app, properties: { ...app.properties, configuration } });
    if (!world.store.has(`${app.id}/revisions/${name}`)) putRevision(app, world, name);
  },
  isPending: (app) => isBusy(app),
  actions: {
    listsecrets: ({ resource }) => ({ status: 200, body: { value: secretsOf(resource) } }),
    getauthtoken: ({ resource, world }) => authToken(world, resource.id, resource.location),
    stop: (context) => setRunning(context, 'Stopped'),
    start: (context) => setRunning(context, 'Running'),
  },
});

/** Secrets of an app or a job with their values; those of Key Vault with their address. */
export function secretsOf(resource: Resource): readonly JsonObject[] {
  return objectsAt(resource.properties, 'configuration.secrets').map((secret, index) => {
    const value = resource.secrets[`configuration.secrets[${index}].value`];
    return value === undefined ? secret : { ...secret, value };
  });
}

function setRunning({ resource, world }: ActionContext, runningStatus: string) {
  world.store.put({ ...resource, properties: { ...resource.properties, runningStatus } });
  const latest = revisionsOf(world, resource.id).at(-1);
  if (latest !== undefined) setActive(world, latest, runningStatus === 'Running');
  if (latest !== undefined && runningStatus === 'Running') putReplicas(world, resource, latest);
  return {
    status: 200,
    wrote: true,
    body: { id: resource.id, name: resource.name, properties: { ...resource.properties, runningStatus } },
  };
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
    restart: () => ({ status: 200, wrote: true }),
  },
});

export const replicas = defineReadOnly({ type: REPLICA, apiVersions: API_VERSIONS.app });
