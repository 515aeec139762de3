import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { sameId } from '../common/ids.ts';
import { isObject, isTrueAt, textAt, valueAt } from '../common/json.ts';
import { choiceRule, nameRule, refusal, rule } from '../common/rules.ts';
import type { Refusal, WriteRequest } from '../type-definition.ts';
import { ACCOUNT, accountOf } from './accounts.ts';
import { conflictRule, DEPLOYMENT } from './deployments.ts';

const RAI_POLICY = `${ACCOUNT}/raiPolicies`;
// The codes of these refusals are assumptions: the reference names the values, not what a wrong one is answered with.
const SOURCE = 'Azure template reference: Microsoft.CognitiveServices/accounts/raiPolicies';

/** Filters by lower-case name: where they look, and whether they know severities. */
const FILTERS: Readonly<Record<string, { readonly sides: readonly string[]; readonly graded: boolean }>> = {
  hate: { sides: ['prompt', 'completion'], graded: true },
  sexual: { sides: ['prompt', 'completion'], graded: true },
  violence: { sides: ['prompt', 'completion'], graded: true },
  selfharm: { sides: ['prompt', 'completion'], graded: true },
  jailbreak: { sides: ['prompt'], graded: false },
  'indirect attack': { sides: ['prompt'], graded: false },
  'protected material text': { sides: ['completion'], graded: false },
  'protected material code': { sides: ['completion'], graded: false },
  profanity: { sides: ['prompt', 'completion'], graded: false },
};
const SYSTEM = ['microsoft.default', 'microsoft.defaultv2'];

function invalid(message: string): Refusal {
  return refusal(400, 'InvalidResourceProperties', message);
}

function filtersOf({ properties }: Pick<WriteRequest, 'properties'>) {
  const list = valueAt(properties, 'contentFilters');
  return (Array.isArray(list) ? list : []).filter(isObject).map((filter) => ({
    name: textAt(filter, 'name') ?? '',
    source: textAt(filter, 'source') ?? '',
    severity: textAt(filter, 'severityThreshold'),
    off: !isTrueAt(filter, 'enabled') || !isTrueAt(filter, 'blocking'),
  }));
}

export const raiPolicies = defineType({
  type: RAI_POLICY,
  apiVersions: API_VERSIONS.cognitiveServices,
  asyncStyle: 'none',
  duration: 'instant',
  showsState: false,
  rules: [
    nameRule(RAI_POLICY, /^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/, {
      code: 'InvalidResourceName',
      message: (name) => `The RAI policy name '${name}' is invalid.`,
    }),
    conflictRule('foundry-rai-policy-alone'),
    rule('foundry-rai-policy-system', SOURCE, ({ name }) =>
      /^microsoft\./i.test(name) ? invalid(`The RAI policy '${name}' is managed by the system.`) : undefined,
    ),
    rule('foundry-rai-policy-base', SOURCE, ({ properties, parentId }, world) => {
      const base = textAt(properties, 'basePolicyName');
      if (base === undefined) return invalid('A RAI policy needs basePolicyName.');
      return SYSTEM.includes(base.toLowerCase()) || world.store.has(`${parentId}/raiPolicies/${base}`)
        ? undefined
        : invalid(`The base RAI policy '${base}' does not exist.`);
    }),
    choiceRule(
      'foundry-rai-policy-mode',
      'mode',
      ['Default', 'Deferred', 'Blocking', 'Asynchronous_filter'],
      (value) => invalid(`The value '${value}' of mode is invalid.`),
      SOURCE,
    ),
    rule('foundry-rai-policy-filter', SOURCE, (request) => {
      const wrong = filtersOf(request).find(
        ({ name, source }) => FILTERS[name.toLowerCase()]?.sides.includes(source.toLowerCase()) !== true,
      );
      return wrong === undefined
        ? undefined
        : invalid(`The content filter '${wrong.name}' is not supported for the source '${wrong.source}'.`);
    }),
    rule('foundry-rai-policy-severity', SOURCE, (request) => {
      const wrong = filtersOf(request).find(
        ({ name, severity }) =>
          FILTERS[name.toLowerCase()]?.graded === true && !['Low', 'Medium', 'High'].includes(severity ?? ''),
      );
      return wrong === undefined
        ? undefined
        : invalid(`The severity threshold '${wrong.severity ?? ''}' of the content filter '${wrong.name}' is invalid.`);
    }),
    rule('foundry-rai-policy-approval', 'Foundry, content filtering: turning filters off needs approval', (request) => {
      const off = filtersOf(request).find(
        ({ name, off: isOff }) => isOff && FILTERS[name.toLowerCase()]?.graded === true,
      );
      return off === undefined
        ? undefined
        : invalid(`The subscription is not approved to turn off the content filter '${off.name}'.`);
    }),
  ],
  defaults: () => ({ mode: 'Default', contentFilters: [], type: 'UserManaged' }),
  refuseDelete(policy, world) {
    const user = world.store
      .ofType(DEPLOYMENT)
      .find(
        (item) =>
          sameId(accountOf(item.id), accountOf(policy.id)) &&
          textAt(item.properties, 'raiPolicyName')?.toLowerCase() === policy.name.toLowerCase(),
      );
    return user === undefined
      ? undefined
      : refusal(400, 'RaiPolicyInUse', `The RAI policy '${policy.name}' is used by the deployment '${user.name}'.`);
  },
});
