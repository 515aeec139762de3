import { is, oneOf, present } from '../condition.ts';
import { logs } from '../joins.ts';
import { listAt, memberAt, type ExpandedResource } from '../resource.ts';
import { custom, members, setting, type BaselineRule } from '../rule.ts';

const gateway = 'Microsoft.Network/applicationGateways';
const firewall = 'Microsoft.Network/ApplicationGatewayWebApplicationFirewallPolicies';
const classic = 'properties.webApplicationFirewallConfiguration';

interface Listener {
  readonly name: string;
  readonly properties: { readonly protocol: string };
}

interface RoutingRule {
  readonly properties: { readonly httpListener?: { readonly id: string }; readonly redirectConfiguration?: object };
}

interface RuleSet {
  readonly ruleSetType: string;
  readonly ruleSetVersion: string;
  readonly ruleGroupOverrides?: readonly {
    readonly rules?: readonly { readonly ruleId: string; readonly state?: string }[];
  }[];
}

/** Application Gateway and its firewall. */
export const ingressRules: readonly BaselineRule[] = [
  members(['PSRule', 'Azure.AppGw.UseWAF', gateway, 'it has a web application firewall'], {
    'properties.sku.tier': oneOf('WAF', 'WAF_v2'),
  }),
  members(['PSRule', 'Azure.AppGw.WAFEnabled', gateway, 'a firewall policy is in force'], {
    'properties.firewallPolicy.id': present,
  }),
  members(['PSRule', 'Azure.AppGw.SSLPolicy', gateway, 'it speaks TLS 1.2 at least'], {
    'properties.sslPolicy.policyName': oneOf(
      'AppGwSslPolicy20170401S',
      'AppGwSslPolicy20220101',
      'AppGwSslPolicy20220101S',
    ),
  }),
  custom(
    ['PSRule', 'Azure.AppGw.UseHTTPS', gateway, 'plain HTTP is answered with a redirect, and nothing else'],
    (resource) => plainListeners(resource).every((name) => redirects(resource, name)),
    {
      'a rule without redirect': (resource) => {
        for (const rule of listAt<RoutingRule>(resource, 'properties.requestRoutingRules')) {
          setting('properties.redirectConfiguration', undefined)(rule as unknown as ExpandedResource, []);
        }
      },
    },
  ),
  ...classicFirewall(
    'Azure.AppGw.Prevention',
    'blocks',
    (resource) => memberAt(resource, `${classic}.firewallMode`) === 'Prevention',
  ),
  ...classicFirewall('Azure.AppGw.OWASP', 'uses rules of OWASP 3', (resource) =>
    String(memberAt(resource, `${classic}.ruleSetVersion`)).startsWith('3.'),
  ),
  ...classicFirewall(
    'Azure.AppGw.WAFRules',
    'leaves out no rule',
    (resource) =>
      memberAt(resource, classic) === undefined || memberAt(resource, `${classic}.disabledRuleGroups.length`) === 0,
  ),
  members(['checkov', 'CKV_AZURE_218', gateway, 'its protocols and ciphers are the strict ones'], {
    'properties.sslPolicy.policyName': is('AppGwSslPolicy20220101S'),
  }),
  logs('own', 'ingress-logs', gateway),
  members(['PSRule', 'Azure.AppGwWAF.Enabled', firewall, 'it is enabled'], {
    'properties.policySettings.state': is('Enabled'),
  }),
  members(['PSRule', 'Azure.AppGwWAF.PreventionMode', firewall, 'it blocks'], {
    'properties.policySettings.mode': is('Prevention'),
  }),
  custom(
    ['PSRule', 'Azure.AppGwWAF.Exclusions', firewall, 'it has no exclusions'],
    (resource) => listAt(resource, 'properties.managedRules.exclusions').length === 0,
    { 'an exclusion': setting('properties.managedRules.exclusions', [{ selector: 'all' }]) },
  ),
  custom(
    ['PSRule', 'Azure.AppGwWAF.RuleGroups', firewall, 'attacks and bots are looked for'],
    (resource) => {
      const [first, second] = ruleSets(resource);
      return (
        ['OWASP', 'Microsoft_DefaultRuleSet'].includes(first?.ruleSetType ?? '') &&
        second?.ruleSetType === 'Microsoft_BotManagerRuleSet'
      );
    },
    {
      'no bot rules': (resource) => {
        setting('properties.managedRules.managedRuleSets', ruleSets(resource).slice(0, 1))(resource, []);
      },
      'no attack rules': (resource) => {
        setting('properties.managedRules.managedRuleSets', ruleSets(resource).slice(1))(resource, []);
      },
    },
  ),
  custom(
    ['checkov', 'CKV_AZURE_135', firewall, 'the rule against Log4j look-ups is on'],
    (resource) =>
      ruleSets(resource).some(({ ruleSetType }) => ['OWASP', 'Microsoft_DefaultRuleSet'].includes(ruleSetType)) &&
      !JSON.stringify(ruleSets(resource)).includes('"944240"'),
    {
      'the rule is off': (resource) => {
        const [first] = ruleSets(resource);
        const override = { ruleGroupName: 'JAVA', rules: [{ ruleId: '944240', state: 'Disabled' }] };
        setting('properties.managedRules.managedRuleSets', [{ ...first, ruleGroupOverrides: [override] }])(
          resource,
          [],
        );
      },
    },
  ),
  members(['own', 'bodies', firewall, 'bodies are inspected'], {
    'properties.policySettings.requestBodyCheck': is(true),
  }),
];

/** A rule about the firewall that older gateways have in themselves; with a policy there is none. */
function classicFirewall(
  id: string,
  asks: string,
  meets: (resource: ExpandedResource) => boolean,
): readonly BaselineRule[] {
  return [
    custom(
      ['PSRule', id, gateway, `a firewall within the gateway, if there is one, ${asks}`],
      (resource) => memberAt(resource, `${classic}.enabled`) !== true || meets(resource),
      {
        'a firewall within the gateway': setting(classic, {
          ...{ enabled: true, firewallMode: 'Detection', ruleSetType: 'OWASP', ruleSetVersion: '2.2.9' },
          disabledRuleGroups: [{ ruleGroupName: 'REQUEST-942-APPLICATION-ATTACK-SQLI' }],
        }),
      },
    ),
  ];
}

function plainListeners(resource: ExpandedResource): readonly string[] {
  return listAt<Listener>(resource, 'properties.httpListeners')
    .filter(({ properties }) => properties.protocol !== 'Https')
    .map(({ name }) => name);
}

function redirects(resource: ExpandedResource, listener: string): boolean {
  return listAt<RoutingRule>(resource, 'properties.requestRoutingRules')
    .filter(({ properties }) => properties.httpListener?.id.endsWith(`/${listener}`))
    .every(({ properties }) => properties.redirectConfiguration !== undefined);
}

function ruleSets(resource: ExpandedResource): readonly RuleSet[] {
  return listAt<RuleSet>(resource, 'properties.managedRules.managedRuleSets');
}
