import type { Json, JsonObject } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { allocateAddress, subnetOf, subnetPrefixes, usersOf, virtualNetworkOf } from '../common/addresses.ts';
import { formatAddress, overlaps, parseCidr } from '../common/cidr.ts';
import { defineType } from '../common/define.ts';
import { nameOf, normalLocation, sameId, sameLocation, subscriptionOf, groupOf } from '../common/ids.ts';
import { isTrueAt, objectsAt, textAt, valueAt } from '../common/json.ts';
import { choiceRule, nameRule, refusal, rule } from '../common/rules.ts';
import { isBusy } from '../common/states.ts';
import type { Refusal } from '../type-definition.ts';
import { holdSubnet } from '../network/service-links.ts';

export const ENVIRONMENT = 'Microsoft.App/managedEnvironments';
const STORAGE = `${ENVIRONMENT}/storages`;
const SOURCE = 'facts/azure.md section 2, ACA workload-profiles env';
const DELEGATION = 'microsoft.app/environments';

/** Ranges that the platform itself uses inside every environment. */
const RESERVED = [
  '169.254.0.0/16',
  '172.30.0.0/16',
  '172.31.0.0/16',
  '192.0.2.0/24',
  '100.100.0.0/17',
  '100.100.128.0/19',
  '100.100.160.0/19',
  '100.100.192.0/19',
];

function subnetIdOf(properties: JsonObject): string | undefined {
  return textAt(properties, 'vnetConfiguration.infrastructureSubnetId');
}

function invalidNetwork(detail: string): Refusal {
  return refusal(
    400,
    'ManagedEnvironmentInvalidNetworkConfiguration',
    `The environment network configuration is invalid: ${detail}`,
  );
}

/** What proves a host name in public DNS: the same for everything of a subscription (`/subscriptions/…`). */
export function verificationId(world: Pick<World, 'guid'>, subscription: string): string {
  const part = (index: number): string => world.guid(`verification-${index}:${subscription.toLowerCase()}`);
  return [1, 2].map(part).join('').replaceAll('-', '').toUpperCase();
}

/** The host of the platform's own log and event streams in a region. */
export function streamHost(location: string | undefined): string {
  return `https://${normalLocation(location)}.azurecontainerapps.dev`;
}

/** Where the streams of one resource are: ARM's id without its `providers/Microsoft.App` part. */
export function streamAddress(location: string | undefined, id: string): string {
  return `${streamHost(location)}${id.replace(/\/providers\/Microsoft\.App/i, '')}`;
}

/** `adjective-noun-hash.region.azurecontainerapps.io`: the same for the same environment. */
export function defaultDomain(world: Pick<World, 'chance' | 'guid'>, id: string, location: string | undefined): string {
  const words = ['calm', 'happy', 'kind', 'quiet', 'brave', 'green', 'proud', 'wise'];
  const things = ['river', 'field', 'stone', 'cliff', 'wave', 'tree', 'hill', 'sea'];
  const choose = (list: readonly string[], salt: string) =>
    list[Math.floor(world.chance(`domain-${salt}:${id.toLowerCase()}`) * list.length)] ?? '';
  return `${choose(words, 'word')}${choose(things, 'thing')}-${world.guid(`domain:${id.toLowerCase()}`).slice(0, 8)}.${normalLocation(location)}.azurecontainerapps.io`;
}

function publicAddress(world: World, id: string): string {
  return formatAddress(
    198 * 2 ** 24 + 19 * 2 ** 16 + 1 + Math.floor(world.chance(`environment-address:${id.toLowerCase()}`) * 65_000),
  );
}

export const managedEnvironments = defineType({
  type: ENVIRONMENT,
  apiVersions: API_VERSIONS.app,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: {
    create: 'containerEnvironmentCreate',
    update: 'containerEnvironmentUpdate',
    delete: 'containerEnvironmentDelete',
  },
  running: { create: 'InfrastructureSetupInProgress', update: 'Updating' },
  rules: [
    nameRule(ENVIRONMENT, /^(?=.{2,60}$)[A-Za-z](?:-?[A-Za-z0-9])*$/, {
      code: 'ManagedEnvironmentInvalidName',
      message: (name) =>
        `Invalid managed environment name '${name}'. It must have 2 to 60 letters, digits and single hyphens, beginning with a letter.`,
    }),
    rule('container-environment-settled', 'facts/azure.md section 4, ACA', ({ name, existing }) =>
      existing !== undefined && isBusy(existing)
        ? refusal(
            409,
            'AnotherOperationInProgress',
            `Another operation is in progress on the managed environment '${name}'. Please try again later.`,
          )
        : undefined,
    ),
    rule('container-environment-subnet-exists', 'microsoft/azure-container-apps#1220', ({ properties }, world) => {
      const subnetId = subnetIdOf(properties);
      return subnetId === undefined || subnetOf(world.store, subnetId) !== undefined
        ? undefined
        : invalidNetwork('The subnet and its addressPrefix could not be found.');
    }),
    rule('container-environment-region', SOURCE, ({ properties, location }, world) => {
      const network = virtualNetworkOf(world.store, subnetIdOf(properties) ?? '');
      return network === undefined || sameLocation(network.location, location)
        ? undefined
        : invalidNetwork(`The virtual network must be in the region of the environment, ${location ?? ''}.`);
    }),
    rule(
      'container-environment-subnet-delegated',
      `${SOURCE}; MicrosoftDocs/azure-docs#119379`,
      ({ properties }, world) => {
        const subnet = subnetOf(world.store, subnetIdOf(properties));
        if (subnet === undefined) return undefined;
        const services = objectsAt(subnet.properties, 'delegations').map((item) =>
          (textAt(item, 'properties.serviceName') ?? '').toLowerCase(),
        );
        return services.includes(DELEGATION)
          ? undefined
          : refusal(
              400,
              'ManagedEnvironmentSubnetDelegationError',
              "The subnet of the environment must be delegated to the service 'Microsoft.App/environments'.",
            );
      },
    ),
    rule('container-environment-subnet-size', SOURCE, ({ properties }, world) => {
      const subnet = subnetOf(world.store, subnetIdOf(properties));
      const length = subnet === undefined ? 0 : (subnetPrefixes(subnet)[0]?.length ?? 0);
      return length <= 27 ? undefined : invalidNetwork('Provided subnet must have a size of at least /27.');
    }),
    rule('container-environment-subnet-reserved', SOURCE, ({ properties }, world) => {
      const subnet = subnetOf(world.store, subnetIdOf(properties));
      const block = subnet === undefined ? undefined : subnetPrefixes(subnet)[0];
      const clash = RESERVED.find((text) => {
        const reserved = parseCidr(text);
        return block !== undefined && reserved !== undefined && overlaps(block, reserved);
      });
      return clash === undefined ? undefined : invalidNetwork(`Provided subnet overlaps the reserved range ${clash}.`);
    }),
    rule('container-environment-subnet-dedicated', SOURCE, ({ id, properties }, world) => {
      const subnetId = subnetIdOf(properties);
      const other =
        subnetId === undefined ? undefined : usersOf(world.store, subnetId).find((user) => !sameId(user.id, id));
      return other === undefined
        ? undefined
        : invalidNetwork(`Provided subnet is already used by ${other.id}; an environment needs one of its own.`);
    }),
    rule('container-environment-network-fixed', SOURCE, ({ properties, existing }) => {
      if (existing === undefined) return undefined;
      const same =
        sameId(subnetIdOf(existing.properties) ?? '', subnetIdOf(properties) ?? '') &&
        isTrueAt(existing.properties, 'vnetConfiguration.internal') ===
          isTrueAt(properties, 'vnetConfiguration.internal');
      return same
        ? undefined
        : refusal(
            400,
            'ManagedEnvironmentVnetConfigurationCannotBeChanged',
            'The network configuration of a managed environment cannot be changed after its creation.',
          );
    }),
    choiceRule(
      'container-environment-log-destination',
      'appLogsConfiguration.destination',
      ['azure-monitor', 'log-analytics', 'none', ''],
      (value) =>
        refusal(
          400,
          'InvalidRequestParameterWithDetails',
          `The log destination '${value}' is invalid: log-analytics, azure-monitor or none.`,
        ),
      SOURCE,
    ),
    rule('container-environment-log-workspace', 'log destination must exist', ({ properties }, world) => {
      if (textAt(properties, 'appLogsConfiguration.destination') !== 'log-analytics') return undefined;
      const customerId = textAt(properties, 'appLogsConfiguration.logAnalyticsConfiguration.customerId');
      const exists = world.store
        .ofType('Microsoft.OperationalInsights/workspaces')
        .some((workspace) => workspace.properties['customerId'] === customerId);
      return exists
        ? undefined
        : refusal(
            400,
            'InvalidRequestParameterWithDetails',
            `LogAnalyticsConfiguration is invalid. Must provide a valid LogAnalyticsConfiguration: no workspace has the customerId '${customerId ?? ''}'.`,
          );
    }),
    rule('container-environment-profile-type', SOURCE, ({ properties }) => {
      const unknown = objectsAt(properties, 'workloadProfiles').find(
        (profile) =>
          !/^(Consumption|D(4|8|16|32)|E(4|8|16|32)|NC\d+-A100|Consumption-GPU-NC\S+|Flex)$/.test(
            textAt(profile, 'workloadProfileType') ?? '',
          ),
      );
      return unknown === undefined
        ? undefined
        : refusal(
            400,
            'InvalidWorkloadProfileType',
            `The workload profile type '${textAt(unknown, 'workloadProfileType') ?? ''}' is not supported.`,
          );
    }),
  ],
  secrets: ['appLogsConfiguration.logAnalyticsConfiguration.sharedKey'],
  defaults: ({ id, properties }) => ({
    zoneRedundant: false,
    vnetConfiguration: { internal: false },
    workloadProfiles: [{ name: 'Consumption', workloadProfileType: 'Consumption' }],
    peerAuthentication: { mtls: { enabled: false } },
    peerTrafficConfiguration: { encryption: { enabled: false } },
    publicNetworkAccess: isTrueAt(properties, 'vnetConfiguration.internal') ? 'Disabled' : 'Enabled',
    infrastructureResourceGroup: `ME_${nameOf(id)}_${nameOf(groupOf(id))}`,
  }),
  readOnly: ({ id, location }, world) => ({
    kedaConfiguration: { version: '2.17.2' },
    daprConfiguration: { version: '1.13.6-msft.4' },
    customDomainConfiguration: {
      customDomainVerificationId: verificationId(world, subscriptionOf(id)),
    },
    eventStreamEndpoint: `${streamAddress(location, id)}/eventstream`,
  }),
  outputs({ id, location, properties }, world) {
    const subnetId = subnetIdOf(properties);
    const inside =
      isTrueAt(properties, 'vnetConfiguration.internal') && subnetId !== undefined
        ? allocateAddress(world.store, id, subnetId)
        : undefined;
    return { defaultDomain: defaultDomain(world, id, location), staticIp: inside ?? publicAddress(world, id) };
  },
  refuseDelete(environment, world) {
    const user = ['Microsoft.App/containerApps', 'Microsoft.App/jobs']
      .flatMap((type) => world.store.ofType(type))
      .find((app) => sameId(environmentOf(app.properties), environment.id));
    return user === undefined
      ? undefined
      : refusal(
          409,
          'ManagedEnvironmentHasContainerApps',
          `The managed environment '${environment.name}' cannot be deleted because '${user.name}' is in it.`,
        );
  },
  afterDelete(environment, world) {
    const subnetId = subnetIdOf(environment.properties);
    if (subnetId !== undefined) holdSubnet(world, subnetId);
  },
  actions: {
    getauthtoken: ({ resource, world }) => authToken(world, resource.id, resource.location),
  },
});

/** The environment that an app or a job names, by either of the two members. */
export function environmentOf(properties: JsonObject): string | undefined {
  return textAt(properties, 'environmentId') ?? textAt(properties, 'managedEnvironmentId');
}

/** The short-lived token with which log and event streams of `id` are read. */
export function authToken(world: World, id: string, location: string | undefined) {
  const expires = new Date(world.clock.now + 30 * 60_000).toISOString();
  const properties: Record<string, Json> = { token: streamToken(world, id), expires };
  return { status: 200, body: { id, name: nameOf(id), location: location ?? '', properties } };
}

/** What `getAuthToken` gives for `id` and the stream hosts accept. */
export function streamToken(world: World, id: string): string {
  return Buffer.from(
    JSON.stringify({ resource: id.toLowerCase(), key: world.guid(`stream:${id.toLowerCase()}`) }),
  ).toString('base64url');
}

export const storages = defineType({
  type: STORAGE,
  apiVersions: API_VERSIONS.app,
  asyncStyle: 'none',
  duration: 'instant',
  showsState: false,
  rules: [
    nameRule(
      STORAGE,
      /^[A-Za-z0-9](?:[A-Za-z0-9-]{0,30}[A-Za-z0-9])?$/,
      {
        code: 'ManagedEnvironmentStorageInvalidName',
        message: (name) => `Invalid storage name '${name}': letters, digits and hyphens only.`,
      },
      'facts/azure.md section 1, ACA storages',
    ),
    rule('container-environment-storage-kind', 'facts/azure.md section 1, ACA storages', ({ properties }) =>
      ['azureFile', 'nfsAzureFile'].filter((kind) => valueAt(properties, kind) !== undefined).length === 1
        ? undefined
        : refusal(
            400,
            'InvalidRequestParameterWithDetails',
            'A storage must have exactly one of azureFile and nfsAzureFile.',
          ),
    ),
  ],
  secrets: ['azureFile.accountKey'],
});
