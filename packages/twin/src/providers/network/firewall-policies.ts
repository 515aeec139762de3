import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { sameId } from '../common/ids.ts';
import { numberAt, objectsAt, textAt, without } from '../common/json.ts';
import { networkNameRule, refusal, rule } from '../common/rules.ts';
import { GATEWAY, POLICY, duplicate } from './application-gateways.ts';

const SOURCE = 'facts/azure.md sections 1 and 2, App GW v2';

export const firewallPolicies = defineType({
  type: POLICY,
  apiVersions: API_VERSIONS.network,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: 'network',
  rules: [
    networkNameRule(POLICY),
    rule('firewall-policy-managed-rules', SOURCE, ({ id, properties }) =>
      objectsAt(properties, 'managedRules.managedRuleSets').length > 0
        ? undefined
        : refusal(
            400,
            'ApplicationGatewayWebApplicationFirewallPolicyManagedRulesRequired',
            `Firewall policy ${id} must name at least one managed rule set.`,
          ),
    ),
    rule('firewall-policy-custom-priority', SOURCE, ({ id, properties }) => {
      const twice = duplicate(
        objectsAt(properties, 'customRules').map((item) => String(numberAt(item, 'priority') ?? '')),
      );
      return twice === undefined
        ? undefined
        : refusal(
            400,
            'ApplicationGatewayFirewallCustomRuleDuplicatePriority',
            `Custom rules of firewall policy ${id} have the same priority ${twice}.`,
          );
    }),
    rule('firewall-policy-rule-set-known', SOURCE, ({ id, properties }) => {
      for (const set of objectsAt(properties, 'managedRules.managedRuleSets')) {
        const name = `${textAt(set, 'ruleSetType') ?? ''} ${textAt(set, 'ruleSetVersion') ?? ''}`;
        if (!RULE_SETS.has(name.toLowerCase())) {
          return refusal(
            400,
            'ApplicationGatewayFirewallUnknownRuleSet',
            `Firewall policy ${id} names an unknown managed rule set '${name}'.`,
          );
        }
      }
      return undefined;
    }),
  ],
  defaults: () => ({
    customRules: [],
    managedRules: { exclusions: [] },
    policySettings: {
      state: 'Enabled',
      mode: 'Detection',
      requestBodyCheck: true,
      maxRequestBodySizeInKb: 128,
      fileUploadLimitInMb: 100,
      requestBodyEnforcement: true,
      requestBodyInspectLimitInKB: 128,
      fileUploadEnforcement: true,
    },
  }),
  keep: ({ properties }) => without(properties, ['applicationGateways']),
  outputs: () => ({ resourceState: 'Enabled' }),
  show(policy, _query, world) {
    const users = world.store
      .ofType(GATEWAY)
      .filter((gateway) => sameId(textAt(gateway.properties, 'firewallPolicy.id'), policy.id));
    return { ...policy, properties: { ...policy.properties, applicationGateways: users.map(({ id }) => ({ id })) } };
  },
  refuseDelete(policy, world) {
    const user = world.store
      .ofType(GATEWAY)
      .find((gateway) => sameId(textAt(gateway.properties, 'firewallPolicy.id'), policy.id));
    return user === undefined
      ? undefined
      : refusal(
          400,
          'ApplicationGatewayWebApplicationFirewallPolicyInUse',
          `Firewall policy ${policy.id} cannot be deleted because it is in use by ${user.id}.`,
        );
  },
});

const RULE_SETS: ReadonlySet<string> = new Set([
  'microsoft_defaultruleset 2.1',
  'microsoft_defaultruleset 2.2',
  'microsoft_botmanagerruleset 0.1',
  'microsoft_botmanagerruleset 1.0',
  'microsoft_botmanagerruleset 1.1',
  'microsoft_httpddosruleset 1.0',
  'owasp 3.0',
  'owasp 3.1',
  'owasp 3.2',
]);
