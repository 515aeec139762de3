import type { JsonObject } from '../../kernel/store.ts';
import { parseAddress, parseCidr } from '../common/cidr.ts';
import { textAt, textsAt } from '../common/json.ts';
import { refusal } from '../common/rules.ts';
import type { Refusal } from '../type-definition.ts';

/** Service tags that a security rule may name, by themselves or with a region (Microsoft Learn: service tags overview). */
const TAGS =
  'ActionGroup ApiManagement AppConfiguration ApplicationInsightsAvailability AppService AppServiceManagement AutonomousDevelopmentPlatform AzureActiveDirectory AzureActiveDirectoryDomainServices AzureAdvancedThreatProtection AzureArcInfrastructure AzureAttestation AzureBackup AzureBotService AzureCloud AzureCognitiveSearch AzureConnectors AzureContainerAppsService AzureContainerRegistry AzureCosmosDB AzureDatabricks AzureDataExplorerManagement AzureDeviceUpdate AzureDevOps AzureDigitalTwins AzureEventGrid AzureFrontDoor.Backend AzureFrontDoor.FirstParty AzureFrontDoor.Frontend AzureFrontDoor.MicrosoftSecurity AzureHealthcareAPIs AzureInformationProtection AzureIoTHub AzureKeyVault AzureLoadBalancer AzureMachineLearning AzureMachineLearningInference AzureManagedGrafana AzureMonitor AzureMonitorForSAP AzureOpenDatasets AzurePlatformDNS AzurePlatformIMDS AzurePlatformLKM AzureResourceManager AzureSecurityCenter AzureSentinel AzureSignalR AzureSiteRecovery AzureSphere AzureSpringCloud AzureStack AzureTrafficManager AzureUpdateDelivery AzureVideoAnalyzerForMedia AzureWebPubSub BatchNodeManagement ChaosStudio CognitiveServicesFrontend CognitiveServicesManagement DataFactory DataFactoryManagement Dynamics365BusinessCentral Dynamics365ForMarketingEmail EOPExternalPublishedIPs EventHub GatewayManager GuestAndHybridManagement HDInsight Internet KustoAnalytics LogicApps LogicAppsManagement M365ManagementActivityApi M365ManagementActivityApiWebhook Marketplace MicrosoftAzureFluidRelay MicrosoftCloudAppSecurity MicrosoftContainerRegistry MicrosoftDefenderForEndpoint MicrosoftPurviewPolicyDistribution OfficeGov OneDsCollector PowerBI PowerPlatformInfra PowerPlatformPlex PowerQueryOnline Scuba SerialConsole ServiceBus ServiceFabric Sql SqlManagement Storage StorageMover StorageSyncService VideoIndexer VirtualDesktop VirtualNetwork WindowsAdminCenter WindowsVirtualDesktop';

const KNOWN: ReadonlySet<string> = new Set(TAGS.split(' ').map((tag) => tag.toLowerCase()));

/** What is wrong with the addresses of one security rule, as Microsoft.Network says it. */
export function prefixRefusal(id: string, properties: JsonObject): Refusal | undefined {
  for (const end of ['source', 'destination']) {
    const found = inOne(id, textAt(properties, `${end}AddressPrefix`)) ?? inSeveral(id, end, properties);
    if (found !== undefined) return found;
  }
  return undefined;
}

function inOne(id: string, prefix: string | undefined): Refusal | undefined {
  if (prefix === undefined || prefix === '' || prefix === '*' || isAddress(prefix) || isTag(prefix)) return undefined;
  return refusal(
    400,
    'SecurityRuleInvalidAddressPrefix',
    `Security rule ${id} has invalid Address prefix. Value provided: ${prefix}`,
  );
}

/** A list holds addresses; a tag stands alone, in the member for one. */
function inSeveral(id: string, end: string, properties: JsonObject): Refusal | undefined {
  const prefixes = textsAt(properties, `${end}AddressPrefixes`);
  const tag = prefixes.find((prefix) => prefix === '*' || isTag(prefix));
  if (tag === undefined) return prefixes.map((prefix) => inOne(id, prefix)).find((found) => found !== undefined);
  const member = `${end === 'source' ? 'Source' : 'Destination'}AddressPrefix`;
  return refusal(
    400,
    'SecurityRuleParameterContainsUnsupportedValue',
    `Security rule parameter ${member} for rule with Id ${id} cannot specify existing VIRTUALNETWORK, INTERNET, AZURELOADBALANCER, '*' or system tags. Unsupported value used: ${tag}.`,
  );
}

function isAddress(prefix: string): boolean {
  if (prefix.includes(':')) return /^[0-9a-f:]+(\/\d{1,3})?$/i.test(prefix);
  return parseCidr(prefix) !== undefined || parseAddress(prefix) !== undefined;
}

/** `Storage`, `Storage.SwedenCentral`. */
function isTag(prefix: string): boolean {
  const lower = prefix.toLowerCase();
  return KNOWN.has(lower) || KNOWN.has(lower.replace(/\.[a-z0-9]+$/, ''));
}
