/** One model version as Foundry offers it. */
export interface CatalogueModel {
  readonly format: string;
  readonly name: string;
  readonly version: string;
  readonly isDefault: boolean;
  readonly lifecycle: 'Preview' | 'GenerallyAvailable' | 'Deprecating' | 'Deprecated';
  /** Day after which it answers no more calls, ISO 8601. */
  readonly retires: string;
  readonly skus: readonly string[];
  /** Capacity that one deployment may have at most, and the subscription's quota in each region, in the model's units. */
  readonly quota: number;
  readonly capabilities: readonly string[];
  /** Regions that offer it; absent: all. */
  readonly regions?: readonly string[];
}

const CHAT = ['chatCompletion', 'responses'];
const STANDARD = ['GlobalStandard', 'DataZoneStandard', 'Standard'];
const GLOBAL = ['GlobalStandard'];
const MOST = [
  'GlobalStandard',
  'DataZoneStandard',
  'GlobalBatch',
  'GlobalProvisionedManaged',
  'DataZoneProvisionedManaged',
];
const BIG_REGIONS = [
  'eastus2',
  'swedencentral',
  'westus3',
  'northcentralus',
  'westeurope',
  'francecentral',
  'uksouth',
  'eastus',
  'germanywestcentral',
  'australiaeast',
  'japaneast',
  'spaincentral',
  'polandcentral',
  'italynorth',
  'southindia',
  'koreacentral',
  'canadaeast',
  'westus',
  'southcentralus',
  'switzerlandnorth',
  'norwayeast',
];

function model(
  format: string,
  name: string,
  version: string,
  retires: string,
  more: Partial<Omit<CatalogueModel, 'format' | 'name' | 'version' | 'retires'>> = {},
): CatalogueModel {
  return {
    format,
    name,
    version,
    retires,
    isDefault: true,
    lifecycle: 'GenerallyAvailable',
    skus: GLOBAL,
    quota: 1000,
    capabilities: CHAT,
    ...more,
  };
}

/**
 * A small catalogue. Names, formats and versions are Foundry's; life-cycle dates and quotas are the twin's own (the
 * real ones differ by subscription and day), with at least one model in every phase of its life.
 */
export const CATALOGUE: readonly CatalogueModel[] = [
  model('OpenAI', 'gpt-5', '2025-08-07', '2027-08-07', { skus: MOST, regions: BIG_REGIONS }),
  model('OpenAI', 'gpt-5-mini', '2025-08-07', '2027-08-07', { skus: MOST, regions: BIG_REGIONS }),
  model('OpenAI', 'gpt-5-nano', '2025-08-07', '2027-08-07', { skus: MOST, quota: 5000, regions: BIG_REGIONS }),
  model('OpenAI', 'gpt-5-chat', '2025-10-03', '2027-03-31', {
    lifecycle: 'Preview',
    regions: ['eastus2', 'swedencentral'],
  }),
  model('OpenAI', 'gpt-4.1', '2025-04-14', '2027-04-14', { skus: [...MOST, 'Standard'] }),
  model('OpenAI', 'gpt-4.1-mini', '2025-04-14', '2027-04-14', { skus: [...MOST, 'Standard'], quota: 5000 }),
  model('OpenAI', 'gpt-4.1-nano', '2025-04-14', '2027-04-14', { skus: [...MOST, 'Standard'], quota: 5000 }),
  model('OpenAI', 'gpt-4o', '2024-11-20', '2027-03-31', {
    skus: [...MOST, 'Standard'],
    quota: 450,
    lifecycle: 'Deprecating',
  }),
  model('OpenAI', 'gpt-4o', '2024-05-13', '2026-03-31', {
    skus: STANDARD,
    quota: 450,
    isDefault: false,
    lifecycle: 'Deprecated',
  }),
  model('OpenAI', 'gpt-4o-mini', '2024-07-18', '2027-03-31', {
    skus: [...MOST, 'Standard'],
    quota: 2000,
    lifecycle: 'Deprecating',
  }),
  model('OpenAI', 'gpt-35-turbo', '0125', '2025-11-11', {
    skus: STANDARD,
    quota: 240,
    lifecycle: 'Deprecated',
    capabilities: ['chatCompletion'],
  }),
  model('OpenAI', 'o4-mini', '2025-04-16', '2027-04-16', { skus: MOST }),
  model('OpenAI', 'text-embedding-3-small', '1', '2027-10-14', {
    skus: [...STANDARD, 'GlobalBatch'],
    capabilities: ['embeddings'],
  }),
  model('OpenAI', 'text-embedding-3-large', '1', '2027-10-14', {
    skus: [...STANDARD, 'GlobalBatch'],
    capabilities: ['embeddings'],
  }),
  model('xAI', 'grok-4', '1', '2027-09-30', { lifecycle: 'Preview', quota: 50, capabilities: ['chatCompletion'] }),
  model('xAI', 'grok-4-fast-reasoning', '1', '2027-09-30', { quota: 50, capabilities: ['chatCompletion'] }),
  model('xAI', 'grok-3', '1', '2027-05-31', { quota: 400, capabilities: ['chatCompletion'] }),
  model('xAI', 'grok-3-mini', '1', '2027-05-31', { quota: 400, capabilities: ['chatCompletion'] }),
  model('DeepSeek', 'DeepSeek-V3.1', '1', '2027-09-30', { quota: 5000, capabilities: ['chatCompletion'] }),
  model('DeepSeek', 'DeepSeek-R1-0528', '1', '2027-06-30', { quota: 5000, capabilities: ['chatCompletion'] }),
  model('Mistral AI', 'mistral-medium-2505', '1', '2027-05-31', { quota: 400, capabilities: ['chatCompletion'] }),
  model('Mistral AI', 'Mistral-Large-3', '1', '2027-12-31', { quota: 400, capabilities: ['chatCompletion'] }),
  model('Mistral AI', 'mistral-small-2503', '1', '2027-03-31', { quota: 400, capabilities: ['chatCompletion'] }),
  model('Meta', 'Llama-3.3-70B-Instruct', '9', '2027-06-30', { quota: 400, capabilities: ['chatCompletion'] }),
  model('Meta', 'Llama-4-Maverick-17B-128E-Instruct-FP8', '1', '2027-06-30', {
    quota: 400,
    capabilities: ['chatCompletion'],
  }),
  model('Microsoft', 'Phi-4', '7', '2027-06-30', { quota: 400, capabilities: ['chatCompletion'] }),
  model('OpenAI', 'gpt-5.1', '2025-11-13', '2027-11-13', { skus: MOST, regions: BIG_REGIONS }),
  model('OpenAI', 'gpt-5.2', '2025-12-11', '2027-12-11', { skus: MOST, regions: BIG_REGIONS }),
  ...plainModels('OpenAI', CHAT, MOST, ['o1', 'o3', 'o3-mini', 'gpt-5.4', 'gpt-5.4-mini', 'gpt-5.4-nano', 'gpt-5.5']),
  ...plainModels('OpenAI', ['embeddings'], STANDARD, ['text-embedding-ada-002']),
  ...plainModels('OpenAI', ['imageGenerations'], GLOBAL, ['dall-e-3', 'gpt-image-1', 'gpt-image-1-mini']),
  ...plainModels('OpenAI', ['audio'], GLOBAL, ['whisper', 'tts', 'gpt-4o-transcribe', 'gpt-4o-mini-tts']),
  ...plainModels('OpenAI-OSS', CHAT, GLOBAL, ['gpt-oss-120b', 'gpt-oss-20b']),
  ...plainModels('xAI', CHAT, GLOBAL, ['grok-4-fast-non-reasoning', 'grok-code-fast-1']),
  ...plainModels('DeepSeek', CHAT, GLOBAL, ['DeepSeek-R1', 'DeepSeek-V3-0324', 'DeepSeek-V3.2']),
  ...plainModels('Meta', CHAT, GLOBAL, ['Llama-4-Scout-17B-16E-Instruct', 'Meta-Llama-3.1-405B-Instruct']),
  ...plainModels('Mistral AI', CHAT, GLOBAL, ['Mistral-Nemo', 'Codestral-2501', 'Ministral-3B']),
  ...plainModels('Microsoft', CHAT, GLOBAL, ['MAI-DS-R1', 'Phi-4-mini-instruct', 'Phi-4-reasoning']),
  ...plainModels('Cohere', CHAT, GLOBAL, ['Cohere-command-a', 'Cohere-command-r-08-2024']),
  ...plainModels('Cohere', ['embeddings'], GLOBAL, ['embed-v-4-0']),
  ...plainModels('MoonshotAI', CHAT, GLOBAL, ['Kimi-K2-Thinking']),
  ...plainModels('Alibaba', CHAT, GLOBAL, ['Qwen3-32B']),
  ...plainModels('AI21 Labs', CHAT, GLOBAL, ['AI21-Jamba-1.5-Large']),
  ...plainModels('Core42', CHAT, GLOBAL, ['jais-30b-chat']),
  ...plainModels('NVIDIA', CHAT, GLOBAL, ['Nemotron-3-Nano-30B']),
  ...plainModels('Stability AI', ['imageGenerations'], GLOBAL, ['Stable-Image-Ultra']),
  ...plainModels('Black Forest Labs', ['imageGenerations'], GLOBAL, ['FLUX-1.1-pro', 'FLUX.1-Kontext-pro']),
];

/** Models of which the twin knows no more than that they are offered: one version, the twin's own, everywhere. */
function plainModels(
  format: string,
  capabilities: readonly string[],
  skus: readonly string[],
  names: readonly string[],
): readonly CatalogueModel[] {
  return names.map((name) => model(format, name, '1', '2027-12-31', { capabilities, skus }));
}

/** Whether the model is offered in `location`. */
export function isOffered({ regions }: CatalogueModel, location: string): boolean {
  return regions === undefined || regions.includes(location);
}

/** The model of that format and name: the version asked for, or the default one. */
export function findModel(format: string, name: string, version: string | undefined): CatalogueModel | undefined {
  const named = CATALOGUE.filter((item) => item.format === format && item.name.toLowerCase() === name.toLowerCase());
  return version === undefined
    ? named.find(({ isDefault }) => isDefault)
    : named.find((item) => item.version === version);
}

/** The name under which a region counts quota: `OpenAI.GlobalStandard.gpt-5-mini`. */
export function usageName({ format, name }: Pick<CatalogueModel, 'format' | 'name'>, sku: string): string {
  return `${format === 'OpenAI' ? 'OpenAI' : 'AIServices'}.${sku}.${name}`;
}
