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
}

interface ModelSku {
  readonly name: string;
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
    const existing = account === undefined ? new Map<string, number>() : await heldCapacity(client, account, wanted);
    const azureNow = client.azureTime ?? Date.now();
    return wanted.flatMap((model, index) =>
      checkModel({
        model,
        pointer: `/models/${index}`,
        location,
        catalogue,
        usages,
        azureNow,
        existing: existing.get(model.name) ?? 0,
      }),
    );
  });
}

interface ModelDeployment {
  readonly name: string;
  readonly sku?: { readonly name: string; readonly capacity?: number };
  readonly properties: { readonly model: { readonly name: string; readonly format: string } };
}

/**
 * Capacity that deployments of a Foundry account hold already for what is wanted, by deployment name: without it a
 * second run would ask for its own quota again. A deployment of another model or SKU draws on another quota, and is
 * left out. Empty where the account does not exist yet.
 */
async function heldCapacity(
  client: AzureClient,
  accountId: string,
  wanted: readonly WantedModel[],
): Promise<ReadonlyMap<string, number>> {
  const deployments = await client.list<ModelDeployment>(`${accountId}/deployments`, API).catch((error: unknown) => {
    if (isAzureError(error) && error.status === 404) return [];
    throw error;
  });
  const same = deployments.filter(({ name, sku, properties: { model } }) =>
    wanted.some((one) => one.name === name && one.model === model.name && one.sku === sku?.name),
  );
  return new Map(same.map(({ name, sku }) => [name, sku?.capacity ?? 0]));
}

interface Question {
  readonly model: WantedModel;
  readonly pointer: string;
  readonly location: string;
  readonly catalogue: readonly CatalogueModel[];
  readonly usages: readonly Usage[];
  readonly azureNow: number;
  readonly existing: number;
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
  const sku = entry.model.skus?.find(({ name }) => name === model.sku);
  if (sku === undefined) {
    const skus = entry.model.skus?.map(({ name }) => name).join(', ') ?? 'none';
    const message = `${model.model} is offered in ${location} as ${skus}, not as ${model.sku}.`;
    return [{ severity: 'error', code: 'ModelSkuNotInRegion', message, remedy, pointer: `${pointer}/sku` }];
  }
  return [...checkRetirement(question, entry, sku), ...checkQuota(question, sku)];
}

function checkRetirement({ model, pointer, azureNow }: Question, entry: CatalogueModel, sku: ModelSku): Finding[] {
  const date = sku.deprecationDate ?? entry.model.deprecation?.inference;
  const at = Date.parse(date ?? '');
  if (date === undefined || Number.isNaN(at)) return [];
  const days = Math.floor((at - azureNow) / 86_400_000);
  if (days > WARN_DAYS) return [];
  const remedy = 'Choose a newer version or model.';
  const when = date.slice(0, 10);
  const what = `${model.model} ${entry.model.version}`;
  if (days >= 0) {
    const message = `${what} retires on ${when}, in ${days} days.`;
    return [{ severity: 'warning', code: 'ModelRetiresSoon', message, remedy, pointer }];
  }
  return [{ severity: 'error', code: 'ModelRetired', message: `${what} was retired on ${when}.`, remedy, pointer }];
}

function checkQuota({ model, pointer, location, usages, existing }: Question, sku: ModelSku): Finding[] {
  const usage = usages.find(({ name }) => name.value === sku.usageName);
  if (usage === undefined) return [];
  const free = usage.limit - usage.currentValue;
  const needed = model.capacity - existing;
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
