import type { JsonObject } from '../../../src/kernel/store.ts';
import { IDS } from '../landscape.ts';
import { busy, deleted, p, refuse, SUB, SUBNET_NOWHERE, taken } from './case.ts';
import type { RuleCase } from './case.ts';

const AI = IDS.foundry;
const MODEL = `${AI}/deployments/gpt-5-mini`;
const PROJECT = `${AI}/projects/proj`;
const AI_NEW = { as: 'Microsoft.CognitiveServices/accounts/aif-new' };
const FILTER = `${AI}/raiPolicies/strict`;
const filters = (filter: JsonObject) => ({
  [`${p}.contentFilters`]: [{ enabled: true, blocking: true, ...filter }],
});
const PROPS = 'InvalidResourceProperties';
/** Foundry accounts, their deployments, projects and connections. */
export const cognitiveServices: readonly RuleCase[] = [
  refuse('foundry-account-settled', 'RequestConflict', AI, {}, { given: busy(MODEL, 'Creating') }),
  refuse('foundry-account-kind', 'InvalidApiSetId', AI, { kind: 'Magic' }),
  refuse('foundry-account-sku', 'InvalidSkuId', AI, { 'sku.name': 'S9' }),
  refuse('foundry-account-soft-deleted', 'FlagMustBeSetForRestore', AI, {}, { given: deleted(AI) }),
  refuse(
    'foundry-account-restore-exists',
    'CanNotRestoreANonExistingResource',
    AI,
    { [`${p}.restore`]: true, [`${p}.customSubDomainName`]: 'new' },
    AI_NEW,
  ),
  refuse('foundry-subdomain-valid', 'SubDomainNameInvalid', AI, { [`${p}.customSubDomainName`]: 'no_label' }, AI_NEW),
  refuse('foundry-subdomain-free', 'CustomDomainInUse', AI, {}, AI_NEW),
  refuse('foundry-subdomain-fixed', 'CustomSubDomainNameCannotBeChanged', AI, {
    [`${p}.customSubDomainName`]: 'other',
  }),
  refuse('foundry-project-management-identity', PROPS, AI, { identity: undefined }),
  refuse('foundry-project-management-subdomain', PROPS, AI, { [`${p}.customSubDomainName`]: undefined }, AI_NEW),
  refuse('foundry-network-rule-subnet', 'SubnetNotFound', AI, {
    [`${p}.networkAcls`]: { virtualNetworkRules: [{ id: SUBNET_NOWHERE }] },
  }),
  refuse('foundry-deployment-alone', 'RequestConflict', MODEL, {}, { given: busy(PROJECT, 'Creating') }),
  refuse('foundry-deployment-model-known', 'DeploymentModelNotSupported', MODEL, { [`${p}.model.name`]: 'gpt-99' }),
  refuse(
    'foundry-deployment-model-alive',
    'ServiceModelDeprecated',
    MODEL,
    { [`${p}.model`]: { format: 'OpenAI', name: 'gpt-35-turbo' }, 'sku.name': 'Standard' },
    { as: `${AI}/deployments/old` },
  ),
  refuse('foundry-deployment-sku', PROPS, MODEL, { 'sku.name': 'Standard' }),
  refuse('foundry-deployment-capacity', PROPS, MODEL, { 'sku.capacity': 0 }),
  refuse(
    'foundry-deployment-quota',
    'InsufficientQuota',
    MODEL,
    { 'sku.capacity': 950 },
    { as: `${AI}/deployments/second` },
  ),
  refuse('foundry-deployment-upgrade', PROPS, MODEL, { [`${p}.versionUpgradeOption`]: 'Never' }),
  refuse('foundry-deployment-rai-policy', PROPS, MODEL, { [`${p}.raiPolicyName`]: 'none' }),
  refuse('foundry-project-alone', 'RequestConflict', PROJECT, {}, { given: busy(MODEL, 'Creating') }),
  refuse(
    'foundry-project-allowed',
    PROPS,
    PROJECT,
    {},
    {
      given: (bench) => {
        bench.alter(AI, { allowProjectManagement: false });
      },
    },
  ),
  refuse('foundry-project-identity', PROPS, PROJECT, { identity: undefined }),
  refuse('foundry-project-region', PROPS, PROJECT, { location: 'westeurope' }, { as: `${AI}/projects/new` }),
  refuse(
    'foundry-connection-alone',
    'RequestConflict',
    `${AI}/connections/search`,
    {},
    { given: busy(MODEL, 'Creating') },
  ),
  refuse('foundry-connection-category', PROPS, `${AI}/connections/search`, { [`${p}.category`]: undefined }),
  refuse(
    'foundry-project-connection-alone',
    'RequestConflict',
    `${PROJECT}/connections/search`,
    {},
    { given: busy(MODEL, 'Creating') },
  ),
  refuse('foundry-project-connection-category', PROPS, `${PROJECT}/connections/search`, {
    [`${p}.category`]: undefined,
  }),
  refuse('foundry-rai-policy-alone', 'RequestConflict', FILTER, {}, { given: busy(MODEL, 'Creating') }),
  refuse('foundry-rai-policy-base', PROPS, FILTER, { [`${p}.basePolicyName`]: undefined }),
  refuse('foundry-rai-policy-base', PROPS, FILTER, { [`${p}.basePolicyName`]: 'none' }),
  refuse('foundry-rai-policy-system', PROPS, FILTER, {}, { as: `${AI}/raiPolicies/Microsoft.Own` }),
  refuse('foundry-rai-policy-mode', PROPS, FILTER, { [`${p}.mode`]: 'Loud' }),
  refuse('foundry-rai-policy-filter', PROPS, FILTER, filters({ name: 'Boredom', source: 'Prompt' })),
  refuse('foundry-rai-policy-filter', PROPS, FILTER, filters({ name: 'Jailbreak', source: 'Completion' })),
  refuse(
    'foundry-rai-policy-severity',
    PROPS,
    FILTER,
    filters({ name: 'Hate', source: 'Prompt', severityThreshold: 'None' }),
  ),
  refuse(
    'foundry-rai-policy-approval',
    PROPS,
    FILTER,
    filters({ name: 'Hate', source: 'Prompt', severityThreshold: 'High', blocking: false }),
  ),
  refuse(
    'foundry-subdomain-free',
    'CustomDomainInUse',
    AI,
    { [`${p}.customSubDomainName`]: 'new' },
    { ...AI_NEW, given: taken('Microsoft.CognitiveServices/accounts', 'new') },
  ),
  refuse(
    'foundry-network-rule-endpoint',
    'SubnetsHaveNoServiceEndpointsConfigured',
    AI,
    {},
    { editsIn: (bench) => ({ [`${p}.networkAcls`]: { virtualNetworkRules: [{ id: bench.id(`${SUB}/free`) }] } }) },
  ),
  // In a region that does not offer the model.
  refuse(
    'foundry-deployment-model-known',
    'DeploymentModelNotSupported',
    MODEL,
    {},
    {
      as: `${AI}/deployments/second`,
      given: (bench) => {
        bench.world.store.put({ ...bench.get(AI), location: 'norwaywest' });
      },
    },
  ),
];
