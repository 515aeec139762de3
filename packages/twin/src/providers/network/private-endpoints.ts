import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { isSettling } from '../cognitive-services/accounts.ts';
import { allocateAddresses, subnetOf, virtualNetworkOf } from '../common/addresses.ts';
import { defineReadOnly, defineType } from '../common/define.ts';
import { groupOf, nameOf, sameId, sameLocation } from '../common/ids.ts';
import { objectAt, objectsAt, textAt, textsAt } from '../common/json.ts';
import { invalidReference, linkedResourceRule, networkNameRule, refusal, rule } from '../common/rules.ts';
import { busyChild, isBusy } from '../common/states.ts';
import { gatewayEndpointRules } from './private-endpoint-gateway-rules.ts';
import { connectionsOf } from './private-link-connections.ts';
import { groupIdsOf, membersOf } from './private-link-targets.ts';

export { connectionsOf } from './private-link-connections.ts';

export const PRIVATE_ENDPOINT = 'Microsoft.Network/privateEndpoints';
const NETWORK_INTERFACE = 'Microsoft.Network/networkInterfaces';
const SOURCE = 'facts/azure.md section 2, private endpoints';

function interfaceId(id: string, properties: JsonObject, world: World): string {
  const custom = textAt(properties, 'customNetworkInterfaceName') ?? '';
  const name = custom === '' ? `${nameOf(id)}.nic.${world.guid(`nic:${id.toLowerCase()}`)}` : custom;
  return `${groupOf(id)}/providers/${NETWORK_INTERFACE}/${name}`;
}

function shownConnections(id: string, properties: JsonObject, member: string, status: string): readonly JsonObject[] {
  return objectsAt(properties, member).map((item) => ({
    ...item,
    id: `${id}/${member}/${textAt(item, 'name') ?? ''}`,
    type: `${PRIVATE_ENDPOINT}/${member}`,
    properties: {
      ...objectAt(item, 'properties'),
      provisioningState: 'Succeeded',
      privateLinkServiceConnectionState: {
        status,
        description: status === 'Approved' ? 'Auto-approved' : 'Awaiting approval',
        actionsRequired: 'None',
      },
    },
  }));
}

/** What each address of an endpoint is for. */
function wantedMembers(properties: JsonObject, world: World) {
  return connectionsOf(properties).flatMap(({ targetId, groupIds }) => {
    const target = world.store.get(targetId);
    return target === undefined
      ? []
      : groupIds.flatMap((groupId) => membersOf(target, groupId).map((member) => ({ groupId, ...member })));
  });
}

function writeInterface(endpoint: Resource, world: World): Resource | undefined {
  const subnetId = textAt(endpoint.properties, 'subnet.id') ?? '';
  const members = wantedMembers(endpoint.properties, world);
  const id = interfaceId(endpoint.id, endpoint.properties, world);
  const addresses = allocateAddresses(world.store, id, subnetId, members.length);
  const before = world.store.get(id);
  const card: Resource = {
    id,
    type: NETWORK_INTERFACE,
    name: nameOf(id),
    apiVersion: endpoint.apiVersion,
    ...(endpoint.location === undefined ? {} : { location: endpoint.location }),
    properties: {
      provisioningState: 'Succeeded',
      resourceGuid: world.guid(`resource:${id.toLowerCase()}`),
      privateEndpoint: { id: endpoint.id },
      ipConfigurations: members.map((member, index) => ({
        name: `privateEndpointIpConfig.${index}`,
        id: `${id}/ipConfigurations/privateEndpointIpConfig.${index}`,
        properties: {
          provisioningState: 'Succeeded',
          privateIPAddress: addresses[index] ?? '',
          privateIPAllocationMethod: 'Dynamic',
          privateIPAddressVersion: 'IPv4',
          subnet: { id: subnetId },
          primary: index === 0,
          privateLinkConnectionProperties: {
            groupId: member.groupId,
            requiredMemberName: member.member,
            fqdns: [member.fqdn],
          },
        },
      })),
    },
    secrets: {},
    etag: endpoint.etag,
    createdAt: before?.createdAt ?? world.clock.now,
    changedAt: world.clock.now,
  };
  world.store.put(card);
  return card;
}

/** Addresses of a private endpoint by the host name that each stands for. */
export function endpointAddresses(
  endpoint: Resource,
  world: World,
): readonly { readonly fqdn: string; readonly address: string }[] {
  const card = world.store.get(interfaceId(endpoint.id, endpoint.properties, world));
  return objectsAt(card?.properties, 'ipConfigurations').flatMap((item) =>
    textsAt(item, 'properties.privateLinkConnectionProperties.fqdns').map((fqdn) => ({
      fqdn,
      address: textAt(item, 'properties.privateIPAddress') ?? '',
    })),
  );
}

/** Shows the connection on the target, as its GET does. */
function noteOnTarget(endpoint: Resource, world: World, present: boolean): void {
  for (const { targetId, name, groupIds, manual } of connectionsOf(endpoint.properties)) {
    const target = world.store.get(targetId);
    if (target === undefined) continue;
    const others = objectsAt(target.properties, 'privateEndpointConnections').filter(
      (item) => !sameId(textAt(item, 'properties.privateEndpoint.id'), endpoint.id),
    );
    const connection: JsonObject = {
      id: `${target.id}/privateEndpointConnections/${endpoint.name}.${world.guid(`connection:${endpoint.id.toLowerCase()}:${name}`)}`,
      properties: {
        privateEndpoint: { id: endpoint.id },
        groupIds,
        privateLinkServiceConnectionState: {
          status: manual ? 'Pending' : 'Approved',
          description: '',
          actionsRequired: 'None',
        },
        provisioningState: 'Succeeded',
      },
    };
    const privateEndpointConnections = present ? [...others, connection] : others;
    world.store.put({ ...target, properties: { ...target.properties, privateEndpointConnections } });
  }
}

export const privateEndpoints = defineType({
  type: PRIVATE_ENDPOINT,
  apiVersions: API_VERSIONS.network,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: 'privateEndpoint',
  rules: [
    networkNameRule(PRIVATE_ENDPOINT),
    linkedResourceRule(
      'private-endpoint-subnet-exists',
      'subnet.id',
      'Microsoft.Network/virtualNetworks/subnets',
      invalidReference,
    ),
    rule(
      'private-endpoint-region',
      "facts/azure.md section 2: the endpoint must be in the VNet's region",
      ({ id, location, properties }, world) => {
        const subnetId = textAt(properties, 'subnet.id') ?? '';
        const network = virtualNetworkOf(world.store, subnetId);
        if (network === undefined || sameLocation(network.location, location)) return undefined;
        return refusal(
          400,
          'InvalidResourceReference',
          `Resource ${subnetId} referenced by resource ${id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
        );
      },
    ),
    rule('private-endpoint-subnet-not-delegated', SOURCE, ({ id, properties }, world) => {
      const subnet = subnetOf(world.store, textAt(properties, 'subnet.id'));
      const service = textAt(objectsAt(subnet?.properties, 'delegations')[0], 'properties.serviceName');
      if (subnet === undefined || service === undefined) return undefined;
      return refusal(
        400,
        'PrivateEndpointCannotBeCreatedInSubnetThatHasDelegation',
        `Private endpoint ${id} cannot be created in a subnet ${subnet.id} since it is delegated to ${service}.`,
      );
    }),
    rule('private-endpoint-subnet-room', 'Azure Kubernetes Service error codes: SubnetIsFull', (request, world) => {
      const { id, properties } = request;
      const subnet = subnetOf(world.store, textAt(properties, 'subnet.id'));
      const wanted = wantedMembers(properties, world).length;
      const card = interfaceId(id, properties, world);
      if (subnet === undefined || allocateAddresses(world.store, card, subnet.id, wanted).length === wanted)
        return undefined;
      return refusal(
        400,
        'SubnetIsFull',
        `Subnet ${subnet.name} with address prefix ${textAt(subnet.properties, 'addressPrefix') ?? ''} does not have enough capacity for ${wanted} IP addresses.`,
      );
    }),
    rule(
      'private-endpoint-network-settled',
      'facts/azure.md section 2, Peering: parallel writes of one VNet',
      ({ id, properties }, world) => {
        const network = virtualNetworkOf(world.store, textAt(properties, 'subnet.id') ?? '');
        if (network === undefined || !isBusy(network)) return undefined;
        return refusal(
          429,
          'ReferencedResourceNotProvisioned',
          `Cannot proceed with operation because resource ${network.id} used by resource ${id} is not in Succeeded state. Resource is in Updating state and the last operation that updated/is updating the resource is PutVirtualNetworkOperation.`,
          { curedByTime: true },
        );
      },
    ),
    rule('private-endpoint-target-exists', SOURCE, ({ id, properties }, world) => {
      const missing = connectionsOf(properties).find(({ targetId }) => !world.store.has(targetId));
      return missing === undefined
        ? undefined
        : refusal(
            400,
            'PrivateLinkServiceNotFound',
            `Resource ${missing.targetId} referenced by private endpoint ${id} was not found.`,
          );
    }),
    rule('private-endpoint-connection-required', SOURCE, ({ id, properties }) =>
      connectionsOf(properties).length === 1
        ? undefined
        : refusal(
            400,
            'PrivateEndpointMustHaveExactlyOneConnection',
            `Private endpoint ${id} must have exactly one private link service connection.`,
          ),
    ),
    rule('private-endpoint-group-id', SOURCE, ({ id, properties }, world) => {
      for (const { targetId, groupIds } of connectionsOf(properties)) {
        const target = world.store.get(targetId);
        const known = target === undefined ? [] : groupIdsOf(target.type);
        if (target === undefined) continue;
        const wrong = groupIds.find((groupId) => !known.includes(groupId.toLowerCase()));
        if (wrong !== undefined || groupIds.length === 0) {
          return refusal(
            400,
            'PrivateEndpointCannotConnectToResource',
            `Call to ${target.type} failed. Error message: The group id '${wrong ?? ''}' of private endpoint ${id} is not supported by ${target.id}. Supported: ${known.join(', ')}.`,
          );
        }
      }
      return undefined;
    }),
    ...gatewayEndpointRules,
    rule(
      'private-endpoint-account-settled',
      'facts/azure.md section 0.4 and section 4, Foundry PE',
      ({ properties }, world) => {
        for (const { targetId } of connectionsOf(properties)) {
          const target = world.store.get(targetId);
          if (target?.type.toLowerCase() !== 'microsoft.cognitiveservices/accounts') continue;
          const busy =
            isBusy(target) || isSettling(world, target.id) || busyChild(world.store, target.id, '') !== undefined;
          if (busy) {
            return refusal(
              400,
              'AccountProvisioningStateInvalid',
              `Call to Microsoft.CognitiveServices/accounts failed. Error message: Account ${target.id} in state Accepted`,
            );
          }
        }
        return undefined;
      },
    ),
    rule(
      'private-endpoint-server-settled',
      'facts/azure.md section 0.5: a private endpoint makes PostgreSQL busy, and waits for it',
      ({ properties }, world) => {
        for (const { targetId } of connectionsOf(properties)) {
          const target = world.store.get(targetId);
          if (target?.type.toLowerCase() !== 'microsoft.dbforpostgresql/flexibleservers') continue;
          if (isBusy(target) || busyChild(world.store, target.id, '') !== undefined) {
            return refusal(
              409,
              'ServerIsBusy',
              `Server '${target.name}' is busy with other operations. Please try later.`,
            );
          }
        }
        return undefined;
      },
    ),
    rule('private-endpoint-server-network-mode', 'facts/azure.md section 2, PG networking', ({ properties }, world) => {
      for (const { targetId } of connectionsOf(properties)) {
        const target = world.store.get(targetId);
        if (textAt(target?.properties, 'network.delegatedSubnetResourceId') !== undefined) {
          return refusal(
            400,
            'PrivateEndpointFeatureNotSupportedOnServer',
            `Call to Microsoft.DBforPostgreSQL/flexibleServers failed. Error message: The given server ${target?.name ?? ''} does not support private endpoint feature. Please create a new server that is private endpoint capable.`,
          );
        }
      }
      return undefined;
    }),
  ],
  defaults: () => ({
    manualPrivateLinkServiceConnections: [],
    privateLinkServiceConnections: [],
    customNetworkInterfaceName: '',
    ipVersionType: 'IPv4',
    ipConfigurations: [],
  }),
  keep: ({ id, properties }) => ({
    ...properties,
    privateLinkServiceConnections: shownConnections(id, properties, 'privateLinkServiceConnections', 'Approved'),
    manualPrivateLinkServiceConnections: shownConnections(
      id,
      properties,
      'manualPrivateLinkServiceConnections',
      'Pending',
    ),
  }),
  readOnly: ({ id, properties }, world) => ({
    resourceGuid: world.guid(`resource:${id.toLowerCase()}`),
    networkInterfaces: [{ id: interfaceId(id, properties, world) }],
  }),
  outputs: (endpoint, world) => ({
    customDnsConfigs: endpointAddresses(endpoint, world).map(({ fqdn, address }) => ({ fqdn, ipAddresses: [address] })),
  }),
  afterComplete(endpoint, world) {
    writeInterface(endpoint, world);
    const customDnsConfigs = endpointAddresses(endpoint, world).map(({ fqdn, address }) => ({
      fqdn,
      ipAddresses: [address],
    }));
    world.store.put({ ...endpoint, properties: { ...endpoint.properties, customDnsConfigs } });
    noteOnTarget(endpoint, world, true);
  },
  afterDelete(endpoint, world) {
    world.store.delete(interfaceId(endpoint.id, endpoint.properties, world));
    noteOnTarget(endpoint, world, false);
  },
});

export const networkInterfaces = defineReadOnly({
  type: NETWORK_INTERFACE,
  apiVersions: API_VERSIONS.network,
  location: 'optional',
  // Assumption: code and words; that it is refused is documented ("read-only for the lifecycle of the endpoint").
  refuseDelete(card, world) {
    const endpointId = textAt(card.properties, 'privateEndpoint.id') ?? '';
    if (!world.store.has(endpointId)) return undefined;
    return refusal(
      400,
      'NicInUseWithPrivateEndpoint',
      `Network interface ${card.id} is used by existing resource ${endpointId}. In order to delete the network interface, it must be dissociated from the resource. To learn more, see aka.ms/deletenic.`,
    );
  },
});
