import type { JsonObject } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { backendHealth } from '../../data-planes/application-gateway/health.ts';
import { readSecret } from '../../data-planes/key-vault/read-secret.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { subnetOf, subnetPrefixes, usersOf, virtualNetworkOf } from '../common/addresses.ts';
import { defineType } from '../common/define.ts';
import { sameId, sameLocation } from '../common/ids.ts';
import { numberAt, objectsAt, textAt } from '../common/json.ts';
import {
  assignedIdentities,
  invalidReference,
  lateRule,
  linkedResourceRule,
  networkNameRule,
  refusal,
  rule,
  textsAtPath,
} from '../common/rules.ts';
import { isBusy } from '../common/states.ts';
import type { Refusal, WriteRequest } from '../type-definition.ts';
import { danglingParts, withPartIds } from './application-gateway-parts.ts';
import { routingRules } from './application-gateway-routing.ts';
import { allows } from './nsg-flows.ts';

export const GATEWAY = 'Microsoft.Network/applicationGateways';
export const POLICY = 'Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies';
const PUBLIC_ADDRESS = 'Microsoft.Network/publicIPAddresses';
const SOURCE = 'facts/azure.md sections 1 and 2, App GW v2';

function subnetIdOf(properties: JsonObject): string {
  return textsAtPath(properties, 'gatewayIPConfigurations[].properties.subnet.id')[0] ?? '';
}

function tierOf({ properties }: WriteRequest): string {
  return textAt(properties, 'sku.tier') ?? textAt(properties, 'sku.name') ?? '';
}

/** The first value that stands twice in the list. */
export function duplicate(values: readonly string[]): string | undefined {
  return values.find((value, index) => values.indexOf(value) !== index);
}

/** Listeners collide when they share frontend address, port and host names. */
function listenerKey(listener: JsonObject): string {
  const hosts = [
    textAt(listener, 'properties.hostName') ?? '',
    ...textsAtPath(listener, 'properties.hostNames[]'),
  ].join(',');
  return [
    textAt(listener, 'properties.frontendIPConfiguration.id'),
    textAt(listener, 'properties.frontendPort.id'),
    hosts,
  ]
    .join('|')
    .toLowerCase();
}

function keyVaultRefusal(request: WriteRequest, world: World): Refusal | undefined {
  const [identityId] = assignedIdentities(request);
  const principalId = textAt(world.store.get(identityId ?? '')?.properties, 'principalId');
  for (const uri of textsAtPath(request.properties, 'sslCertificates[].properties.keyVaultSecretId')) {
    const access = principalId === undefined ? undefined : readSecret(world, uri, principalId, 'trusted-service');
    if (access?.kind === 'readable') continue;
    const missing = access?.kind === 'missing';
    const detail = missing
      ? {
          code: 'ApplicationGatewayKeyVaultSecretNotFound',
          message: `Unable to find the secret '${uri}' that Application Gateway '${request.id}' names. ${access.reason}`,
        }
      : {
          code: 'ApplicationGatewayKeyVaultSecretAccessDenied',
          message: `Access denied for KeyVault Secret '${uri}' for Application Gateway '${request.id}'. Make sure that Identity assigned to Application Gateway has access to the KeyVault associated with secret. ${access?.reason ?? 'The Application Gateway has no identity.'}`,
        };
    return refusal(
      400,
      'ApplicationGatewayKeyVaultSecretException',
      `Problem occured while accessing and validating KeyVault Secrets associated with Application Gateway '${request.id}'. See details below:`,
      { details: [detail] },
    );
  }
  return undefined;
}

export const applicationGateways = defineType({
  type: GATEWAY,
  apiVersions: API_VERSIONS.network,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: {
    create: 'applicationGatewayCreate',
    update: 'applicationGatewayUpdate',
    delete: 'applicationGatewayDelete',
  },
  rules: [
    networkNameRule(GATEWAY),
    rule('application-gateway-settled', 'facts/azure.md section 4, App GW', ({ id, existing }) =>
      existing !== undefined && isBusy(existing)
        ? refusal(
            409,
            'AnotherOperationInProgress',
            `Another operation on this or dependent resource is in progress. To retrieve status of the operation use the Azure-AsyncOperation header. Resource: ${id}`,
          )
        : undefined,
    ),
    rule('application-gateway-tier', 'Microsoft: v1 of Application Gateway retired in April 2026', (request) =>
      /^(Standard|WAF)_v2$|^Basic$/i.test(tierOf(request))
        ? undefined
        : refusal(
            400,
            'ApplicationGatewaySkuNotSupported',
            `Application Gateway ${request.id} cannot be created with SKU tier '${tierOf(request)}'. Allowed tiers: Basic, Standard_v2, WAF_v2.`,
          ),
    ),
    rule('application-gateway-capacity', SOURCE, ({ id, properties }) => {
      const fixed = numberAt(properties, 'sku.capacity');
      const scaled = numberAt(properties, 'autoscaleConfiguration.minCapacity');
      if (fixed !== undefined && scaled !== undefined) {
        return refusal(
          400,
          'ApplicationGatewayCapacityAndAutoscaleBothSpecified',
          `Application Gateway ${id} has both sku.capacity and autoscaleConfiguration.`,
        );
      }
      return fixed === undefined && scaled === undefined
        ? refusal(
            400,
            'ApplicationGatewayCapacityNotSpecified',
            `Application Gateway ${id} needs sku.capacity or autoscaleConfiguration.`,
          )
        : undefined;
    }),
    linkedResourceRule(
      'application-gateway-subnet-exists',
      'gatewayIPConfigurations[].properties.subnet.id',
      'Microsoft.Network/virtualNetworks/subnets',
      invalidReference,
    ),
    rule('application-gateway-subnet-dedicated', SOURCE, ({ id, properties }, world) => {
      const subnetId = subnetIdOf(properties);
      const other = usersOf(world.store, subnetId).find((user) => user.type.toLowerCase() !== GATEWAY.toLowerCase());
      if (other === undefined) return undefined;
      return refusal(
        400,
        'ApplicationGatewaySubnetCannotBeSharedWithOtherResources',
        `Subnet ${subnetId} of Application Gateway ${id} cannot be used: it holds ${other.id}, and only Application Gateways can stand in it.`,
      );
    }),
    rule('application-gateway-subnet-not-delegated', SOURCE, ({ id, properties }, world) => {
      const subnet = subnetOf(world.store, subnetIdOf(properties));
      const services = objectsAt(subnet?.properties, 'delegations').map(
        (item) => textAt(item, 'properties.serviceName') ?? '',
      );
      const foreign = services.find((service) => service.toLowerCase() !== GATEWAY.toLowerCase());
      if (foreign === undefined) return undefined;
      return refusal(
        400,
        'ApplicationGatewaySubnetDelegatedToOtherService',
        `Subnet ${subnet?.id ?? ''} of Application Gateway ${id} is delegated to ${foreign}.`,
      );
    }),
    rule('application-gateway-security-group', SOURCE, ({ id, properties }, world) => {
      const subnet = subnetOf(world.store, subnetIdOf(properties));
      const group = world.store.get(textAt(subnet?.properties, 'networkSecurityGroup.id') ?? '');
      if (subnet === undefined || group === undefined) return undefined;
      const block = subnetPrefixes(subnet)[0];
      const open = [65200, 65535].every((port) =>
        allows(group, {
          direction: 'Inbound',
          source: 'GatewayManager',
          destination: 'VirtualNetwork',
          port,
          protocol: 'Tcp',
          subnet: block,
        }),
      );
      if (open) return undefined;
      return refusal(
        400,
        'ApplicationGatewaySubnetInboundTrafficBlockedByNetworkSecurityGroup',
        `Network security group ${group.id} blocks incoming internet traffic on ports 65200 - 65535 to subnet ${subnet.id}, associated with Application Gateway ${id}. This is not permitted for Application Gateways that have V2 Sku.`,
      );
    }),
    rule('application-gateway-region', SOURCE, ({ id, location, properties }, world) => {
      const network = virtualNetworkOf(world.store, subnetIdOf(properties));
      if (network === undefined || sameLocation(network.location, location)) return undefined;
      return refusal(
        400,
        'InvalidResourceReference',
        `Resource ${subnetIdOf(properties)} referenced by resource ${id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
      );
    }),
    rule('application-gateway-part-exists', SOURCE, (request) => {
      const [missing] = danglingParts(request.id, request.properties);
      return missing === undefined ? undefined : invalidReference(missing, request);
    }),
    linkedResourceRule(
      'application-gateway-public-ip-exists',
      'frontendIPConfigurations[].properties.publicIPAddress.id',
      PUBLIC_ADDRESS,
      invalidReference,
    ),
    rule('application-gateway-public-ip-standard', SOURCE, ({ id, properties }, world) => {
      for (const addressId of textsAtPath(properties, 'frontendIPConfigurations[].properties.publicIPAddress.id')) {
        const address = world.store.get(addressId);
        const fits =
          textAt(address?.sku, 'name')?.startsWith('Standard') === true &&
          textAt(address?.properties, 'publicIPAllocationMethod') === 'Static';
        if (address !== undefined && !fits) {
          return refusal(
            400,
            'ApplicationGatewayPublicIpMustBeStandardStatic',
            `Application Gateway ${id} with a V2 SKU can only reference a public IP address with Standard SKU and static allocation. Public IP: ${addressId}.`,
          );
        }
      }
      return undefined;
    }),
    rule('application-gateway-public-ip-free', SOURCE, ({ id, properties }, world) => {
      for (const addressId of textsAtPath(properties, 'frontendIPConfigurations[].properties.publicIPAddress.id')) {
        const other = world.store
          .ofType(GATEWAY)
          .find(
            (gateway) =>
              !sameId(gateway.id, id) &&
              textsAtPath(gateway.properties, 'frontendIPConfigurations[].properties.publicIPAddress.id').some((used) =>
                sameId(used, addressId),
              ),
          );
        if (other !== undefined) {
          return refusal(
            400,
            'PublicIPAddressInUse',
            `Resource ${id} is referencing public IP address ${addressId} that is already allocated to resource ${other.id}.`,
          );
        }
      }
      return undefined;
    }),
    linkedResourceRule('application-gateway-policy-exists', 'firewallPolicy.id', POLICY, invalidReference),
    rule('application-gateway-policy-tier', SOURCE, (request) =>
      textAt(request.properties, 'firewallPolicy.id') !== undefined && !/^WAF_v2$/i.test(tierOf(request))
        ? refusal(
            400,
            'ApplicationGatewayFirewallPolicyNotSupportedForSelectedSkuTier',
            `Application Gateway ${request.id} does not support a firewall policy with the selected SKU tier ${tierOf(request)}.`,
          )
        : undefined,
    ),
    rule('application-gateway-rule-priority', SOURCE, ({ id, properties }) => {
      const missing = objectsAt(properties, 'requestRoutingRules').find(
        (item) => numberAt(item, 'properties.priority') === undefined,
      );
      return missing === undefined
        ? undefined
        : refusal(
            400,
            'ApplicationGatewayRequestRoutingRulePriorityCannotBeEmpty',
            `Priority for the request routing rule ${id}/requestRoutingRules/${textAt(missing, 'name') ?? ''} cannot be empty. All the request routing rules should have a priority defined starting from api-version 2021-08-01.`,
          );
    }),
    rule('application-gateway-rule-priority-unique', SOURCE, ({ id, properties }) => {
      const twice = duplicate(
        objectsAt(properties, 'requestRoutingRules').flatMap((item) => {
          const priority = numberAt(item, 'properties.priority');
          return priority === undefined ? [] : [String(priority)];
        }),
      );
      return twice === undefined
        ? undefined
        : refusal(
            400,
            'ApplicationGatewayRequestRoutingRuleDuplicatePriority',
            `Request routing rules of Application Gateway ${id} have the same priority ${twice}. Priorities must be unique.`,
          );
    }),
    rule('application-gateway-listeners-distinct', SOURCE, ({ id, properties }) => {
      const twice = duplicate(objectsAt(properties, 'httpListeners').map(listenerKey));
      return twice === undefined
        ? undefined
        : refusal(
            400,
            'ApplicationGatewayHttpListenersUsingSameFrontendPortAndFrontendIpConfig',
            `Two HTTP listeners of Application Gateway ${id} are using the same frontend port and frontend IP configuration with the same host names.`,
          );
    }),
    rule('application-gateway-listener-certificate', SOURCE, ({ id, properties }) => {
      const bare = objectsAt(properties, 'httpListeners').find(
        (item) =>
          textAt(item, 'properties.protocol')?.toLowerCase() === 'https' &&
          textAt(item, 'properties.sslCertificate.id') === undefined,
      );
      return bare === undefined
        ? undefined
        : refusal(
            400,
            'ApplicationGatewayHttpsListenerMustReferenceSslCert',
            `HTTPS listener ${id}/httpListeners/${textAt(bare, 'name') ?? ''} must reference an SSL certificate.`,
          );
    }),
    rule(
      'application-gateway-certificate-identity',
      'facts/azure.md section 2: Key Vault certificate needs a user-assigned identity',
      (request) =>
        textsAtPath(request.properties, 'sslCertificates[].properties.keyVaultSecretId').length > 0 &&
        assignedIdentities(request).length === 0
          ? refusal(
              400,
              'ApplicationGatewayKeyVaultSecretRequiresIdentity',
              `Application Gateway ${request.id} refers to a Key Vault secret and must have a user-assigned identity.`,
            )
          : undefined,
    ),
    ...routingRules,
    lateRule('application-gateway-certificate-readable', 'facts/azure.md section 4, App GW', keyVaultRefusal),
  ],
  secrets: ['sslCertificates[*].properties.data', 'sslCertificates[*].properties.password'],
  defaults: () => ({
    enableHttp2: false,
    sslCertificates: [],
    trustedRootCertificates: [],
    probes: [],
    redirectConfigurations: [],
    rewriteRuleSets: [],
    urlPathMaps: [],
    privateLinkConfigurations: [],
  }),
  keep: ({ id, properties }) => withPartIds(id, properties),
  readOnly: ({ id }, world) => ({ resourceGuid: world.guid(`resource:${id.toLowerCase()}`) }),
  outputs: ({ properties }) => ({
    operationalState: 'Running',
    defaultPredefinedSslPolicy: textAt(properties, 'sslPolicy.policyName') ?? 'AppGwSslPolicy20220101',
  }),
  actions: {
    start: ({ resource, world }) => setOperation(world, resource.id, 'Running'),
    stop: ({ resource, world }) => setOperation(world, resource.id, 'Stopped'),
    backendhealth: ({ resource, world }) => ({ status: 200, wrote: false, body: backendHealth(world, resource) }),
  },
});

function setOperation(world: World, id: string, operationalState: string) {
  const gateway = world.store.get(id);
  if (gateway !== undefined) world.store.put({ ...gateway, properties: { ...gateway.properties, operationalState } });
  return { status: 200, wrote: true };
}
