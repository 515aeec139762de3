import { fileURLToPath } from 'node:url';
import { loadEnvironmentFile, namesOf, type Environment, type Exposure, type HubOwner, type Names } from '@lz/config';
import {
  hubGatewayParameters,
  hubNetworkParameters,
  hubServicesParameters,
  spokeAppParameters,
  spokeParameters,
  templateNames,
  type SpokeFacts,
  type TemplateName,
  type TemplateParameters,
} from '../src/index.ts';

/** Subscription and tenant of every scenario. */
export const subscriptionId = '11111111-1111-4111-8111-111111111111';
export const tenantId = '22222222-2222-4222-8222-222222222222';

/** Source of every template, from the root of the project. */
export const templateSources: Readonly<Record<TemplateName, string>> = {
  'hub-network': 'bicep/hub/network.bicep',
  'hub-services': 'bicep/hub/services.bicep',
  'hub-gateway': 'bicep/hub/gateway.bicep',
  spoke: 'bicep/spoke/main.bicep',
  'spoke-app': 'bicep/spoke/app.bicep',
};

/** One environment with what else the spoke needs to know. */
export interface Scenario {
  readonly name: string;
  readonly environment: Environment;
  readonly names: Names;
  readonly facts: SpokeFacts;
  /** Templates that differ from those of another scenario. */
  readonly templates: readonly TemplateName[];
}

/** Quotes and `${` are in it because Bicep has to carry them unharmed. */
const known = {
  tenantId,
  clientId: '33333333-3333-4333-8333-333333333333',
  budgetStart: '2026-11-01T00:00:00Z',
  tokenBudgetStart: '2026-11-01T00:00:00Z',
  smokeProbeScript: 'const name = \'probe\';\nconsole.log(`${name}: \\\\ "up"`);',
};

/** First run. Not a certificate: the template only carries it. */
const withCertificate: SpokeFacts = { ...known, certificatePfx: 'cGZ4IG9mIGEgdGVzdA==' };

const example = environmentOf('example');
const full = environmentOf('full');

const fromKeyVault = { kind: 'key-vault', secretId: 'https://kv-contoso.vault.azure.net/secrets/chat' } as const;
const certificateVault = { resourceGroup: 'rg-certificates', name: 'kv-contoso' };

/** The example files as they stand, and what the templates can do beyond what a file may ask for. */
export const scenarios: readonly Scenario[] = [
  scenario('example', example, withCertificate),
  scenario('full', full, withCertificate),
  scenario('large', large(full), {
    ...known,
    certificateVault,
  }),
  exposed('private', { kind: 'private' }),
  exposed('container-app', { kind: 'container-app', allowedAddresses: [] }),
  exposed('container-app-own-name', {
    kind: 'container-app',
    hostname: 'chat.contoso.com',
    certificate: { kind: 'managed' },
    dns: { zone: 'contoso.com', resourceGroup: 'rg-dns' },
    allowedAddresses: ['203.0.113.0/24', '198.51.100.7/32'],
  }),
  exposed('private-own-name', { kind: 'private', hostname: 'chat.contoso.com', certificate: fromKeyVault }),
  exposed('app-gateway-dns', {
    kind: 'app-gateway',
    hostname: 'contoso.com',
    certificate: fromKeyVault,
    dns: { zone: 'contoso.com', resourceGroup: 'rg-dns', subscriptionId: '44444444-4444-4444-8444-444444444444' },
  }),
  gatewayScenario('standard-v2', { sku: 'StandardV2', capacity: 2 }),
  gatewayScenario('premium-v2', { sku: 'PremiumV2', capacity: 2 }),
  scenario('hub-reference', onReference(example), withCertificate, ['spoke', 'spoke-app']),
  scenario('hub-elsewhere', onReference(example, '44444444-4444-4444-8444-444444444444'), withCertificate, [
    'spoke',
    'spoke-app',
  ]),
  scenario('governed', environmentOf('governed', 'test/end-to-end/choices'), withCertificate, [
    'hub-services',
    'spoke',
  ]),
  choice('postgres-high-availability'),
  choice('postgres-vnet-integration'),
  choice('azure-files-nfs'),
  choice('azure-files-smb'),
  choice('several-replicas'),
];

/** The spoke of an environment file that end-to-end tests deploy: one choice, and what it needs. */
function choice(name: string): Scenario {
  return scenario(name, environmentOf(name, 'test/end-to-end/choices'), known, ['spoke']);
}

/** Parameters of every template in a scenario. */
export function parametersOf({ environment, names, facts }: Scenario): Record<TemplateName, TemplateParameters> {
  // Asked for one by one: an environment on somebody else's hub has parameters of its spoke alone.
  return {
    get 'hub-network'() {
      return hubNetworkParameters(hubOwner(environment), names);
    },
    get 'hub-services'() {
      return hubServicesParameters(hubOwner(environment), names, facts);
    },
    get 'hub-gateway'() {
      return hubGatewayParameters(hubOwner(environment), names);
    },
    get spoke() {
      return spokeParameters(environment, names, facts);
    },
    get 'spoke-app'() {
      return spokeAppParameters(environment, names, facts);
    },
  };
}

/** The environment as the owner of its hub; throws for one that refers to another's. */
export function hubOwner<E extends Environment>(environment: E): E & HubOwner {
  const { hub } = environment;
  if (hub.kind === 'reference') throw new Error(`${environment.name} does not deploy its hub ${hub.name}`);
  return { ...environment, hub };
}

/** Name under which a template is deployed. */
export function deploymentNameOf({ names }: Scenario, template: TemplateName): string {
  const { hubNetwork, hubServices, hubGateway, spoke, spokeApp } = names.deployments;
  const hub = { 'hub-network': hubNetwork, 'hub-services': hubServices, 'hub-gateway': hubGateway };
  return { ...hub, spoke, 'spoke-app': spokeApp }[template];
}

function scenario(
  name: string,
  environment: Environment,
  facts: SpokeFacts,
  templates: readonly TemplateName[] = templateNames,
): Scenario {
  return { name, environment, names: namesOf(environment, subscriptionId), facts, templates };
}

/** The example with another exposure, which the templates of the hub do not see. */
function exposed(name: string, exposure: Exposure): Scenario {
  const facts = exposure.certificate?.kind === 'key-vault' ? { ...known, certificateVault } : known;
  return scenario(name, { ...example, spoke: { ...example.spoke, exposure } }, facts, ['spoke', 'spoke-app']);
}

/** The example behind a gateway of another tier. */
function gatewayScenario(name: string, gateway: Partial<HubOwner['hub']['gateway']>): Scenario {
  const { hub } = hubOwner(example);
  const environment = { ...example, hub: { ...hub, gateway: { ...hub.gateway, ...gateway } } };
  return scenario(name, environment, withCertificate, ['hub-network', 'hub-gateway']);
}

function environmentOf(name: string, folder = 'environments'): Environment {
  const file = fileURLToPath(new URL(`../../../${folder}/${name}.yml`, import.meta.url));
  const { environment, mistakes } = loadEnvironmentFile(file);
  if (environment?.spoke === undefined) throw new Error((mistakes ?? []).map(({ message }) => message).join('; '));
  return environment;
}

/** A spoke on the hub of another environment, perhaps in another subscription. */
function onReference(base: Environment, elsewhere?: string): Environment {
  return {
    ...base,
    name: 'contoso-chat',
    tags: { ...base.tags, environment: 'contoso-chat' },
    hub: {
      kind: 'reference',
      name: 'contoso-hub',
      ...(elsewhere === undefined ? {} : { subscriptionId: elsewhere }),
    },
    api: { ...base.api, path: 'contoso-chat/openai/v1' },
  };
}

/** A Premium gateway over three zones, a database in two zones, a certificate of the company's own, an image without models. */
function large(base: Environment): Environment {
  const { hub } = hubOwner(base);
  return {
    ...base,
    name: 'contoso-large',
    hub: { ...hub, gateway: { ...hub.gateway, sku: 'Premium', capacity: 15, zones: [1, 2, 3] } },
    spoke: {
      ...base.spoke,
      exposure: {
        kind: 'app-gateway',
        hostname: 'chat.contoso.com',
        certificate: fromKeyVault,
      },
      openWebUi: { ...base.spoke.openWebUi, version: 'v0.11.4-slim', cpu: 2, memoryGiB: 4 },
      postgres: { ...base.spoke.postgres, sku: 'Standard_E4ds_v5', highAvailability: 'zone-redundant' },
    },
  };
}
