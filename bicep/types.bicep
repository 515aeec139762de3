// Shapes that several templates share. Names are computed once, in packages/config; the templates only carry them.

@export()
@description('Text by name: tags, environment variables, resource ids.')
type textMap = { *: string }

@export()
@description('A user-assigned identity, known before it exists.')
type identityName = {
  @description('Resource name.')
  name: string

  @description('Resource id.')
  id: string
}

@export()
@description('How the gateway stands in the network of the hub. `classic`: in a subnet of it, tiers Developer and Premium. `injection`: the same by the rules of PremiumV2. `integration`: outside, with a subnet for what it sends and a private endpoint for what it takes, StandardV2.')
type gatewayNetwork = 'classic' | 'injection' | 'integration'

@export()
@description('Tier of API Management that can reach models without public access, and its units.')
type gatewaySku = {
  name: 'Developer' | 'Premium' | 'StandardV2' | 'PremiumV2'

  @minValue(1)
  @maxValue(31)
  capacity: int
}

@export()
@description('Private DNS zones of the services that are reached through a private endpoint.')
type privateDnsZones = {
  @description('Key Vault.')
  vault: string

  @description('PostgreSQL flexible server.')
  postgres: string

  @description('Blob storage.')
  blob: string

  @description('File shares.')
  file: string

  @description('Redis.')
  redis: string

  @description('Foundry: the account itself.')
  cognitiveServices: string

  @description('Foundry: OpenAI endpoint.')
  openAi: string

  @description('Foundry: endpoint of all models and of projects.')
  foundry: string
}

@export()
@description('What the spoke needs to know of its hub.')
type hubReference = {
  @description('Optional. Subscription, where it is not the one of the spoke.')
  subscriptionId: string?

  @description('Resource group.')
  resourceGroup: string

  @description('Virtual network.')
  vnet: string

  @description('Log Analytics workspace.')
  logAnalytics: string

  @description('Identity with which the gateway calls the models.')
  gatewayIdentity: identityName

  @description('Host name of the gateway, `<service>.azure-api.net`.')
  gatewayHost: string
}

@export()
@description('Names of the spoke, as packages/config computes them.')
type spokeNames = {
  resourceGroup: string
  vnet: string
  appIdentity: identityName
  ingressIdentity: identityName
  smokeIdentity: identityName
  keyVault: string
  secrets: {
    databasePassword: string
    webuiSecretKey: string
    redisUrl: string
    certificate: string
  }
  postgres: string
  postgresDatabase: string
  postgresZone: string
  redis: string
  containerEnvironment: string
  containerApp: string
  migrationJob: string
  smokeJob: string
  foundry: string
  foundryProject: string
  applicationGateway: string
  wafPolicy: string
  ingressPublicIp: string
  tokenAlert: string
  tokenActionGroup: string
}

@export()
@description('Names of what the app is made of and stands on.')
type spokeAppNames = {
  resourceGroup: string
  appIdentity: identityName
  keyVault: string
  secrets: {
    databasePassword: string
    webuiSecretKey: string
    redisUrl: string
  }
  postgres: string
  postgresDatabase: string
  containerEnvironment: string
  containerApp: string
}

@export()
@description('How people reach Open WebUI.')
type exposure = {
  @description('Required. `app-gateway`: Application Gateway with a web application firewall. `container-app`: the ingress of the app itself, public. `private`: from the networks alone.')
  kind: 'app-gateway' | 'container-app' | 'private'

  @description('Conditional. Public host name; required for `app-gateway`. Without it, the host name that Container Apps gives.')
  hostname: string?

  @description('Optional. Unversioned URI of the certificate in a Key Vault of yours. Without it, the certificate lies in the Key Vault of the spoke (`app-gateway`), or Container Apps makes one (`container-app`).')
  certificateUri: string?

  @description('Optional. DNS label of the public IP address of the ingress.')
  dnsLabel: string?

  @description('Optional. Public DNS zone in which the record of the host name is made.')
  dns: publicZone?

  @description('Optional. `container-app`: ranges that may reach the app; everybody where there is none.')
  allowedAddresses: string[]?
}

@export()
@description('A public DNS zone in Azure, and the place of the host name in it.')
type publicZone = {
  @description('Required. Subscription.')
  subscriptionId: string

  @description('Required. Resource group.')
  resourceGroup: string

  @description('Required. Name of the zone.')
  zone: string

  @description('Required. Name of the record below the zone; `@` for the zone itself.')
  record: string
}

@export()
@description('A host name of the company that a container app answers to.')
type customDomain = {
  @description('Required. The host name.')
  hostname: string

  @description('Optional. Resource id of its certificate in the environment. Without it, the platform takes the managed one as soon as that is issued.')
  certificateId: string?
}

@export()
@description('A Key Vault outside the spoke.')
type vaultReference = {
  @description('Resource group, in this subscription.')
  resourceGroup: string

  @description('Resource name.')
  name: string
}

@export()
@description('Version, size and settings of Open WebUI.')
type openWebUiSettings = {
  @description('Required. Image with tag or digest.')
  image: string

  @description('Required. Cores, as text: `0.5`, `2`.')
  cpu: string

  @description('Required. Memory: `4Gi`.')
  memory: string

  @description('Required. Replicas that always run.')
  minReplicas: int

  @description('Required. Replicas at most.')
  maxReplicas: int

  @description('Required. Changes with the configuration; `GET /api/version` answers it, which tells that the new revision serves.')
  deploymentId: string

  @description('Required. Environment variables of the person who wrote the file. They win over ours.')
  environment: textMap
}

@export()
@description('The database of Open WebUI.')
type openWebUiDatabase = {
  host: string
  name: string
  user: string
}

@export()
@description('Addresses of the secrets of Open WebUI in Key Vault, unversioned.')
type openWebUiSecrets = {
  databasePassword: string
  webuiSecretKey: string
}

@export()
@description('A secret of a container app or a job, read from Key Vault.')
type keyVaultSecret = {
  @description('Required. Name inside the app.')
  name: string

  @description('Required. Address in Key Vault, unversioned.')
  keyVaultUrl: string

  @description('Required. Resource id of the identity that reads it.')
  identity: string
}

@export()
@description('An environment variable that takes its value from a secret.')
type secretVariable = {
  @description('Required. Name of the variable.')
  name: string

  @description('Required. Name of the secret inside the app.')
  secretRef: string
}

@export()
@description('PostgreSQL as the environment asks for it.')
type postgresSettings = {
  sku: string
  tier: 'Burstable' | 'GeneralPurpose' | 'MemoryOptimized'
  storageGiB: int
  version: string
  backupRetentionDays: int

  @description('Required. Where the standby stands.')
  highAvailability: 'Disabled' | 'ZoneRedundant' | 'SameZone'

  @description('Required. It can never be changed.')
  geoRedundantBackup: bool

  @description('Required. It can never be changed.')
  network: 'private-endpoint' | 'vnet-integration'

  @description('Optional. Without it, Azure chooses.')
  availabilityZone: string?
}

@export()
@description('Redis as the environment asks for it.')
type redisSettings = {
  sku: string
  highAvailability: bool
}

@export()
@description('Where uploads lie.')
type uploadStorage = {
  @description('Required. A container of blobs, or a share that is mounted by this protocol.')
  kind: 'blob' | 'nfs' | 'smb'

  @description('Required. Name of the storage account.')
  account: string

  @description('Required. Name of the container or the share.')
  folder: string

  @description('Conditional. Size of a share at most.')
  quotaGiB: int?

  @description('Required. `true`: a copy in each zone. It can never be changed.')
  zoneRedundant: bool
}

@export()
@description('Where a server stands that is part of a network.')
type networkIntegration = {
  @description('Required. Resource id of the subnet, delegated to the service.')
  subnetId: string

  @description('Required. Resource id of the private DNS zone, linked to the network before the server is made.')
  zoneId: string
}

@export()
@description('One model deployment in Foundry.')
type model = {
  @description('Required. Deployment name: what a caller writes into `model`.')
  name: string

  @description('Required. Name in the catalogue of Foundry.')
  model: string

  @description('Required. `OpenAI`, `xAI`, `Meta`, `Mistral AI`, `DeepSeek`, …')
  format: string

  @description('Optional. Without it, the default version of Foundry.')
  version: string?

  @description('Required. `GlobalStandard`, `DataZoneStandard`, …')
  sku: string

  @description('Required. In the units of the format and SKU: thousands of tokens a minute for standard types of OpenAI.')
  capacity: int

  @description('Required. When Foundry may move the deployment to another version.')
  versionUpgrade: 'OnceNewDefaultVersionAvailable' | 'OnceCurrentVersionExpired' | 'NoAutoUpgrade'

  @description('Optional. Content filter: one of the account, or `Microsoft.…`. Without it, what Foundry chooses.')
  contentFilter: string?
}

@export()
@description('What the workbook of usage, and the alert on its cost, know of an environment.')
type usageSettings = {
  @description('Required. Name of the environment, by which its metrics are told from those of other spokes.')
  environment: string

  @description('Required. Rows of the table of prices in KQL; empty where none is known.')
  prices: string

  @description('Required. Currency of the prices.')
  currency: string
}

@export()
@description('A monthly budget of a resource group.')
type budget = {
  @description('Required. In the currency of the bill.')
  @minValue(1)
  amount: int

  @description('Required. E-mail addresses.')
  contacts: string[]

  @description('Required. Percent of the amount at which they are written to.')
  thresholds: int[]
}

@export()
@description('A content filter of the environment.')
type contentFilter = {
  @description('Required. What a model names it by.')
  name: string

  @description('Required. The lowest severity that is blocked, in prompts and answers, by category.')
  severities: {
    Hate: 'Low' | 'Medium' | 'High'
    Sexual: 'Low' | 'Medium' | 'High'
    Violence: 'Low' | 'Medium' | 'High'
    Selfharm: 'Low' | 'Medium' | 'High'
  }

  @description('Required. Blocks prompts that try to talk the model out of its rules.')
  jailbreak: bool

  @description('Required. Blocks instructions that are hidden in documents.')
  indirectAttack: bool

  @description('Required. Blocks answers that repeat well-known texts or public code.')
  protectedMaterial: bool

  @description('Required. `Blocking`: pieces of a streamed answer wait for the filter. `Asynchronous_filter`: they do not.')
  mode: 'Blocking' | 'Asynchronous_filter'
}

@export()
@description('What the smoke job tries from inside the network.')
type smokeSettings = {
  @description('Required. Node program.')
  probeScript: string

  @description('Required. Image with Node.')
  image: string

  @description('Required. Deployment name of the model that is asked.')
  model: string

  @description('Required. What it is asked.')
  prompt: string

  @description('Required. Seconds until the first token, at most.')
  firstTokenSeconds: int
}

@export()
@description('The Entra application through which people sign in and which the gateway checks.')
type entraApplication = {
  @description('Required. Tenant id.')
  tenantId: string

  @description('Required. Application (client) id.')
  clientId: string
}

@export()
@description('One rule of a network security group.')
type securityRule = {
  @description('Required. Name, unique in the group.')
  name: string

  @minValue(100)
  @maxValue(4096)
  priority: int

  @description('Optional. `Allow` where it is absent.')
  access: ('Allow' | 'Deny')?

  @description('Optional. `Tcp` where it is absent.')
  protocol: ('Tcp' | 'Udp' | '*')?

  @description('Required. Address prefix or service tag.')
  from: string

  @description('Required. Address prefix or service tag.')
  to: string

  @description('Required. Destination ports.')
  ports: string[]
}

@export()
@description('All rules of a network security group.')
type securityRules = {
  inbound: securityRule[]
  outbound: securityRule[]
}

@export()
@description('One subnet of a virtual network.')
type subnet = {
  name: string
  prefix: string

  @description('Required. Every subnet has a network security group.')
  networkSecurityGroupId: string

  @description('Optional. Service that the subnet is delegated to.')
  delegation: string?

  @description('Optional. `true` writes the range as `addressPrefix`, which API Management asks for in PremiumV2, and not as a list.')
  singlePrefix: bool?

  @description('Optional. `true` for subnets of private endpoints: their security rules apply only when this is switched on.')
  privateEndpoints: bool?

  @description('Optional. `false` closes the implicit way to the Internet.')
  defaultOutboundAccess: bool?
}
