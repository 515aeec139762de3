import { contains, parseCidr } from '../common/cidr.ts';
import type { Cidr } from '../common/cidr.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import { objectsAt, textAt, textsAt, numberAt } from '../common/json.ts';

/** One kind of traffic, with Azure's service tags on both ends. */
export interface Flow {
  readonly direction: 'Inbound' | 'Outbound';
  /** Service tag or address prefix. */
  readonly source: string;
  readonly destination: string;
  readonly port: number;
  readonly protocol: 'Tcp' | 'Udp';
  /** What `VirtualNetwork` stands for here: a rule may name the subnet's own addresses instead of the tag. */
  readonly subnet?: Cidr | undefined;
}

/** Rules that every network security group has below its own. */
const DEFAULT_RULES: readonly JsonObject[] = [
  defaultRule('AllowVnetInBound', 65000, 'Inbound', 'Allow', 'VirtualNetwork', 'VirtualNetwork'),
  defaultRule('AllowAzureLoadBalancerInBound', 65001, 'Inbound', 'Allow', 'AzureLoadBalancer', '*'),
  defaultRule('DenyAllInBound', 65500, 'Inbound', 'Deny', '*', '*'),
  defaultRule('AllowVnetOutBound', 65000, 'Outbound', 'Allow', 'VirtualNetwork', 'VirtualNetwork'),
  defaultRule('AllowInternetOutBound', 65001, 'Outbound', 'Allow', '*', 'Internet'),
  defaultRule('DenyAllOutBound', 65500, 'Outbound', 'Deny', '*', '*'),
];

function defaultRule(
  name: string,
  priority: number,
  direction: string,
  access: string,
  sourceAddressPrefix: string,
  destinationAddressPrefix: string,
): JsonObject {
  return {
    name,
    properties: {
      provisioningState: 'Succeeded',
      protocol: '*',
      sourcePortRange: '*',
      destinationPortRange: '*',
      sourceAddressPrefix,
      destinationAddressPrefix,
      access,
      priority,
      direction,
    },
  };
}

/** The default rules as a GET of the group shows them. */
export function defaultRulesOf(groupId: string): readonly JsonObject[] {
  return DEFAULT_RULES.map((rule) => ({
    ...rule,
    id: `${groupId}/defaultSecurityRules/${textAt(rule, 'name') ?? ''}`,
    type: 'Microsoft.Network/networkSecurityGroups/defaultSecurityRules',
  }));
}

/** Whether `group` lets `flow` through: the matching rule of the lowest priority number decides. */
export function allows(group: Resource, flow: Flow): boolean {
  const rules = [...objectsAt(group.properties, 'securityRules'), ...DEFAULT_RULES]
    .filter((rule) => textAt(rule, 'properties.direction')?.toLowerCase() === flow.direction.toLowerCase())
    .sort((a, b) => (numberAt(a, 'properties.priority') ?? 0) - (numberAt(b, 'properties.priority') ?? 0));
  const decisive = rules.find((rule) => matches(rule, flow));
  return decisive !== undefined && textAt(decisive, 'properties.access')?.toLowerCase() === 'allow';
}

function matches(rule: JsonObject, flow: Flow): boolean {
  const protocol = textAt(rule, 'properties.protocol') ?? '*';
  return (
    (protocol === '*' || protocol.toLowerCase() === flow.protocol.toLowerCase()) &&
    values(rule, 'sourceAddressPrefix', 'sourceAddressPrefixes').some((prefix) => covers(prefix, flow.source, flow)) &&
    values(rule, 'destinationAddressPrefix', 'destinationAddressPrefixes').some((prefix) =>
      covers(prefix, flow.destination, flow),
    ) &&
    values(rule, 'destinationPortRange', 'destinationPortRanges').some((range) => holdsPort(range, flow.port))
  );
}

function values(rule: JsonObject, single: string, several: string): readonly string[] {
  const one = textAt(rule, `properties.${single}`);
  return one === undefined ? textsAt(rule, `properties.${several}`) : [one];
}

const PUBLIC_TAGS =
  /^(ApiManagement|Storage|Sql|AzureKeyVault|AzureMonitor|AzureActiveDirectory|EventHub|AzureCloud|GatewayManager)(\.|$)/i;

/** Whether a rule's `prefix` holds all of `end`: `*` holds everything, `Internet` every service with public addresses. */
function covers(prefix: string, end: string, flow: Flow): boolean {
  if (prefix === '*' || prefix === '0.0.0.0/0' || prefix.toLowerCase() === end.toLowerCase()) return true;
  if (end === 'VirtualNetwork') {
    const block = parseCidr(prefix);
    return block !== undefined && flow.subnet !== undefined && contains(block, flow.subnet);
  }
  if (!PUBLIC_TAGS.test(end)) return false;
  if (prefix.toLowerCase() === 'internet') return true;
  return prefix.toLowerCase() === 'azurecloud' || prefix.toLowerCase().startsWith(`${end.toLowerCase()}.`);
}

function holdsPort(range: string, port: number): boolean {
  if (range === '*') return true;
  const [from, to = from] = range.split('-').map(Number);
  return from !== undefined && to !== undefined && from <= port && port <= to;
}
