import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { allocateAddress } from '../common/addresses.ts';
import { formatAddress } from '../common/cidr.ts';
import { defineType } from '../common/define.ts';
import { isTrueAt, numberAt, objectsAt, textAt, without } from '../common/json.ts';
import { forgetSoftDeleted, softDelete, softDeleted } from '../common/soft-delete.ts';
import type { DurationKey } from '../durations.ts';
import type { WriteRequest } from '../type-definition.ts';
import { SERVICE, serviceRules } from './service-rules.ts';
import { isV2, mode, subnetIdOf } from './tiers.ts';

export { SERVICE } from './service-rules.ts';

/** A change of where the service stands, as opposed to one of its settings. */
function movesService({ existing, properties, sku }: WriteRequest): boolean {
  if (existing === undefined) return true;
  const members = ['virtualNetworkType', 'virtualNetworkConfiguration.subnetResourceId', 'publicIpAddressId'];
  const moved = members.some(
    (member) =>
      (textAt(existing.properties, member) ?? '').toLowerCase() !== (textAt(properties, member) ?? '').toLowerCase(),
  );
  return (
    moved ||
    textAt(existing.sku, 'name') !== textAt(sku, 'name') ||
    numberAt(existing.sku, 'capacity') !== numberAt(sku, 'capacity')
  );
}

function durationFor(request: WriteRequest): DurationKey {
  const v2 = isV2(request);
  if (request.existing === undefined) return v2 ? 'apiManagementV2Create' : 'apiManagementCreate';
  if (!movesService(request)) return 'apiManagementUnchanged';
  return v2 ? 'apiManagementV2Infrastructure' : 'apiManagementInfrastructure';
}

function publicAddress(world: World, id: string): string {
  return formatAddress(
    198 * 2 ** 24 + 19 * 2 ** 16 + 1 + Math.floor(world.chance(`gateway-address:${id.toLowerCase()}`) * 65_000),
  );
}

export const services = defineType({
  type: SERVICE,
  apiVersions: API_VERSIONS.apiManagement,
  location: 'required',
  asyncStyle: 'location',
  duration: { create: 'apiManagementCreate', update: 'apiManagementUnchanged', delete: 'apiManagementDelete' },
  durationFor,
  running: { create: 'Activating', update: 'Updating' },
  rules: serviceRules,
  defaults: ({ sku }) => ({
    notificationSenderEmail: 'apimgmt-noreply@mail.windowsazure.com',
    targetProvisioningState: '',
    virtualNetworkType: 'None',
    disableGateway: false,
    natGatewayState: 'Unsupported',
    apiVersionConstraint: {},
    publicNetworkAccess: 'Enabled',
    legacyPortalStatus: 'Disabled',
    developerPortalStatus: 'Disabled',
    platformVersion: isV2({ sku }) ? 'stv2.2' : 'stv2.1',
    customProperties: {},
  }),
  keep(request, world) {
    const restored = isTrueAt(request.properties, 'restore')
      ? softDeleted(world, SERVICE, request.name)?.resource.properties
      : undefined;
    return restored ?? without(request.properties, ['restore']);
  },
  readOnly({ name, properties, existing }, world) {
    const host = name.toLowerCase();
    return {
      gatewayUrl: `https://${host}.azure-api.net`,
      gatewayRegionalUrl: `https://${host}-01.regional.azure-api.net`,
      managementApiUrl: `https://${host}.management.azure-api.net`,
      portalUrl: `https://${host}.portal.azure-api.net`,
      developerPortalUrl: `https://${host}.developer.azure-api.net`,
      scmUrl: `https://${host}.scm.azure-api.net`,
      hostnameConfigurations:
        objectsAt(properties, 'hostnameConfigurations').length > 0
          ? objectsAt(properties, 'hostnameConfigurations')
          : [
              {
                type: 'Proxy',
                hostName: `${host}.azure-api.net`,
                negotiateClientCertificate: false,
                defaultSslBinding: true,
                certificateSource: 'BuiltIn',
              },
            ],
      createdAtUtc: new Date(existing?.createdAt ?? world.clock.now).toISOString(),
    };
  },
  outputs({ id, properties }, world) {
    const subnetId = subnetIdOf(properties);
    const address = world.store.get(textAt(properties, 'publicIpAddressId') ?? '');
    const visible = textAt(address?.properties, 'ipAddress') ?? publicAddress(world, id);
    const inside = subnetId === undefined ? undefined : allocateAddress(world.store, id, subnetId);
    return {
      publicIPAddresses: [visible],
      outboundPublicIPAddresses: [visible],
      ...(mode(properties) === 'Internal' && inside !== undefined ? { privateIPAddresses: [inside] } : {}),
    };
  },
  afterComplete: (service, world) => {
    forgetSoftDeleted(world, SERVICE, service.name);
  },
  afterDelete: (service, world) => {
    softDelete(world, service, [], 2);
  },
  actions: {
    applynetworkconfigurationupdates: ({ resource }) => ({
      status: 200,
      body: {
        id: resource.id,
        name: resource.name,
        type: resource.type,
        location: resource.location,
        properties: resource.properties,
      },
    }),
  },
});
