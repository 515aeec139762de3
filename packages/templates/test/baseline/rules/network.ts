import { is, oneOf, present } from '../condition.ts';
import { listAt, type ExpandedResource } from '../resource.ts';
import { custom, members, parts, setting, type BaselineRule } from '../rule.ts';

const network = 'Microsoft.Network/virtualNetworks';
const group = 'Microsoft.Network/networkSecurityGroups';

interface SecurityRule {
  readonly name: string;
  readonly properties: {
    readonly direction: string;
    readonly access: string;
    readonly priority: number;
    readonly protocol: string;
    readonly sourceAddressPrefix?: string | null;
    readonly destinationAddressPrefix?: string | null;
    readonly destinationPortRange?: string | null;
    readonly destinationPortRanges?: readonly string[] | null;
  };
}

/** What checkov takes for the Internet (NSGRulePortAccessRestricted.py). */
const internet = ['*', '0.0.0.0', '0.0.0.0/0', '<nw>/0', '/0', 'internet', 'any'];

/** Networks and their security groups. */
export const networkRules: readonly BaselineRule[] = [
  parts(['PSRule', 'Azure.VNET.UseNSGs', network, 'every subnet has a security group'], 'properties.subnets', {
    'properties.networkSecurityGroup.id': present,
  }),
  parts(
    ['PSRule', 'Azure.VNET.PrivateSubnet', network, 'no subnet has an implicit way to the Internet'],
    'properties.subnets',
    { 'properties.defaultOutboundAccess': is(false) },
  ),
  custom(
    ['PSRule', 'Azure.VNET.FirewallSubnet', network, 'a network with a VPN gateway has an Azure Firewall'],
    (resource) => !has(resource, 'GatewaySubnet') || has(resource, 'AzureFirewallSubnet'),
    { 'a subnet for a VPN gateway': setting('properties.subnets', [{ name: 'GatewaySubnet' }]) },
  ),
  custom(
    ['checkov', 'CKV_AZURE_182', network, 'it has no DNS server of its own, or two'],
    (resource) => listAt(resource, 'properties.dhcpOptions.dnsServers').length !== 1,
    { 'one DNS server': setting('properties.dhcpOptions.dnsServers', ['10.0.0.4']) },
  ),
  ...[
    ['Azure.NSG.AnyInboundSource', 'PSRule', 'nobody is let in from anywhere', '*', 'Tcp', '8443'],
    ['CKV_AZURE_9', 'checkov', 'the Internet does not reach RDP', 'Internet', 'Tcp', '3389'],
    ['CKV_AZURE_10', 'checkov', 'the Internet does not reach SSH', 'Internet', 'Tcp', '20-30'],
    ['CKV_AZURE_160', 'checkov', 'the Internet does not reach plain HTTP', 'Internet', 'Tcp', '80'],
    ['CKV_AZURE_77', 'checkov', 'the Internet does not reach UDP', 'Internet', 'Udp', '53'],
  ].map(([id = '', source = '', asks = '', from = '', protocol = '', port = '']) =>
    custom(
      [source as 'PSRule' | 'checkov', id, group, asks],
      (resource) => !inbound(resource).some((rule) => opens[id]?.(rule) === true),
      { [`${protocol} ${port} from ${from}`]: letIn(from, protocol, port) },
    ),
  ),
  custom(
    ['PSRule', 'Azure.NSG.LateralTraversal', group, 'administration protocols do not get out to other hosts'],
    (resource) => ['22', '3389'].every((port) => rulesOf(resource).some((rule) => deniesOut(rule, port))),
    { 'no rule outbound': setting('properties.securityRules', []) },
  ),
  custom(
    ['own', 'deny-inbound', group, 'what no rule allows is denied, the own network included'],
    (resource) => inbound(resource).toSorted(byPriority).at(-1)?.properties.access === 'Deny',
    { 'a last rule that allows': letIn('VirtualNetwork', 'Tcp', '443', 4095) },
  ),
  custom(
    ['own', 'own-priorities', group, 'each rule has a name, and a priority for its direction, of its own'],
    (resource) => {
      const places = rulesOf(resource).map(({ properties }) => `${properties.direction} ${properties.priority}`);
      return (
        new Set(places).size === places.length &&
        new Set(rulesOf(resource).map(({ name }) => name)).size === places.length
      );
    },
    {
      'a rule twice': (resource) => {
        const rules = rulesOf(resource);
        setting('properties.securityRules', [...rules, rules[0]])(resource, []);
      },
    },
  ),
  members(['own', 'static-address', 'Microsoft.Network/publicIPAddresses', 'it is closed until a rule opens it'], {
    'sku.name': is('Standard'),
    'properties.publicIPAllocationMethod': is('Static'),
  }),
  members(['own', 'no-registration', 'Microsoft.Network/privateDnsZones/virtualNetworkLinks', 'hosts write no names'], {
    'properties.registrationEnabled': is(false),
  }),
  members(
    ['own', 'no-transit', `${network}/virtualNetworkPeerings`, 'a spoke does not use gateways of its neighbour'],
    { 'properties.allowGatewayTransit': is(false), 'properties.useRemoteGateways': is(false) },
  ),
  members(['own', 'no-privilege', 'Microsoft.Authorization/roleAssignments', 'it gives a role for data to a service'], {
    'properties.principalType': oneOf('ServicePrincipal'),
    'properties.roleDefinitionId': {
      // Owner, Contributor, User Access Administrator, Role Based Access Control Administrator.
      holds: (value) =>
        typeof value === 'string' &&
        !/(8e3af657-a8ff-443c-a75c-2fe8c4bcb635|b24988ac-6180-42a0-ab88-20f7382dd24c|18d7d88d-d35e-4fb5-a5c3-7773c20a72d9|f58310d9-a9f6-439a-9e8d-f62e7b41a168)$/.test(
          value,
        ),
      broken: '/providers/Microsoft.Authorization/roleDefinitions/8e3af657-a8ff-443c-a75c-2fe8c4bcb635',
    },
  }),
];

const opens: Readonly<Record<string, (rule: SecurityRule) => boolean>> = {
  'Azure.NSG.AnyInboundSource': ({ properties }) =>
    properties.access === 'Allow' && properties.sourceAddressPrefix === '*',
  CKV_AZURE_9: (rule) => opensToInternet(rule) && covers(rule, 3389),
  CKV_AZURE_10: (rule) => opensToInternet(rule) && covers(rule, 22),
  CKV_AZURE_160: (rule) => opensToInternet(rule) && covers(rule, 80),
  CKV_AZURE_77: (rule) => opensToInternet(rule) && rule.properties.protocol.toLowerCase() === 'udp',
};

function has(resource: ExpandedResource, subnet: string): boolean {
  return listAt<{ name: string }>(resource, 'properties.subnets').some(({ name }) => name === subnet);
}

function rulesOf(resource: ExpandedResource): readonly SecurityRule[] {
  return listAt<SecurityRule>(resource, 'properties.securityRules');
}

function inbound(resource: ExpandedResource): readonly SecurityRule[] {
  return rulesOf(resource).filter(({ properties }) => properties.direction === 'Inbound');
}

function byPriority(a: SecurityRule, b: SecurityRule): number {
  return a.properties.priority - b.properties.priority;
}

function opensToInternet({ properties }: SecurityRule): boolean {
  return properties.access === 'Allow' && internet.includes((properties.sourceAddressPrefix ?? '').toLowerCase());
}

function ranges({ properties }: SecurityRule): readonly string[] {
  return [properties.destinationPortRange ?? [], properties.destinationPortRanges ?? []].flat();
}

function covers(rule: SecurityRule, port: number): boolean {
  return ranges(rule).some((range) => {
    const [from = '', to = from] = range.split('-');
    return range === '*' || (Number(from) <= port && port <= Number(to));
  });
}

function deniesOut(rule: SecurityRule, port: string): boolean {
  const { access, direction, destinationAddressPrefix } = rule.properties;
  const reached = ['VirtualNetwork', '*'].includes(destinationAddressPrefix ?? '');
  return access === 'Deny' && direction === 'Outbound' && reached && covers(rule, Number(port));
}

function letIn(from: string, protocol: string, port: string, priority = 200) {
  return (resource: ExpandedResource) => {
    const rule: SecurityRule = {
      name: 'hole',
      properties: {
        ...{ direction: 'Inbound', access: 'Allow', priority, protocol, sourceAddressPrefix: from },
        ...{ destinationAddressPrefix: '*', destinationPortRange: port },
      },
    };
    const kept = priority === 200 ? rulesOf(resource) : rulesOf(resource).filter(({ name }) => name !== 'deny-inbound');
    setting('properties.securityRules', [...kept, rule])(resource, []);
  };
}
