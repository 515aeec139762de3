import { API_VERSIONS } from '../api-versions.ts';
import { formatAddress } from '../common/cidr.ts';
import { defineType } from '../common/define.ts';
import { hasForeigner } from '../common/global-names.ts';
import { normalLocation, sameId } from '../common/ids.ts';
import { textAt, textsBelow } from '../common/json.ts';
import { choiceRule, invalidReference, linkedResourceRule, networkNameRule, refusal, rule } from '../common/rules.ts';

const PUBLIC_ADDRESS = 'Microsoft.Network/publicIPAddresses';
const NAT_GATEWAY = 'Microsoft.Network/natGateways';
const ROUTE_TABLE = 'Microsoft.Network/routeTables';
const SOURCE = 'Microsoft.Network validation';

/** A public address of the twin: one of 198.18.0.0/15, which RFC 2544 keeps for tests, so that it is nobody's. */
function publicAddress(chance: number): string {
  return formatAddress(198 * 2 ** 24 + 18 * 2 ** 16 + 1 + Math.floor(chance * (2 ** 17 - 2)));
}

export const publicIPAddresses = defineType({
  type: PUBLIC_ADDRESS,
  apiVersions: API_VERSIONS.network,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: 'network',
  rules: [
    networkNameRule(PUBLIC_ADDRESS),
    choiceRule(
      'public-ip-sku',
      'body.sku.name',
      ['Standard', 'StandardV2'],
      () =>
        refusal(
          400,
          'PublicIPAddressBasicSkuRetired',
          'Cannot create a Basic SKU public IP address: the Basic SKU is retired. Use the Standard SKU.',
        ),
      'Microsoft: Basic SKU public IP addresses retired on 30 September 2025',
    ),
    rule('public-ip-standard-static', SOURCE, ({ id, sku, properties }) =>
      (textAt(sku, 'name') ?? 'Standard') === 'Standard' &&
      textAt(properties, 'publicIPAllocationMethod')?.toLowerCase() === 'dynamic'
        ? refusal(
            400,
            'PublicIPAddressWithStandardSkuMustUseStaticAllocation',
            `Standard sku publicIp ${id} must have AllocationMethod set to Static.`,
          )
        : undefined,
    ),
    rule('public-ip-label-valid', SOURCE, ({ properties }) => {
      const label = textAt(properties, 'dnsSettings.domainNameLabel');
      if (label === undefined || /^[a-z][a-z0-9-]{1,61}[a-z0-9]$/.test(label)) return undefined;
      return refusal(
        400,
        'InvalidDomainNameLabel',
        `The domain name label ${label} is invalid. It must conform to the following regular expression: ^[a-z][a-z0-9-]{1,61}[a-z0-9]$.`,
      );
    }),
    rule('public-ip-label-free', SOURCE, ({ id, properties, location }, world) => {
      const label = textAt(properties, 'dnsSettings.domainNameLabel');
      const taken = world.store
        .ofType(PUBLIC_ADDRESS)
        .find(
          (other) =>
            !sameId(other.id, id) &&
            other.location === location &&
            textAt(other.properties, 'dnsSettings.domainNameLabel') === label,
        );
      if (label === undefined || (taken === undefined && !hasForeigner(world, PUBLIC_ADDRESS, label))) return undefined;
      return refusal(
        409,
        'DnsRecordInUse',
        `DNS record ${label}.${normalLocation(location)}.cloudapp.azure.com is already used by another public IP.`,
      );
    }),
  ],
  defaults: () => ({
    publicIPAddressVersion: 'IPv4',
    publicIPAllocationMethod: 'Static',
    idleTimeoutInMinutes: 4,
    ipTags: [],
    ddosSettings: { protectionMode: 'VirtualNetworkInherited' },
  }),
  keep({ properties, location }) {
    const label = textAt(properties, 'dnsSettings.domainNameLabel');
    if (label === undefined) return properties;
    return {
      ...properties,
      dnsSettings: { domainNameLabel: label, fqdn: `${label}.${normalLocation(location)}.cloudapp.azure.com` },
    };
  },
  readOnly: ({ id }, world) => ({
    resourceGuid: world.guid(`resource:${id.toLowerCase()}`),
    ipAddress: publicAddress(world.chance(`public-address:${id.toLowerCase()}`)),
  }),
  refuseDelete(address, world) {
    const user = [...world.store.all()].find(
      (other) =>
        !sameId(other.id, address.id) &&
        !other.type.toLowerCase().startsWith('microsoft.resources/') &&
        [...textsBelow(other.properties)].some(([, text]) => sameId(text, address.id)),
    );
    if (user === undefined) return undefined;
    return refusal(
      400,
      'PublicIPAddressCannotBeDeleted',
      `Public IP address ${address.id} can not be deleted since it is still allocated to resource ${user.id}. In order to delete the public IP, disassociate/detach the Public IP address from the resource. To learn how to do this, see aka.ms/deletepublicip.`,
    );
  },
});

export const natGateways = defineType({
  type: NAT_GATEWAY,
  apiVersions: API_VERSIONS.network,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: 'network',
  rules: [
    networkNameRule(NAT_GATEWAY),
    linkedResourceRule('nat-gateway-public-ip-exists', 'publicIpAddresses[].id', PUBLIC_ADDRESS, invalidReference),
  ],
  defaults: () => ({ idleTimeoutInMinutes: 4 }),
  readOnly: ({ id }, world) => ({ resourceGuid: world.guid(`resource:${id.toLowerCase()}`) }),
});

export const routeTables = defineType({
  type: ROUTE_TABLE,
  apiVersions: API_VERSIONS.network,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: 'network',
  rules: [networkNameRule(ROUTE_TABLE)],
  defaults: () => ({ disableBgpRoutePropagation: false, routes: [] }),
  readOnly: ({ id }, world) => ({ resourceGuid: world.guid(`resource:${id.toLowerCase()}`) }),
});
