import type { BaselineRule } from '../rule.ts';
import { apiManagementRules } from './api-management.ts';
import { appRules } from './app.ts';
import { dataRules } from './data.ts';
import { deploymentRules } from './deployments.ts';
import { ingressRules } from './ingress.ts';
import { networkRules } from './network.ts';

/** Every rule of the baseline. */
export const baselineRules: readonly BaselineRule[] = [
  ...apiManagementRules,
  ...ingressRules,
  ...networkRules,
  ...dataRules,
  ...appRules,
  ...deploymentRules,
];

/** Types that no rule is about, and why. A type of a template that is in neither is a mistake. */
export const typesWithoutRules: Readonly<Record<string, string>> = {
  'Microsoft.Cache/redisEnterprise/databases':
    'It speaks TLS alone; its key is the only sign-in that Open WebUI knows, and lies in Key Vault.',
  'Microsoft.App/managedEnvironments/storages':
    'With SMB it keeps the key of an account, which no read gives back; with NFS there is none.',
  'Microsoft.ApiManagement/service/apis/diagnostics':
    'It logs no bodies and no addresses of people; no source has a rule for it.',
  'Microsoft.ApiManagement/service/diagnostics': 'As those of the API.',
  'Microsoft.ApiManagement/service/products/apis': 'It says that the API is in the product, and no more.',
  'Microsoft.ApiManagement/service/subscriptions':
    'Its keys say which application calls; who may call is decided by the token that the policy asks for.',
  'Microsoft.ApiManagement/service/loggers':
    'It writes with the identity of the gateway: Application Insights takes no keys.',
  'Microsoft.ApiManagement/service/policyFragments':
    "The environment's own: what it may do is checked before it is written, and it stands after the token check.",
  'Microsoft.Authorization/locks': 'It forbids, and allows nobody anything.',
  'Microsoft.CognitiveServices/accounts/deployments':
    "Access is the account's; which content filter applies is a choice of the environment file.",
  'Microsoft.CognitiveServices/accounts/projects': 'Access and network are those of the account.',
  'Microsoft.Consumption/budgets': 'It writes to people about money, and reads and opens nothing.',
  'Microsoft.DBforPostgreSQL/flexibleServers/databases': 'It has a name, a character set and nothing else.',
  'Microsoft.Insights/actionGroups':
    'It holds the addresses of the environment file, and writes to them; it reads and opens nothing.',
  'Microsoft.Insights/scheduledQueryRules':
    'It asks the workspace with the rights of who deployed it, and gives nobody else any.',
  'Microsoft.Insights/workbooks': 'It holds queries and no data; whoever opens it asks with rights of their own.',
  'Microsoft.Insights/diagnosticSettings': 'Asked for by the rules of the services whose logs it sends.',
  'Microsoft.ManagedIdentity/userAssignedIdentities': 'It has no secrets; what it may do is in the role assignments.',
  'Microsoft.Network/dnsZones/A': 'A record says where a host is, not who may reach it.',
  'Microsoft.Network/dnsZones/CNAME': 'A record says where a host is, not who may reach it.',
  'Microsoft.Network/dnsZones/TXT': 'A proof that a host name is ours, which the whole world may read.',
  'Microsoft.App/managedEnvironments/certificates':
    'The certificate is in a Key Vault of the company, whose rules hold there.',
  'Microsoft.App/managedEnvironments/managedCertificates': 'Container Apps keeps the key and renews the certificate.',
  'Microsoft.Network/privateDnsZones': 'Only the networks that are linked to it see it.',
  'Microsoft.Network/privateDnsZones/A': 'A record says where a host is, not who may reach it.',
  'Microsoft.Network/privateEndpoints':
    'Asked for by the rules of the services that it leads to; its subnet has a security group.',
  'Microsoft.Network/privateEndpoints/privateDnsZoneGroups': 'A record says where a host is, not who may reach it.',
  'Microsoft.Storage/storageAccounts/fileServices/shares': 'Who mounts it is a matter of the account and its network.',
  'Microsoft.Resources/resourceGroups': 'A group holds resources and has no settings of its own.',
};
