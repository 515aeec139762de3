import { change } from '../bench.ts';
import { IDS } from '../landscape.ts';
import { bodyOf, busy, NET, NOWHERE, p, PE, refuse, SUB, SUBNET_NOWHERE, UNREADABLE } from './case.ts';
import type { RuleCase } from './case.ts';

const WAF = `${NET}/ApplicationGatewayWebApplicationFirewallPolicies/waf`;
const AGW = IDS.gateway;
const SUBNET_PATH = `${p}.gatewayIPConfigurations.0.properties.subnet.id`;
/** Application gateways and their firewall policies. */
export const applicationGateways: readonly RuleCase[] = [
  refuse('firewall-policy-managed-rules', 'ApplicationGatewayWebApplicationFirewallPolicyManagedRulesRequired', WAF, {
    [`${p}.managedRules.managedRuleSets`]: [],
  }),
  refuse('firewall-policy-custom-priority', 'ApplicationGatewayFirewallCustomRuleDuplicatePriority', WAF, {
    [`${p}.customRules`]: [
      { name: 'a', priority: 1 },
      { name: 'b', priority: 1 },
    ],
  }),
  refuse('firewall-policy-rule-set-known', 'ApplicationGatewayFirewallUnknownRuleSet', WAF, {
    [`${p}.managedRules.managedRuleSets.0.ruleSetVersion`]: '9.9',
  }),
  refuse('application-gateway-settled', 'AnotherOperationInProgress', AGW, {}, { given: busy(AGW) }),
  refuse('application-gateway-tier', 'ApplicationGatewaySkuNotSupported', AGW, {
    [`${p}.sku`]: { name: 'WAF_Medium', tier: 'WAF' },
    [`${p}.firewallPolicy`]: undefined,
  }),
  refuse('application-gateway-capacity', 'ApplicationGatewayCapacityNotSpecified', AGW, {
    [`${p}.autoscaleConfiguration`]: undefined,
  }),
  refuse('application-gateway-subnet-exists', 'InvalidResourceReference', AGW, { [SUBNET_PATH]: SUBNET_NOWHERE }),
  refuse(
    'application-gateway-subnet-dedicated',
    'ApplicationGatewaySubnetCannotBeSharedWithOtherResources',
    AGW,
    {},
    {
      given: (bench) =>
        bench.put(
          `${NET}/privateEndpoints/stray`,
          change(bodyOf(bench, PE), `${p}.subnet.id`, bench.id(`${SUB}/ingress`)),
        ),
    },
  ),
  refuse(
    'application-gateway-subnet-not-delegated',
    'ApplicationGatewaySubnetDelegatedToOtherService',
    AGW,
    {},
    {
      given: (bench) => {
        bench.alter(`${SUB}/ingress`, { delegations: [{ properties: { serviceName: 'Microsoft.Web/serverFarms' } }] });
      },
    },
  ),
  refuse(
    'application-gateway-security-group',
    'ApplicationGatewaySubnetInboundTrafficBlockedByNetworkSecurityGroup',
    AGW,
    {},
    {
      given: (bench) => {
        bench.alter(`${NET}/networkSecurityGroups/nsg-ingress`, { securityRules: [] });
      },
    },
  ),
  refuse(
    'application-gateway-region',
    'InvalidResourceReference',
    AGW,
    { location: 'westeurope' },
    {
      as: `${NET}/applicationGateways/new`,
      also: 'application-gateway-parts-given',
      editsIn: () => ({
        [`${p}.frontendIPConfigurations.0.properties.publicIPAddress`]: undefined,
        [`${p}.httpListeners`]: [],
        [`${p}.requestRoutingRules`]: [],
        [`${p}.backendHttpSettingsCollection`]: [],
      }),
    },
  ),
  refuse('application-gateway-part-exists', 'InvalidResourceReference', AGW, { [`${p}.probes`]: [] }),
  refuse('application-gateway-public-ip-exists', 'InvalidResourceReference', AGW, {
    [`${p}.frontendIPConfigurations.0.properties.publicIPAddress.id`]: `${NOWHERE}${NET}/publicIPAddresses/none`,
  }),
  refuse(
    'application-gateway-public-ip-standard',
    'ApplicationGatewayPublicIpMustBeStandardStatic',
    AGW,
    {},
    {
      given: (bench) => {
        bench.alter(`${NET}/publicIPAddresses/pip-ingress`, { publicIPAllocationMethod: 'Dynamic' });
      },
    },
  ),
  refuse(
    'application-gateway-public-ip-free',
    'PublicIPAddressInUse',
    AGW,
    {},
    {
      as: `${NET}/applicationGateways/new`,
      also: 'application-gateway-parts-given',
      editsIn: () => ({
        [`${p}.httpListeners`]: [],
        [`${p}.requestRoutingRules`]: [],
        [`${p}.backendHttpSettingsCollection`]: [],
      }),
    },
  ),
  refuse('application-gateway-policy-exists', 'InvalidResourceReference', AGW, {
    [`${p}.firewallPolicy.id`]: `${NOWHERE}${WAF}-none`,
  }),
  refuse('application-gateway-policy-tier', 'ApplicationGatewayFirewallPolicyNotSupportedForSelectedSkuTier', AGW, {
    [`${p}.sku`]: { name: 'Standard_v2', tier: 'Standard_v2' },
  }),
  refuse('application-gateway-rule-priority', 'ApplicationGatewayRequestRoutingRulePriorityCannotBeEmpty', AGW, {
    [`${p}.requestRoutingRules.0.properties.priority`]: undefined,
  }),
  refuse('application-gateway-rule-priority-unique', 'ApplicationGatewayRequestRoutingRuleDuplicatePriority', AGW, {
    [`${p}.requestRoutingRules.0.properties.priority`]: 110,
  }),
  refuse(
    'application-gateway-listeners-distinct',
    'ApplicationGatewayHttpListenersUsingSameFrontendPortAndFrontendIpConfig',
    AGW,
    {},
    {
      editsIn: (bench) => ({
        [`${p}.httpListeners.0.properties.frontendPort.id`]: `${bench.id(AGW)}/frontendPorts/https`,
      }),
    },
  ),
  refuse('application-gateway-listener-certificate', 'ApplicationGatewayHttpsListenerMustReferenceSslCert', AGW, {
    [`${p}.httpListeners.1.properties.sslCertificate`]: undefined,
  }),
  refuse(
    'application-gateway-certificate-identity',
    'ApplicationGatewayKeyVaultSecretRequiresIdentity',
    AGW,
    { identity: undefined },
    { also: 'application-gateway-certificate-readable' },
  ),
  refuse('application-gateway-certificate-readable', 'ApplicationGatewayKeyVaultSecretException', AGW, {
    [`${p}.sslCertificates.0.properties.keyVaultSecretId`]: 'https://kv-contoso.vault.azure.net/secrets/none',
  }),
  ...UNREADABLE.map(([says, given]) =>
    refuse(
      'application-gateway-certificate-readable',
      'ApplicationGatewayKeyVaultSecretException',
      AGW,
      {},
      {
        ...{ given, says },
        ...(says.source === 'not propagated'
          ? { notATemplate: 'the certificate is read when the gateway is done, and by then the role has propagated' }
          : {}),
      },
    ),
  ),
  refuse(
    'application-gateway-listener-once',
    'ApplicationGatewayRequestRoutingRulesUsingSameHttpListener',
    AGW,
    {},
    {
      editsIn: (bench) => ({
        [`${p}.requestRoutingRules.0.properties.httpListener.id`]: `${bench.id(AGW)}/httpListeners/https`,
      }),
    },
  ),
  refuse('application-gateway-scale', 'ApplicationGatewayInvalidCapacity', AGW, {
    [`${p}.autoscaleConfiguration`]: { minCapacity: 3, maxCapacity: 2 },
  }),
  refuse('application-gateway-parts-given', 'InvalidRequestFormat', AGW, { [`${p}.requestRoutingRules`]: [] }),
];
