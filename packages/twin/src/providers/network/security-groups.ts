import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { ownerOf, sameId } from '../common/ids.ts';
import { numberAt, objectAt, objectsAt, textAt, textsAt, without } from '../common/json.ts';
import { networkNameRule, refusal, rule, uniqueNamesRule } from '../common/rules.ts';
import type { Refusal } from '../type-definition.ts';
import { defaultRulesOf } from './nsg-flows.ts';
import { prefixRefusal } from './service-tags.ts';

const GROUP = 'Microsoft.Network/networkSecurityGroups';
const RULE = `${GROUP}/securityRules`;
const PREFIX_SOURCE = 'hashicorp/terraform-provider-azurerm issues 5617 and 16761; Microsoft Learn: service tags';
const SOURCE = 'facts/azure.md section 1, NSG shapes; Microsoft.Network validation';

/** Members that are required and take few values; case does not count. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  access: ['allow', 'deny'],
  direction: ['inbound', 'outbound'],
  protocol: ['*', 'tcp', 'udp', 'icmp', 'esp', 'ah'],
};

/** What is wrong with one security rule, as Microsoft.Network says it. */
function ruleRefusal(id: string, name: string, properties: JsonObject): Refusal | undefined {
  const priority = numberAt(properties, 'priority');
  if (priority === undefined || priority < 100 || priority > 4096) {
    return refusal(
      400,
      'SecurityRuleInvalidPriority',
      `Security rule ${id} has invalid Priority. Value provided: ${priority ?? 0}, Allowed range 100-4096.`,
    );
  }
  for (const [member, allowed] of Object.entries(CHOICES)) {
    const value = textAt(properties, member);
    if (value === undefined || !allowed.includes(value.toLowerCase())) {
      return refusal(400, 'InvalidRequestFormat', 'Cannot parse the request.', {
        details: [
          {
            code: 'InvalidJson',
            message: `Security rule ${name}: ${member} must be one of ${allowed.join(', ')}. Value provided: ${value ?? 'none'}.`,
          },
        ],
      });
    }
  }
  for (const member of ['destinationPortRange', 'sourcePortRange', 'sourceAddressPrefix', 'destinationAddressPrefix']) {
    const plural = member.endsWith('Prefix') ? `${member}es` : `${member}s`;
    const several = textsAt(properties, plural);
    const one = textAt(properties, member);
    if (one !== undefined && one !== '' && several.length > 0) {
      return refusal(
        400,
        'SecurityRuleParameterContainsBothSingleAndPlural',
        `Security rule ${name} specifies both ${member} and ${plural}. Only one of them is allowed.`,
      );
    }
    if (
      (one === undefined || one === '') &&
      several.length === 0 &&
      objectsAt(
        properties,
        member.startsWith('source') ? 'sourceApplicationSecurityGroups' : 'destinationApplicationSecurityGroups',
      ).length === 0
    ) {
      return refusal(
        400,
        'SecurityRuleParameterContainsInvalidValue',
        `Required security rule parameters are missing for security rule with Id: ${id}. Security rule must specify ${member} or ${plural}.`,
      );
    }
    if (member.endsWith('PortRange')) {
      const bad = [...several, ...(one === undefined ? [] : [one])].find((range) => !isPortRange(range));
      if (bad !== undefined) {
        return refusal(
          400,
          'SecurityRuleInvalidPortRange',
          `Security rule has invalid Port range. Value provided: ${bad}. Value should be an integer OR integer range with '-' delimiter. Valid range 0-65535.`,
        );
      }
    }
  }
  return undefined;
}

function isPortRange(text: string): boolean {
  if (text === '*') return true;
  const ends = text.split('-').map((end) => (/^\d+$/.test(end) ? Number(end) : Number.NaN));
  const [from, to = from] = ends;
  return ends.length <= 2 && from !== undefined && to !== undefined && from <= to && to <= 65535;
}

function conflict(id: string, mine: JsonObject, other: JsonObject, otherName: string): Refusal | undefined {
  const same =
    numberAt(mine, 'priority') === numberAt(other, 'priority') &&
    textAt(mine, 'direction')?.toLowerCase() === textAt(other, 'direction')?.toLowerCase();
  if (!same) return undefined;
  return refusal(
    400,
    'SecurityRuleConflict',
    `Security rule ${id} conflicts with rule ${otherName}. Rules cannot have the same Priority and Direction.`,
  );
}

/** Members that a rule shows although nobody wrote them. */
function ruleProperties(properties: JsonObject): JsonObject {
  return {
    sourceAddressPrefixes: [],
    destinationAddressPrefixes: [],
    sourcePortRanges: [],
    destinationPortRanges: [],
    ...without(properties, ['provisioningState']),
    provisioningState: 'Succeeded',
  };
}

function inlineRules(groupId: string, properties: JsonObject): readonly JsonObject[] {
  return objectsAt(properties, 'securityRules').map((item) => ({
    name: textAt(item, 'name') ?? '',
    id: `${groupId}/securityRules/${textAt(item, 'name') ?? ''}`,
    type: RULE,
    properties: ruleProperties(objectAt(item, 'properties')),
  }));
}

function rulesOf(world: World, groupId: string): readonly Resource[] {
  return world.store.below(groupId).filter((child) => child.type.toLowerCase() === RULE.toLowerCase());
}

function syncRules(world: World, groupId: string): void {
  const group = world.store.get(groupId);
  if (group === undefined) return;
  const securityRules = rulesOf(world, groupId).map(({ id, name, type, properties }) => ({
    id,
    name,
    type,
    properties,
  }));
  world.store.put({ ...group, properties: { ...group.properties, securityRules } });
}

function writeInlineRules(group: Resource, world: World): void {
  for (const old of rulesOf(world, group.id)) world.store.delete(old.id);
  for (const item of objectsAt(group.properties, 'securityRules')) {
    world.store.put({
      id: textAt(item, 'id') ?? '',
      type: RULE,
      name: textAt(item, 'name') ?? '',
      apiVersion: group.apiVersion,
      properties: objectAt(item, 'properties'),
      secrets: {},
      etag: group.etag,
      createdAt: group.changedAt,
      changedAt: group.changedAt,
    });
  }
}

export const networkSecurityGroups = defineType({
  type: GROUP,
  apiVersions: API_VERSIONS.network,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: 'network',
  rules: [
    networkNameRule(GROUP),
    uniqueNamesRule('network-security-group-rule-names', 'securityRules'),
    rule('network-security-group-rules-valid', SOURCE, ({ id, properties }) => {
      for (const item of objectsAt(properties, 'securityRules')) {
        const name = textAt(item, 'name') ?? '';
        const found = ruleRefusal(`${id}/securityRules/${name}`, name, objectAt(item, 'properties'));
        if (found !== undefined) return found;
      }
      return undefined;
    }),
    rule('network-security-group-rule-prefixes', PREFIX_SOURCE, ({ id, properties }) =>
      objectsAt(properties, 'securityRules')
        .map((item) => prefixRefusal(`${id}/securityRules/${textAt(item, 'name') ?? ''}`, objectAt(item, 'properties')))
        .find((found) => found !== undefined),
    ),
    rule('network-security-group-rules-conflict', SOURCE, ({ id, properties }) => {
      const items = objectsAt(properties, 'securityRules');
      for (const [index, item] of items.entries()) {
        for (const earlier of items.slice(0, index)) {
          const name = textAt(item, 'name') ?? '';
          const found = conflict(
            `${id}/securityRules/${name}`,
            objectAt(item, 'properties'),
            objectAt(earlier, 'properties'),
            textAt(earlier, 'name') ?? '',
          );
          if (found !== undefined) return found;
        }
      }
      return undefined;
    }),
  ],
  keep: ({ id, properties }) => ({
    ...without(properties, ['defaultSecurityRules']),
    securityRules: inlineRules(id, properties),
    defaultSecurityRules: defaultRulesOf(id),
  }),
  readOnly: ({ id }, world) => ({ resourceGuid: world.guid(`resource:${id.toLowerCase()}`) }),
  afterComplete: writeInlineRules,
  refuseDelete(group, world) {
    const user = world.store
      .ofType('Microsoft.Network/virtualNetworks/subnets')
      .find((subnet) => sameId(textAt(subnet.properties, 'networkSecurityGroup.id'), group.id));
    if (user === undefined) return undefined;
    return refusal(
      400,
      'InUseNetworkSecurityGroupCannotBeDeleted',
      `Network security group ${group.id} cannot be deleted because it is in use by the following resources: ${user.id}. In order to delete the Network security group, remove the association with the resource(s). To learn how to do this, see aka.ms/deletensg.`,
    );
  },
});

export const securityRules = defineType({
  type: RULE,
  apiVersions: API_VERSIONS.network,
  asyncStyle: 'azure-async-operation',
  duration: 'network',
  rules: [
    networkNameRule(RULE),
    rule('security-rule-valid', SOURCE, ({ id, name, properties }) => ruleRefusal(id, name, properties)),
    rule('security-rule-prefixes', PREFIX_SOURCE, ({ id, properties }) => prefixRefusal(id, properties)),
    rule('security-rule-conflict', SOURCE, ({ id, parentId, properties }, world) => {
      for (const other of rulesOf(world, parentId)) {
        const found = sameId(other.id, id) ? undefined : conflict(id, properties, other.properties, other.name);
        if (found !== undefined) return found;
      }
      return undefined;
    }),
  ],
  keep: ({ properties }) => ruleProperties(properties),
  afterComplete: (item, world) => {
    syncRules(world, ownerOf(item.id));
  },
  afterDelete: (item, world) => {
    syncRules(world, ownerOf(item.id));
  },
});
