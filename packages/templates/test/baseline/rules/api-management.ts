import { is, isNot, oneOf, present, startsWith } from '../condition.ts';
import { logs } from '../joins.ts';
import { listAt, memberAt } from '../resource.ts';
import { custom, members, setting, type BaselineRule } from '../rule.ts';

const service = 'Microsoft.ApiManagement/service';
const api = 'Microsoft.ApiManagement/service/apis';
const policy = 'Microsoft.ApiManagement/service/apis/policies';
const security = (name: string) =>
  `properties.customProperties.[Microsoft.WindowsAzure.ApiManagement.Gateway.Security.${name}]`;

const oldProtocols = ['Tls10', 'Tls11', 'Ssl30'].flatMap((name) => [`Protocols.${name}`, `Backend.Protocols.${name}`]);

/** What the rule's page switches off (docs/en/rules/Azure.APIM.Ciphers.md). */
const weakCiphers = [
  'TripleDes168',
  'TLS_RSA_WITH_AES_128_CBC_SHA',
  'TLS_RSA_WITH_AES_256_CBC_SHA',
  'TLS_RSA_WITH_AES_128_CBC_SHA256',
  'TLS_RSA_WITH_AES_256_CBC_SHA256',
  'TLS_RSA_WITH_AES_128_GCM_SHA256',
  'TLS_ECDHE_RSA_WITH_AES_128_CBC_SHA',
  'TLS_ECDHE_RSA_WITH_AES_256_CBC_SHA',
];

const sections = ['inbound', 'backend', 'outbound', 'on-error'];

/** API Management, its API and its policy. */
export const apiManagementRules: readonly BaselineRule[] = [
  ofClassicTiers(
    members(
      ['PSRule', 'Azure.APIM.Protocols', service, 'neither clients nor backends are spoken to below TLS 1.2'],
      Object.fromEntries(oldProtocols.map((name) => [security(name), is('false')])),
    ),
  ),
  ofClassicTiers(
    members(
      ['PSRule', 'Azure.APIM.Ciphers', service, 'weak ciphers are off'],
      Object.fromEntries(weakCiphers.map((name) => [security(`Ciphers.${name}`), is('false')])),
    ),
  ),
  members(['PSRule', 'Azure.APIM.ManagedIdentity', service, 'it has a managed identity'], {
    'identity.type': oneOf('SystemAssigned', 'UserAssigned', 'SystemAssigned, UserAssigned'),
  }),
  custom(
    ['PSRule', 'Azure.APIM.SampleProducts', service, 'no sample product is deployed'],
    ({ id }, all) =>
      !all.some((other) => /\/products\/(starter|unlimited)$/i.test(other.id) && other.id.startsWith(`${id}/`)),
    {
      'a product called starter': ({ id }, all) => {
        all.push({ id: `${id}/products/starter`, type: `${service}/products`, name: 'starter', properties: {} });
      },
    },
  ),
  members(['PSRule', 'Azure.APIM.MinAPIVersion', service, 'old versions of the management API are refused'], {
    'properties.apiVersionConstraint.minApiVersion': is('2021-08-01'),
  }),
  members(['checkov', 'CKV_AZURE_107', service, 'it stands in a virtual network'], {
    'properties.virtualNetworkConfiguration.subnetResourceId': present,
  }),
  members(['checkov', 'CKV_AZURE_152', service, 'it asks for client certificates'], {
    'properties.enableClientCertificate': is(true),
  }),
  members(['checkov', 'CKV_AZURE_174', service, 'its public network access is disabled'], {
    'properties.publicNetworkAccess': is('Disabled'),
  }),
  custom(
    [
      'own',
      'internal',
      service,
      'its gateway answers inside the networks alone: it stands there, or is closed outside',
    ],
    (resource) =>
      memberAt(resource, 'properties.virtualNetworkType') === 'Internal' ||
      memberAt(resource, 'properties.publicNetworkAccess') === 'Disabled',
    { 'a place outside': setting('properties.virtualNetworkType', 'External') },
  ),
  members(['PSRule', 'Azure.APIM.ProductSubscription', `${service}/products`, 'a key is asked for'], {
    'properties.subscriptionRequired': is(true),
  }),
  members(['PSRule', 'Azure.APIM.ProductApproval', `${service}/products`, 'subscriptions are approved'], {
    'properties.approvalRequired': is(true),
  }),
  members(['own', 'no-portal', service, 'the developer portal is off: nobody has to register'], {
    'properties.developerPortalStatus': is('Disabled'),
  }),
  ofClassicTiers(
    members(['own', 'no-legacy-portal', service, 'the old developer portal is off as well'], {
      'properties.legacyPortalStatus': is('Disabled'),
    }),
  ),
  logs('own', 'gateway-logs', service, ['GatewayLogs']),
  custom(
    ['PSRule', 'Azure.APIM.HTTPEndpoint', api, 'it is reached over HTTPS alone'],
    (resource) => listAt(resource, 'properties.protocols').join() === 'https',
    { 'properties.protocols': setting('properties.protocols', ['http', 'https']) },
  ),
  members(['PSRule', 'Azure.APIM.HTTPBackend', api, 'its service is reached over HTTPS'], {
    'properties.serviceUrl': startsWith('https://'),
  }),
  custom(
    ['PSRule', 'Azure.APIM.DefenderCloud', api, 'it is in the care of Microsoft Defender for APIs'],
    ({ id }, all) => all.some((other) => other.type === 'Microsoft.Security/apiCollections' && other.id.startsWith(id)),
    {},
  ),
  ofSingleBackends(
    members(
      ['PSRule', 'Azure.APIM.HTTPBackend', 'Microsoft.ApiManagement/service/backends', 'it is reached over HTTPS'],
      { 'properties.url': startsWith('https://') },
    ),
  ),
  members(['own', 'backend-certificates', 'Microsoft.ApiManagement/service/backends', 'its certificate is checked'], {
    'properties.tls.validateCertificateChain': isNot(false),
    'properties.tls.validateCertificateName': isNot(false),
  }),
  members(
    [
      'PSRule',
      'Azure.APIM.EncryptValues',
      'Microsoft.ApiManagement/service/namedValues',
      'what it stands for is a secret of a Key Vault',
    ],
    { 'properties.secret': is(true) },
  ),
  {
    ...custom(['PSRule', 'Azure.APIM.PolicyBase', policy, 'every section begins with what is inherited'], () => true, {
      'a section without <base />': (resource) => {
        setting('properties.value', text(resource).replace(/<base \/>/g, ''))(resource, []);
      },
    }),
    failures: (resource) => sections.filter((name) => !sectionOf(text(resource), name).includes('<base />')),
  },
  custom(
    ['PSRule', 'Azure.APIM.CORSPolicy', policy, 'CORS is not allowed for everybody'],
    (resource) => !/<(origin|method|header)>\s*\*/.test(text(resource)),
    {
      'a CORS wildcard': setting(
        'properties.value',
        '<policies><inbound><cors><origin>*</origin></cors></inbound></policies>',
      ),
    },
  ),
  custom(
    ['own', 'token-check', policy, "the caller's Entra token is checked before anything else"],
    (resource) => /<inbound>\s*<base \/>\s*<validate-azure-ad-token /.test(text(resource)),
    { 'no token check': setting('properties.value', '<policies><inbound><base /></inbound></policies>') },
  ),
];

/** The V2 tiers have neither old protocols, nor a choice of ciphers, nor the old portal (v2-service-tiers-overview.md). */
function ofClassicTiers(rule: BaselineRule): BaselineRule {
  const isV2 = (resource: object): boolean => String(memberAt(resource, 'sku.name')).endsWith('V2');
  return { ...rule, failures: (resource, all) => (isV2(resource) ? [] : rule.failures(resource, all)) };
}

/** A pool has no address: its members have. */
function ofSingleBackends(rule: BaselineRule): BaselineRule {
  const isPool = (resource: object): boolean => memberAt(resource, 'properties.type') === 'Pool';
  return { ...rule, failures: (resource, all) => (isPool(resource) ? [] : rule.failures(resource, all)) };
}

function text(resource: object): string {
  const value = memberAt(resource, 'properties.value');
  return typeof value === 'string' ? value : '';
}

function sectionOf(document: string, name: string): string {
  return new RegExp(`<${name}>([\\s\\S]*?)</${name}>`).exec(document)?.[1] ?? '';
}
