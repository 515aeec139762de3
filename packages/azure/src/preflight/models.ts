import type { AzureClient } from '../client.ts';
import { isAzureError } from '../errors.ts';
import { checked, type Finding } from './finding.ts';

const API = '2025-06-01';
const WARN_DAYS = 90;

/** A model that a deployment is going to ask for; the shape of the environment file's `models`. */
export interface WantedModel {
  readonly name: string;
  readonly model: string;
  readonly format: string;
  readonly version?: string;
  readonly sku: string;
  readonly capacity: number;
  /** Foundry's word for when the deployment changes its version. */
  readonly versionUpgrade: string;
}

interface ModelSku {
  readonly name: string;
  readonly capacity?: { readonly minimum?: number; readonly maximum?: number; readonly step?: number };
  readonly usageName?: string;
  readonly deprecationDate?: string;
}

interface CatalogueModel {
  readonly model: {
    readonly name: string;
    readonly format: string;
    readonly version: string;
    readonly isDefaultVersion?: boolean;
    readonly lifecycleStatus?: string;
    readonly deprecation?: { readonly inference?: string };
    readonly skus?: readonly ModelSku[];
  };
}

interface Usage {
  readonly name: { readonly value: string };
  readonly currentValue: number;
  readonly limit: number;
}

/**
 * Whether the region has each model in the wanted version and SKU, whether it is near retirement, and whether the
 * subscription's quota has room. `account` is the Foundry account's id: what its deployments hold already is not asked
 * for again.
 */
export function checkModels(
  client: AzureClient,
  subscriptionId: string,
  location: string,
  wanted: readonly WantedModel[],
  account?: string,
): Promise<readonly Finding[]> {
  return checked('Models and quota', async () => {
    const base = `/subscriptions/${subscriptionId}/providers/Microsoft.CognitiveServices/locations/${location}`;
    const catalogue = await client.list<CatalogueModel>(`${base}/models`, API);
    const usages = await client.list<Usage>(`${base}/usages`, API);
    const existing = account === undefined ? new Map<string, Held>() : await heldBy(client, account, wanted);
    const azureNow = client.azureTime ?? Date.now();
    return wanted.flatMap((model, index) =>
      checkModel({
        model,
        pointer: `/models/${index}`,
        location,
        catalogue,
        usages,
        azureNow,
        held: existing.get(model.name),
      }),
    );
  });
}

interface ModelDeployment {
  readonly name: string;
  readonly sku?: { readonly name: string; readonly capacity?: number };
  readonly properties: {
    readonly model: { readonly name: string; readonly format: string; readonly version?: string };
  };
}

/** What a deployment of a wanted model holds already. */
interface Held {
  readonly capacity: number;
  readonly version: string | undefined;
}

/**
 * Capacity and version that deployments of a Foundry account hold already for what is wanted, by deployment name: without
 * the first a second run would ask for its own quota again. A deployment of another model or SKU draws on another quota,
 * and is left out. Empty where the account does not exist yet.
 */
async function heldBy(
  client: AzureClient,
  accountId: string,
  wanted: readonly WantedModel[],
): Promise<ReadonlyMap<string, Held>> {
  const deployments = await client.list<ModelDeployment>(`${accountId}/deployments`, API).catch((error: unknown) => {
    if (isAzureError(error) && error.status === 404) return [];
    throw error;
  });
  const same = deployments.filter(({ name, sku, properties: { model } }) =>
    wanted.some((one) => one.name === name && one.model === model.name && one.sku === sku?.name),
  );
  return new Map(
    same.map(({ name, sku, properties: { model } }) => [
      name,
      { capacity: sku?.capacity ?? 0, version: model.version },
    ]),
  );
}

interface Question {
  readonly model: WantedModel;
  readonly pointer: string;
  readonly location: string;
  readonly catalogue: readonly CatalogueModel[];
  readonly usages: readonly Usage[];
  readonly azureNow: number;
  readonly held: Held | undefined;
}

function checkModel(question: Question): readonly Finding[] {
  const { model, pointer, location, catalogue } = question;
  const same = catalogue.filter((entry) => entry.model.name === model.model && entry.model.format === model.format);
  const remedy = `az cognitiveservices model list --location ${location}`;
  if (same.length === 0) {
    const message = `${location} has no model ${model.model} of ${model.format}.`;
    return [{ severity: 'error', code: 'ModelNotInRegion', message, remedy, pointer }];
  }
  const entry = same.find(({ model: { version, isDefaultVersion } }) =>
    model.version === undefined ? isDefaultVersion === true || same.length === 1 : version === model.version,
  );
  if (entry === undefined) {
    const versions = same.map(({ model: { version } }) => version).join(', ');
    const message = `${location} has ${model.model} in version ${versions}, not ${model.version ?? 'a default one'}.`;
    return [{ severity: 'error', code: 'ModelVersionNotInRegion', message, remedy, pointer: `${pointer}/version` }];
  }
  const sku = skuOf(entry, model.sku);
  if (sku === undefined) {
    const skus = entry.model.skus?.map(({ name }) => name).join(', ') ?? 'none';
    const message = `${model.model} is offered in ${location} as ${skus}, not as ${model.sku}.`;
    return [{ severity: 'error', code: 'ModelSkuNotInRegion', message, remedy, pointer: `${pointer}/sku` }];
  }
  return [
    ...checkLifeCycle(question, entry, sku),
    ...checkRetirement(question, entry, sku),
    ...checkHeldVersion(question, same, entry),
    ...checkCapacity(question, sku),
    ...checkQuota(question, sku),
  ];
}

/** Foundry stops new deployments of a version before it retires it. */
function checkLifeCycle({ model, pointer, held }: Question, entry: CatalogueModel, sku: ModelSku): Finding[] {
  if (entry.model.lifecycleStatus !== 'Deprecated' || held !== undefined || retirementOf(entry, sku) !== undefined) {
    return [];
  }
  const message = `${model.model} ${entry.model.version} takes no new deployments any more.`;
  return [{ severity: 'error', code: 'ModelRetired', message, remedy: 'Choose a newer version or model.', pointer }];
}

/** What is deployed may be an older version than the one that would be deployed today. */
function checkHeldVersion(question: Question, same: readonly CatalogueModel[], entry: CatalogueModel): Finding[] {
  const { model, pointer, held, azureNow } = question;
  if (held?.version === undefined || held.version === entry.model.version) return [];
  const deployed = same.find(({ model: { version } }) => version === held.version);
  const date = deployed === undefined ? undefined : retirementOf(deployed, skuOf(deployed, model.sku));
  const days = date === undefined ? undefined : daysUntil(date, azureNow);
  if (date === undefined || days === undefined || days > WARN_DAYS) return [];
  const message = `${model.name} runs ${model.model} ${held.version}, which ${days < 0 ? 'was retired' : 'retires'} on ${date.slice(0, 10)}; ${afterwards(model)}.`;
  const remedy = `Write \`version: '${entry.model.version}'\`, try it in another environment first, and run again.`;
  return [{ severity: 'warning', code: 'DeployedModelRetires', message, remedy, pointer }];
}

function afterwards({ versionUpgrade }: WantedModel): string {
  return versionUpgrade === 'NoAutoUpgrade' ? 'it stops answering then' : 'Foundry moves it to the default version';
}

/** Capacities that the model takes; Foundry says which. */
function checkCapacity({ model, pointer }: Question, { name, capacity = {} }: ModelSku): Finding[] {
  const { minimum = 1, maximum = Number.POSITIVE_INFINITY, step = 1 } = capacity;
  const fits = model.capacity >= minimum && model.capacity <= maximum && (model.capacity - minimum) % step === 0;
  if (fits) return [];
  const range = `${minimum}${Number.isFinite(maximum) ? ` to ${maximum}` : ' or more'}${step > 1 ? ` in steps of ${step}` : ''}`;
  const message = `${model.model} as ${name} takes a capacity of ${range}, not ${model.capacity}.`;
  return [
    {
      severity: 'error',
      code: 'ModelCapacity',
      message,
      remedy: 'Write one of these.',
      pointer: `${pointer}/capacity`,
    },
  ];
}

function skuOf({ model: { skus } }: CatalogueModel, wanted: string): ModelSku | undefined {
  return skus?.find(({ name }) => name === wanted);
}

/** The SKU's own date where it has one, else the version's. */
function retirementOf({ model }: CatalogueModel, sku: ModelSku | undefined): string | undefined {
  const date = sku?.deprecationDate ?? model.deprecation?.inference;
  return date === undefined || Number.isNaN(Date.parse(date)) ? undefined : date;
}

function daysUntil(date: string, azureNow: number): number {
  return Math.floor((Date.parse(date) - azureNow) / 86_400_000);
}

function checkRetirement({ model, pointer, azureNow }: Question, entry: CatalogueModel, sku: ModelSku): Finding[] {
  const date = retirementOf(entry, sku);
  if (date === undefined) return [];
  const days = daysUntil(date, azureNow);
  if (days > WARN_DAYS) return [];
  const remedy = 'Choose a newer version or model.';
  const when = date.slice(0, 10);
  const what = `${model.model} ${entry.model.version}`;
  if (days >= 0) {
    const message = `${what} retires on ${when}, in ${days} days; ${afterwards(model)}.`;
    return [{ severity: 'warning', code: 'ModelRetiresSoon', message, remedy, pointer }];
  }
  return [{ severity: 'error', code: 'ModelRetired', message: `${what} was retired on ${when}.`, remedy, pointer }];
}

function checkQuota({ model, pointer, location, usages, held }: Question, sku: ModelSku): Finding[] {
  const usage = usages.find(({ name }) => name.value === sku.usageName);
  if (usage === undefined) return [];
  const free = usage.limit - usage.currentValue;
  const needed = model.capacity - (held?.capacity ?? 0);
  if (needed <= free) return [];
  return [
    {
      severity: 'error',
      code: 'InsufficientQuota',
      message: `${model.name} needs ${needed} of quota ${usage.name.value} in ${location}; ${free} of ${usage.limit} is free.`,
      remedy: 'Lower its capacity, choose another SKU or region, or ask for quota at https://aka.ms/oai/quotaincrease.',
      pointer: `${pointer}/capacity`,
    },
  ];
}
