import { is, isNot, oneOf, present } from '../condition.ts';
import { logs, privateEndpoint } from '../joins.ts';
import { listAt } from '../resource.ts';
import { custom, members, parts, setting, type BaselineRule } from '../rule.ts';

const app = 'Microsoft.App/containerApps';
const job = 'Microsoft.App/jobs';
const environment = 'Microsoft.App/managedEnvironments';
const foundry = 'Microsoft.CognitiveServices/accounts';
const identities = oneOf(
  'SystemAssigned',
  'UserAssigned',
  'SystemAssigned,UserAssigned',
  'SystemAssigned, UserAssigned',
);

const containerRules: readonly BaselineRule[] = [
  members(['PSRule', 'Azure.ContainerApp.Insecure', app, 'it does not take plain HTTP'], {
    'properties.configuration.ingress.allowInsecure': isNot(true),
  }),
  members(['PSRule', 'Azure.ContainerApp.ManagedIdentity', app, 'it has a managed identity'], {
    'identity.type': identities,
  }),
  members(['PSRule', 'Azure.ContainerApp.ExternalIngress', app, 'only its own environment reaches it'], {
    'properties.configuration.ingress.external': isNot(true),
  }),
  custom(
    ['PSRule', 'Azure.ContainerApp.RestrictIngress', app, 'address rules, if there are any, name who may come in'],
    (resource) =>
      listAt<{ action: string }>(resource, 'properties.configuration.ingress.ipSecurityRestrictions').every(
        ({ action }) => action === 'Allow',
      ),
    { 'a rule that denies': setting('properties.configuration.ingress.ipSecurityRestrictions', [{ action: 'Deny' }]) },
  ),
  parts(['own', 'secrets-in-key-vault', app, 'every secret lies in Key Vault'], 'properties.configuration.secrets', {
    keyVaultUrl: present,
    identity: present,
  }),
  members(['own', 'job-identity', job, 'it has a managed identity'], { 'identity.type': identities }),
  members(['PSRule', 'Azure.ContainerApp.PublicAccess', environment, 'it is reached from the networks alone'], {
    'properties.vnetConfiguration.internal': is(true),
    'properties.vnetConfiguration.infrastructureSubnetId': present,
  }),
  members(['own', 'logs-without-key', environment, 'its logs need no key of a workspace'], {
    'properties.appLogsConfiguration.destination': is('azure-monitor'),
  }),
  logs('own', 'container-logs', environment),
];

const foundryRules: readonly BaselineRule[] = [
  members(['PSRule', 'Azure.AI.DisableLocalAuth', foundry, 'its keys open nothing'], {
    'properties.disableLocalAuth': is(true),
  }),
  members(['PSRule', 'Azure.AI.ManagedIdentity', foundry, 'it has a managed identity'], {
    'identity.type': identities,
  }),
  privateEndpoint('PSRule', 'Azure.AI.PrivateEndpoints', foundry),
  members(['PSRule', 'Azure.AI.PublicAccess', foundry, 'it is closed to the Internet'], {
    'properties.publicNetworkAccess': is('Disabled'),
  }),
  members(['checkov', 'CKV_AZURE_134', foundry, 'public network access is disabled'], {
    'properties.publicNetworkAccess': is('Disabled'),
  }),
  members(['checkov', 'CKV_AZURE_236', foundry, 'local authentication is disabled'], {
    'properties.disableLocalAuth': is(true),
  }),
  members(['checkov', 'CKV_AZURE_238', foundry, 'an identity is configured'], { 'identity.type': present }),
  logs('own', 'model-logs', foundry),
];

const filterRules: readonly BaselineRule[] = [
  members(
    ['own', 'filter-base', 'Microsoft.CognitiveServices/accounts/raiPolicies', "it builds on Foundry's default"],
    {
      'properties.basePolicyName': oneOf('Microsoft.DefaultV2'),
    },
  ),
  parts(
    ['own', 'filter-blocks', 'Microsoft.CognitiveServices/accounts/raiPolicies', 'no category is let through'],
    'properties.contentFilters',
    {
      severityThreshold: {
        holds: (value) => value === undefined || oneOf('Low', 'Medium', 'High').holds(value),
        broken: 'None',
      },
    },
  ),
];

const monitoringRules: readonly BaselineRule[] = [
  members(
    ['PSRule', 'Azure.AppInsights.LocalAuth', 'Microsoft.Insights/components', 'it takes tokens of Entra alone'],
    {
      'properties.DisableLocalAuth': is(true),
    },
  ),
  members(['own', 'workspace-keys', 'Microsoft.OperationalInsights/workspaces', 'its keys open nothing'], {
    'properties.features.disableLocalAuth': is(true),
  }),
];

/** Container Apps, Foundry and monitoring. */
export const appRules: readonly BaselineRule[] = [
  ...containerRules,
  ...foundryRules,
  ...filterRules,
  ...monitoringRules,
];
