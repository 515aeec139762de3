import type { ArmRuleId } from '../../src/arm/rules.ts';
import { registrationKey } from '../../src/arm/state.ts';
import type { Json, JsonObject } from '../../src/kernel/store.ts';
import { SUBSCRIPTION, type Bench } from '../providers/bench.ts';
import type { FrontDoor } from '../providers/front-door.ts';
import { IDS } from '../providers/landscape.ts';
import { group, module, publicAddress, request, template } from '../support/templates.ts';

/** A deployment that Azure Resource Manager itself refuses. The world before it is the landscape of the providers' cases. */
export interface ArmRuleCase {
  readonly rule: ArmRuleId;
  readonly code: string;
  /** Below the subscription. Default: a deployment in the group `rg`. */
  readonly path?: string;
  readonly body: JsonObject;
  /** Brings about the state in which the deployment is refused. */
  readonly given?: (bench: Bench, door: FrontDoor) => void | Promise<void>;
  /** With the rule off something else refuses it, under this code. */
  readonly also?: string;
}

const DEPLOYMENTS = 'providers/Microsoft.Resources/deployments';
const AT_SUBSCRIPTION = `${DEPLOYMENTS}/violation`;
const RG = `${SUBSCRIPTION}/resourceGroups/rg`;
const CONTRIBUTOR = 'b24988ac-6180-42a0-ab88-20f7382dd24c';
const READER = 'acdd72a7-3385-48ef-bd42-f606fba81ae7';
const deployment = (resources: object): JsonObject =>
  request(template('resourceGroup', resources as Readonly<Record<string, unknown>>)) as JsonObject;
const address = (more: Readonly<Record<string, unknown>> = {}): JsonObject =>
  deployment({ address: publicAddress('new', more) });
const tagged = (tags: JsonObject): JsonObject => address({ tags });
const zone = (more: object): object => ({
  type: 'Microsoft.Network/privateDnsZones',
  apiVersion: '2024-06-01',
  name: 'new.internal',
  location: 'global',
  ...more,
});
const groups = (name: string, location?: string): JsonObject =>
  request(template('subscription', { group: group(name, location) }), {}, 'swedencentral') as JsonObject;

/** A resource of a type that the landscape does not have. */
const other = (type: string, apiVersion: string): JsonObject =>
  deployment({ other: { type, apiVersion, name: 'new', location: 'swedencentral', properties: {} } });

/** Stores a lock on the group. */
function lockGroup({ world }: Bench, level: string): void {
  const id = `${RG}/providers/Microsoft.Authorization/locks/keep`;
  const { now } = world.clock;
  world.store.put({
    ...{ id, type: 'Microsoft.Authorization/locks', name: 'keep', apiVersion: '2020-05-01', properties: { level } },
    ...{ secrets: {}, etag: id, createdAt: now, changedAt: now },
  });
}

function deleting({ world }: Bench, id: string): void {
  const resource = world.store.get(id);
  if (resource === undefined) throw new Error(`${id} is not there`);
  world.store.put({ ...resource, properties: { ...resource.properties, provisioningState: 'Deleting' } });
}

const numbered = (count: number): JsonObject =>
  Object.fromEntries(Array.from({ length: count }, (_, index): [string, Json] => [`tag-${index}`, 'x']));

/** One case a rule, in the order of the rules. */
export const ARM_CASES: readonly ArmRuleCase[] = [
  {
    rule: 'resource-namespace-known',
    code: 'InvalidResourceNamespace',
    body: other('Contoso.Network/networks', '2025-01-01'),
    also: 'MissingSubscriptionRegistration',
  },
  {
    rule: 'resource-type-known',
    code: 'InvalidResourceType',
    body: other('Microsoft.Network/virtualNetwork', '2025-05-01'),
    also: 'NotImplemented',
  },
  {
    rule: 'resource-api-version-known',
    code: 'NoRegisteredProviderFound',
    body: address({ apiVersion: '2015-01-01' }),
  },
  {
    rule: 'resource-provider-registered',
    code: 'MissingSubscriptionRegistration',
    body: address(),
    given: (_, { twin }) => {
      twin.arm.state.registrations.delete(registrationKey(twin.world.tenant.subscriptionId, 'Microsoft.Network'));
    },
  },
  { rule: 'resource-location-given', code: 'LocationRequired', body: address({ location: '' }) },
  {
    rule: 'resource-location-known',
    code: 'LocationNotAvailableForResourceType',
    body: address({ location: 'atlantis' }),
  },
  {
    rule: 'resource-location-fixed',
    code: 'InvalidResourceLocation',
    body: deployment({ address: publicAddress('pip-nat', { location: 'westeurope' }) }),
  },
  {
    rule: 'resource-zones-offered',
    code: 'LocationNotSupportAvailabilityZones',
    body: address({ location: 'ukwest', zones: ['1'] }),
  },
  { rule: 'resource-zones-known', code: 'InvalidAvailabilityZone', body: address({ zones: ['1', '4'] }) },
  {
    rule: 'resource-group-exists',
    code: 'ResourceGroupNotFound',
    path: `resourceGroups/none/${AT_SUBSCRIPTION}`,
    body: address(),
  },
  {
    rule: 'resource-group-not-being-deleted',
    code: 'ResourceGroupBeingDeleted',
    body: address(),
    given: (bench) => {
      deleting(bench, RG);
    },
  },
  {
    rule: 'resource-parent-exists',
    code: 'ParentResourceNotFound',
    body: deployment({
      subnet: {
        type: 'Microsoft.Network/virtualNetworks/subnets',
        apiVersion: '2025-05-01',
        name: 'none/apps',
        properties: { addressPrefix: '10.0.0.0/24' },
      },
    }),
    also: 'NetcfgInvalidSubnet',
  },
  {
    rule: 'resource-not-being-deleted',
    code: 'Conflict',
    body: deployment({
      identity: {
        type: 'Microsoft.ManagedIdentity/userAssignedIdentities',
        apiVersion: '2024-11-30',
        name: IDS.identity.split('/').at(-1) ?? '',
        location: 'swedencentral',
      },
    }),
    given: (bench) => {
      deleting(bench, bench.id(IDS.identity));
    },
  },
  {
    rule: 'resource-unlocked',
    code: 'ScopeLocked',
    body: address(),
    given: (bench) => {
      lockGroup(bench, 'ReadOnly');
    },
  },
  {
    rule: 'caller-may-write',
    code: 'AuthorizationFailed',
    body: deployment({
      role: {
        type: 'Microsoft.Authorization/roleAssignments',
        apiVersion: '2022-04-01',
        name: 'aaaaaaaa-0000-4000-8000-000000000001',
        properties: {
          principalId: 'aaaaaaaa-0000-4000-8000-000000000002',
          roleDefinitionId: `${SUBSCRIPTION}/providers/Microsoft.Authorization/roleDefinitions/${READER}`,
          principalType: 'ServicePrincipal',
        },
      },
    }),
    // Contributor may deploy everything but what gives rights.
    given: async (bench, door) => {
      const principal = bench.text(IDS.identity, 'principalId');
      bench.assign(RG, principal, CONTRIBUTOR);
      await door.signIn(principal);
    },
  },
  {
    rule: 'resource-group-name',
    code: 'InvalidResourceGroup',
    path: AT_SUBSCRIPTION,
    body: groups('ends.with.a.period.'),
  },
  {
    rule: 'resource-group-location-fixed',
    code: 'InvalidResourceGroupLocation',
    path: AT_SUBSCRIPTION,
    body: groups('rg', 'westeurope'),
  },
  { rule: 'tag-count', code: 'TooManyTags', body: tagged(numbered(51)) },
  { rule: 'tag-count-of-type', code: 'TooManyTags', body: deployment({ zone: zone({ tags: numbered(16) }) }) },
  { rule: 'tag-name-characters', code: 'InvalidTagNameCharacters', body: tagged({ 'cost/centre': 'x' }) },
  { rule: 'tag-name-length', code: 'InvalidTagNameLength', body: tagged({ ['x'.repeat(513)]: 'x' }) },
  {
    rule: 'tag-name-length-of-type',
    code: 'InvalidTagNameLength',
    body: deployment({
      storage: {
        type: 'Microsoft.Storage/storageAccounts',
        apiVersion: '2025-06-01',
        name: 'stnew',
        location: 'swedencentral',
        kind: 'StorageV2',
        sku: { name: 'Standard_LRS' },
        tags: { ['x'.repeat(129)]: 'x' },
      },
    }),
  },
  { rule: 'tag-value-length', code: 'InvalidTagValueLength', body: tagged({ x: 'x'.repeat(257) }) },
  {
    rule: 'deployment-name',
    code: 'InvalidDeploymentName',
    path: `resourceGroups/rg/${DEPLOYMENTS}/${'x'.repeat(65)}`,
    body: address(),
  },
  { rule: 'deployment-location', code: 'InvalidDeployment', body: { ...address(), location: 'swedencentral' } },
  {
    rule: 'deployment-location-fixed',
    code: 'InvalidDeploymentLocation',
    path: AT_SUBSCRIPTION,
    body: groups('rg-new'),
    given: async (_, door) => {
      await door.deploy(AT_SUBSCRIPTION, { ...groups('rg-new'), location: 'westeurope' });
    },
  },
  {
    rule: 'deployment-scope',
    code: 'InvalidSchema',
    path: AT_SUBSCRIPTION,
    body: {
      ...deployment({ net: module('net', template('resourceGroup', {}), { resourceGroup: 'rg' }) }),
      location: 'swedencentral',
    },
  },
  {
    rule: 'deployment-active',
    code: 'DeploymentActive',
    body: address(),
    given: async (_, door) => {
      await door.start(`resourceGroups/rg/${AT_SUBSCRIPTION}`, address());
    },
  },
  {
    rule: 'deployment-history',
    code: 'DeploymentQuotaExceeded',
    body: address(),
    given: async (_, door) => {
      await door.deploy(`resourceGroups/rg/${DEPLOYMENTS}/first`, deployment({}));
      const [first] = door.twin.arm.state.deployments.values();
      if (first === undefined) throw new Error('the first deployment left no record');
      for (let index = 1; index < 800; index += 1)
        door.twin.arm.state.deployments.set(`${first.id}-${index}`.toLowerCase(), first);
    },
  },
];
