import type { ContentFilter, Environment, Model, Names } from '@lz/config';
import { certificateVault, exposureParameter } from './exposure-parameters.ts';
import { budgetParameters, tokenBudgetParameters, type BudgetFacts } from './operations-parameters.ts';
import { postgresSettings } from './postgres-settings.ts';
import { toParameters, type TemplateParameters } from './parameters.ts';
import { privateDnsZones } from './private-dns-zones.ts';
import { openWebUiImage, type SpokeAppFacts } from './spoke-app-parameters.ts';
import { usageParameters } from './usage/parameters.ts';
import { uploadStorage } from './upload-storage.ts';

/** What the spoke needs to know in addition to the environment file. */
export interface SpokeFacts extends SpokeAppFacts, BudgetFacts {
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
  const { spoke, models, smoke, api, operations } = environment;
  return toParameters({
    location: environment.location,
    tags: environment.tags,
    names: spokeNames(names),
    hub: hubReference(names),
    zones: privateDnsZones,
    addressSpace: spoke.addressSpace,
    exposedAs: exposureParameter(environment, names),
    certificateVault: certificateVault(spoke.exposure, facts.certificateVault),
    image: openWebUiImage(environment),
    postgres: postgresSettings(spoke.postgres),
    uploads: uploadStorage(spoke.storage, names),
    redis: spoke.redis,
    models: models.map(deployment),
    contentFilters: environment.contentFilters.map(contentFilter),
    locked: operations.locks,
    purgeProtection: operations.deletionProtection,
    ...budgetParameters(operations, 'spoke', facts),
    ...tokenBudgetParameters(operations, facts),
    usage: usageParameters(environment),
    entra: { tenantId: facts.tenantId, clientId: facts.clientId },
    apiPath: api.path,
    probe: {
      probeScript: facts.smokeProbeScript,
      image: probeImage,
      ...{ model: smoke.model, prompt: smoke.prompt, firstTokenSeconds: smoke.firstTokenSeconds },
    },
    certificatePfx: facts.certificatePfx,
  });
}

/** The subscription only where it is another one: what has always been in one keeps its parameters, and so its fingerprint. */
function hubReference({ hub, subscriptionId }: Names) {
  const { resourceGroup, vnet, logAnalytics, gatewayIdentity, gatewayHost } = hub;
  const elsewhere = hub.subscriptionId.toLowerCase() !== subscriptionId.toLowerCase();
  const place = elsewhere ? { subscriptionId: hub.subscriptionId } : {};
  return { ...place, resourceGroup, vnet, logAnalytics, gatewayIdentity, gatewayHost };
}

/** A model as far as Foundry is told of it: who may use it and what it costs is the gateway's and the workbook's. */
function deployment({ name, model, format, version, sku, capacity, versionUpgrade, contentFilter: filter }: Model) {
  return {
    ...{ name, model, format, sku },
    ...(version === undefined ? {} : { version }),
    ...{ capacity, versionUpgrade },
    ...(filter === undefined ? {} : { contentFilter: filter }),
  };
}

function contentFilter(filter: ContentFilter) {
  const { name, hate, sexual, violence, selfHarm, jailbreak, indirectAttack, protectedMaterial, streaming } = filter;
  return {
    ...{ name, jailbreak, indirectAttack, protectedMaterial },
    severities: { Hate: hate, Sexual: sexual, Violence: violence, Selfharm: selfHarm },
    mode: streaming === 'buffered' ? 'Blocking' : 'Asynchronous_filter',
  };
}

function spokeNames({ spoke }: Names) {
  const { resourceGroup, vnet, appIdentity, ingressIdentity, smokeIdentity, keyVault, secrets } = spoke;
  const { postgres, postgresDatabase, postgresZone, redis } = spoke;
  const { containerEnvironment, containerApp, migrationJob, smokeJob, foundry, foundryProject } = spoke;
  const { applicationGateway, wafPolicy, ingressPublicIp, tokenAlert, tokenActionGroup } = spoke;
  return {
    ...{ resourceGroup, vnet, appIdentity, ingressIdentity, smokeIdentity, keyVault, secrets },
    ...{ postgres, postgresDatabase, postgresZone, redis },
    ...{ containerEnvironment, containerApp, migrationJob, smokeJob, foundry, foundryProject },
    ...{ applicationGateway, wafPolicy, ingressPublicIp, tokenAlert, tokenActionGroup },
  };
}
