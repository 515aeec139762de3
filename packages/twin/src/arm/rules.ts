import type { Arm } from './context.ts';

/** What is known of a rule of Azure Resource Manager itself. Rules of providers stand with their types. */
export interface ArmRule {
  /** What is refused, as the documentation names it. */
  readonly of: string;
  readonly source: string;
}

const ERRORS = 'Microsoft Learn: Azure Resource Manager, common deployment errors';
const TAGS = 'Microsoft Learn: use tags to organize your Azure resources, limitations';
const SUBSCRIPTION = 'Microsoft Learn: subscription deployments with Bicep files, deployment location and name';

/** Every refusal of Azure Resource Manager that a template can bring about, by its id. */
export const ARM_RULES = {
  'resource-namespace-known': { of: 'resources', source: ERRORS },
  'resource-type-known': { of: 'resources', source: ERRORS },
  'resource-api-version-known': { of: 'resources', source: ERRORS },
  'resource-provider-registered': { of: 'resources', source: 'facts/azure.md section 4, provider registration' },
  'resource-location-given': { of: 'resources', source: ERRORS },
  'resource-location-known': { of: 'resources', source: ERRORS },
  'resource-location-fixed': { of: 'resources', source: 'Microsoft Learn: invalid location errors' },
  'resource-zones-offered': { of: 'resources', source: 'Azure/Azure-Landing-Zones issue 425' },
  'resource-zones-known': { of: 'resources', source: 'hashicorp/terraform-provider-azurerm issue 6296' },
  'resource-group-exists': { of: 'resources', source: ERRORS },
  'resource-group-not-being-deleted': { of: 'resources', source: ERRORS },
  'resource-parent-exists': { of: 'resources', source: 'Microsoft Learn: errors for parent resources' },
  'resource-not-being-deleted': { of: 'resources', source: "Assumption: the code and the message are the twin's" },
  'resource-unlocked': {
    of: 'resources',
    source: 'Microsoft Learn: lock your resources to protect your infrastructure',
  },
  'caller-may-write': { of: 'resources', source: ERRORS },
  'resource-group-name': { of: 'resource groups', source: 'Azure naming rules and restrictions' },
  'resource-group-location-fixed': { of: 'resource groups', source: 'Microsoft Learn: invalid location errors' },
  'tag-count': { of: 'tags', source: `${TAGS}; the code is an assumption` },
  'tag-count-of-type': { of: 'tags', source: `${TAGS}: 15 on private DNS; the code is an assumption` },
  'tag-name-characters': { of: 'tags', source: TAGS },
  'tag-name-length': { of: 'tags', source: `${TAGS}; the code is an assumption` },
  'tag-name-length-of-type': { of: 'tags', source: `${TAGS}: 128 on storage accounts; the code is an assumption` },
  'tag-value-length': { of: 'tags', source: TAGS },
  'deployment-name': { of: 'deployments', source: 'facts/azure.md section 1, Microsoft.Resources/deployments' },
  'deployment-location': { of: 'deployments', source: SUBSCRIPTION },
  'deployment-location-fixed': { of: 'deployments', source: SUBSCRIPTION },
  'deployment-scope': { of: 'deployments', source: ERRORS },
  'deployment-active': { of: 'deployments', source: 'facts/azure.md section 4, DeploymentActive' },
  'deployment-history': { of: 'deployments', source: 'facts/azure.md section 4: 800 deployments a scope' },
} as const satisfies Readonly<Record<string, ArmRule>>;

/** Id of a rule of Azure Resource Manager. */
export type ArmRuleId = keyof typeof ARM_RULES;

/** Whether the rule `id` is in force. */
export function holds({ ports }: Pick<Arm, 'ports'>, id: ArmRuleId): boolean {
  return !ports.withoutRules.has(id);
}

/** Runs the check of a rule, which throws its refusal, unless somebody has switched the rule off. */
export function enforce(arm: Pick<Arm, 'ports'>, id: ArmRuleId, check: () => void): void {
  if (holds(arm, id)) check();
}
