import type { JsonObject, Resource } from '../../kernel/store.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { nameOf, subscriptionOf } from '../common/ids.ts';
import { isObject, numberAt, objectAt, objectsAt, textAt, valueAt } from '../common/json.ts';
import { nameRule, refusal, rule } from '../common/rules.ts';
import { isBusy } from '../common/states.ts';
import type { ActionContext } from '../type-definition.ts';
import { domainRules } from './custom-domains.ts';
import { authToken, environmentOf, streamAddress, verificationId } from './environments.ts';
import { templateRules } from './template-rules.ts';
import { hostOf, putReplicas, putRevision, revisionName, revisionsOf, setActive, templateHash } from './revisions.ts';

const APP = 'Microsoft.App/containerApps';
const SOURCE = 'facts/azure.md section 1, ACA app';

const NAME = /^(?=.{2,32}$)[a-z](?:-?[a-z0-9])*$/;

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

/** An app that is written again keeps its host name all the while: what serves goes on serving. */
function withHost(properties: JsonObject, existing: Resource | undefined): JsonObject {
  const configuration = objectAt(properties, 'configuration');
  const fqdn = textAt(existing?.properties, 'configuration.ingress.fqdn');
  if (fqdn === undefined || !isObject(configuration['ingress'])) return properties;
  return { ...properties, configuration: { ...configuration, ingress: { fqdn, ...configuration['ingress'] } } };
}

export const containerApps = defineType({
  type: APP,
  apiVersions: API_VERSIONS.app,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: { create: 'containerAppCreate', update: 'containerAppUpdate', delete: 'containerAppDelete' },
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
    ...domainRules,
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
  keep: ({ properties, existing }) => withHost(showContainers(properties), existing),
  readOnly: ({ id, location, properties }, world) => ({
    environmentId: environmentOf(properties) ?? '',
    managedEnvironmentId: environmentOf(properties) ?? '',
    customDomainVerificationId: verificationId(world, subscriptionOf(id)),
    eventStreamEndpoint: `${streamAddress(location, id)}/eventstream`,
  }),
  outputs(app, world) {
    const host = hostOf(app, world);
    const name = revisionName(app, world);
    const ready = revisionsOf(world, app.id).findLast((one) => one.properties['healthState'] === 'Healthy');
    const staticIp = textAt(world.store.get(environmentOf(app.properties) ?? '')?.properties, 'staticIp');
    return {
      ...(host === undefined ? {} : { latestRevisionFqdn: `${name}${host.slice(app.name.length)}` }),
      latestRevisionName: name,
      ...(ready === undefined ? {} : { latestReadyRevisionName: ready.name }),
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
