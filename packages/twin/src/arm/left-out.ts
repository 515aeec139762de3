/** Namespaces of Azure of which the twin has nothing. */
const NAMESPACES =
  'AlertsManagement AppConfiguration Automation Batch BotService Cdn Communication Compute ContainerInstance ContainerRegistry ContainerService Dashboard DataFactory Databricks DBforMySQL DesktopVirtualization Devices DocumentDB EventGrid EventHub Fabric HybridCompute Logic MachineLearningServices Maintenance Management Maps Migrate Monitor NotificationHubs OperationsManagement Purview RecoveryServices Relay Search Security ServiceBus ServiceFabric SignalRService Solutions Sql Synapse VirtualMachineImages Web';

/** Types of Azure that the twin leaves out of namespaces of which it has some. */
const TYPES: Readonly<Record<string, string>> = {
  'Microsoft.ApiManagement': 'gateways workspaces',
  'Microsoft.App': 'builders connectedEnvironments sessionPools',
  'Microsoft.Authorization':
    'accessReviewScheduleDefinitions denyAssignments policyAssignments policyDefinitions policyExemptions policySetDefinitions roleAssignmentScheduleRequests roleEligibilityScheduleRequests',
  'Microsoft.Cache': 'redis',
  'Microsoft.CognitiveServices': 'commitmentPlans',
  'Microsoft.DBforPostgreSQL': 'servers serverGroupsv2',
  'Microsoft.Insights':
    'activityLogAlerts autoscaleSettings dataCollectionEndpoints dataCollectionRules dataCollectionRuleAssociations privateLinkScopes webtests',
  'Microsoft.KeyVault': 'managedHSMs',
  'Microsoft.Network':
    'applicationSecurityGroups azureFirewalls bastionHosts connections ddosProtectionPlans dnsResolvers expressRouteCircuits firewallPolicies frontDoors frontDoorWebApplicationFirewallPolicies ipGroups loadBalancers localNetworkGateways networkManagers networkWatchers privateLinkServices publicIPPrefixes trafficManagerProfiles virtualHubs virtualNetworkGateways virtualWans vpnGateways',
  'Microsoft.OperationalInsights': 'clusters queryPacks',
  'Microsoft.Resources': 'deploymentScripts deploymentStacks templateSpecs',
};

const namespaces: ReadonlySet<string> = new Set(NAMESPACES.split(' ').map((name) => `microsoft.${name.toLowerCase()}`));
const types: ReadonlySet<string> = new Set(
  Object.entries(TYPES).flatMap(([namespace, names]) =>
    names.split(' ').map((name) => `${namespace}/${name}`.toLowerCase()),
  ),
);

/** Whether Azure knows `type` and the twin does not: to call it unknown would send a reader looking for a mistake. */
export function isLeftOut(type: string): boolean {
  const [namespace = '', top = ''] = type.toLowerCase().split('/');
  return namespaces.has(namespace) || types.has(`${namespace}/${top}`);
}
