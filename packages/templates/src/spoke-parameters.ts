import { createHash } from 'node:crypto';
import { knownModels, type Environment, type Model, type Names } from '@lz/config';
import { canonicalJson } from './canonical-json.ts';
import { toParameters, type TemplateParameters } from './parameters.ts';
import { privateDnsZones } from './private-dns-zones.ts';

/** What the spoke needs to know in addition to the environment file. */
export interface SpokeFacts {
  readonly tenantId: string;
  /** Client id of the Entra application. */
  readonly clientId: string;
  /** Node program of the smoke job, run by `node -e`. */
  readonly smokeProbeScript: string;
  /** Secure. Trial certificate: PFX in base64 without password. Absent: the one that Key Vault holds stays. */
  readonly certificatePfx?: string;
  /** Where a certificate of `kind: key-vault` lies; the ingress gets the right to read it. */
  readonly certificateVault?: { readonly resourceGroup: string; readonly name: string };
}

/** Runs the smoke job. Any image with Node 22 or newer would do. */
const probeImage = 'docker.io/library/node:24-alpine';

/** Parameters of `spoke`. Throws where the template cannot do what the environment asks for, and names it. */
export function spokeParameters(environment: Environment, names: Names, facts: SpokeFacts): TemplateParameters {
  const { spoke, models, smoke, api } = environment;
  refuseUnsupported(environment);
  const values = {
    location: environment.location,
    tags: environment.tags,
    names: spokeNames(names),
    hub: hubReference(names),
    zones: privateDnsZones,
    addressSpace: spoke.addressSpace,
    exposedAs: exposure(environment, names),
    certificateVault: certificateVault(environment, facts),
    postgres: { ...spoke.postgres, tier: postgresTier(spoke.postgres.sku) },
    models: models.map(({ name, model, format, version, sku, capacity }) => ({
      ...{ name, model, format, sku, capacity },
      ...(version === undefined ? {} : { version }),
    })),
    chatModels: chatModels(models),
    entra: { tenantId: facts.tenantId, clientId: facts.clientId },
    apiPath: api.path,
    probe: {
      probeScript: facts.smokeProbeScript,
      image: probeImage,
      ...{ model: smoke.model, prompt: smoke.prompt, firstTokenSeconds: smoke.firstTokenSeconds },
    },
  };
  return toParameters({ ...values, app: app(spoke.openWebUi, values), certificatePfx: facts.certificatePfx });
}

function refuseUnsupported({ spoke }: Environment): void {
  if (spoke.storage.kind !== 'blob') throw new Error(`spoke.storage.kind ${spoke.storage.kind} cannot be deployed`);
  if (spoke.openWebUi.replicas.max > 1) {
    throw new Error('spoke.openWebUi.replicas.max above 1 cannot be deployed: replicas share no message bus');
  }
  if (spoke.exposure.kind !== 'app-gateway' && spoke.exposure.hostname !== undefined) {
    throw new Error(
      `spoke.exposure.hostname cannot be deployed with ${spoke.exposure.kind}: the app has no certificate for it`,
    );
  }
}

function spokeNames({ spoke }: Names) {
  const { resourceGroup, vnet, appIdentity, ingressIdentity, smokeIdentity, keyVault, secrets } = spoke;
  const { postgres, postgresDatabase, storageAccount, storageContainer } = spoke;
  const { containerEnvironment, containerApp, smokeJob, foundry, foundryProject } = spoke;
  const { applicationGateway, wafPolicy, ingressPublicIp } = spoke;
  return {
    ...{ resourceGroup, vnet, appIdentity, ingressIdentity, smokeIdentity, keyVault, secrets },
    ...{ postgres, postgresDatabase, storageAccount, storageContainer },
    ...{ containerEnvironment, containerApp, smokeJob, foundry, foundryProject },
    ...{ applicationGateway, wafPolicy, ingressPublicIp },
  };
}

function hubReference({ hub }: Names) {
  const { resourceGroup, vnet, logAnalytics, gatewayIdentity, gatewayHost } = hub;
  return { resourceGroup, vnet, logAnalytics, gatewayIdentity, gatewayHost };
}

function exposure({ name, spoke: { exposure: exposed } }: Environment, { suffix }: Names) {
  if (exposed.kind !== 'app-gateway') {
    return { kind: exposed.kind, ...(exposed.hostname === undefined ? {} : { hostname: exposed.hostname }) };
  }
  const { kind, hostname, certificate } = exposed;
  const certificateUri = certificate.kind === 'key-vault' ? { certificateUri: certificate.secretId } : {};
  return { kind, hostname, ...certificateUri, dnsLabel: `${name}-${suffix}` };
}

/** Undefined where the certificate lies in the spoke's own Key Vault. */
function certificateVault({ spoke: { exposure: exposed } }: Environment, facts: SpokeFacts) {
  if (exposed.kind !== 'app-gateway' || exposed.certificate.kind === 'self-signed') return undefined;
  if (facts.certificateVault !== undefined) return facts.certificateVault;
  throw new Error(`The resource group of the Key Vault of ${exposed.certificate.secretId} is not known`);
}

/** Models that are not known are taken for chat models, as the configuration does. */
function chatModels(models: readonly Model[]): readonly string[] {
  return models.filter(({ model }) => (knownModels.get(model)?.use ?? 'chat') === 'chat').map(({ name }) => name);
}

/** The letter after `Standard_` tells the tier. */
function postgresTier(sku: string): string {
  const tier = { B: 'Burstable', D: 'GeneralPurpose', E: 'MemoryOptimized' }[/^Standard_([BDE])/.exec(sku)?.[1] ?? ''];
  if (tier === undefined) throw new Error(`spoke.postgres.sku ${sku} is of no known tier: Standard_B…, _D… or _E…`);
  return tier;
}

/** What a revision of Open WebUI depends on, besides its own section. */
interface AppSurroundings {
  readonly exposedAs: object;
  readonly entra: object;
  readonly hub: object;
  readonly apiPath: string;
  readonly chatModels: readonly string[];
}

/**
 * Open WebUI's part. Its deployment id is a hash of what the revision depends on: it changes when the revision does,
 * which tells a check that the new one answers, and stays when nothing changed.
 */
function app(section: Environment['spoke']['openWebUi'], surroundings: AppSurroundings) {
  const { version, cpu, memoryGiB, replicas, environment } = section;
  const asked = {
    image: `ghcr.io/open-webui/open-webui:${version}`,
    cpu: String(cpu),
    memory: `${memoryGiB}Gi`,
    minReplicas: replicas.min,
    maxReplicas: replicas.max,
    environment,
  };
  const { exposedAs, entra, hub, apiPath, chatModels: models } = surroundings;
  const revision = canonicalJson([asked, exposedAs, entra, hub, apiPath, models]);
  return { ...asked, deploymentId: createHash('sha256').update(revision).digest('hex').slice(0, 12) };
}
