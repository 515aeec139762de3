import { createHash } from 'node:crypto';
import { knownModels, type Environment, type Model, type Names } from '@lz/config';
import { brandingEnvironment } from './branding.ts';
import { canonicalJson } from './canonical-json.ts';
import { exposureParameter } from './exposure-parameters.ts';
import { toParameters, type TemplateParameters } from './parameters.ts';
import { uploadStorage } from './upload-storage.ts';

/** What the app needs to know in addition to the environment file. */
export interface SpokeAppFacts {
  readonly tenantId: string;
  /** Client id of the Entra application. */
  readonly clientId: string;
}

/** Parameters of `spoke-app`. */
export function spokeAppParameters(environment: Environment, names: Names, facts: SpokeAppFacts): TemplateParameters {
  const revision = {
    exposedAs: exposureParameter(environment, names),
    entra: { tenantId: facts.tenantId, clientId: facts.clientId },
    gatewayHost: names.hub.gatewayHost,
    apiPath: environment.api.path,
    chatModels: chatModels(environment.models),
    uploads: uploadStorage(environment.spoke.storage, names),
    withRedis: environment.spoke.redis !== undefined,
  };
  return toParameters({
    location: environment.location,
    tags: environment.tags,
    names: spokeAppNames(names),
    app: app(environment, revision),
    ...revision,
  });
}

/** The image that a file asks for, as the app and the migration job name it. */
export function openWebUiImage({ spoke }: Pick<Environment, 'spoke'>): string {
  return `ghcr.io/open-webui/open-webui:${spoke.openWebUi.version}`;
}

function spokeAppNames({ spoke }: Names) {
  const { resourceGroup, appIdentity, keyVault, postgres, postgresDatabase } = spoke;
  const { containerEnvironment, containerApp } = spoke;
  const { databasePassword, webuiSecretKey, redisUrl } = spoke.secrets;
  return {
    ...{ resourceGroup, appIdentity, keyVault, secrets: { databasePassword, webuiSecretKey, redisUrl } },
    ...{ postgres, postgresDatabase, containerEnvironment, containerApp },
  };
}

/** Models that are not known are taken for chat models, as the configuration does. */
function chatModels(models: readonly Model[]): readonly string[] {
  return models.filter(({ model }) => (knownModels.get(model)?.use ?? 'chat') === 'chat').map(({ name }) => name);
}

/**
 * Open WebUI's part. Its deployment id is a hash of what the revision depends on: it changes when the revision does,
 * which tells a check that the new one answers, and stays when nothing changed.
 */
function app(environment: Environment, surroundings: object) {
  const { cpu, memoryGiB, replicas, branding, environment: variables } = environment.spoke.openWebUi;
  const asked = {
    image: openWebUiImage(environment),
    cpu: String(cpu),
    memory: `${memoryGiB}Gi`,
    minReplicas: replicas.min,
    maxReplicas: replicas.max,
    environment: { ...brandingEnvironment(branding), ...variables },
  };
  const revision = canonicalJson([asked, surroundings]);
  return { ...asked, deploymentId: createHash('sha256').update(revision).digest('hex').slice(0, 12) };
}
