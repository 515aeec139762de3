import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { knownModels, loadEnvironment, loadEnvironmentFile, type Environment } from '../src/index.ts';
import { example } from './broken/index.ts';

function load(text: string, file = 'environments/dev.yml'): Environment {
  const { environment, mistakes } = loadEnvironment(text, file);
  if (environment !== undefined && environment.spoke === undefined) throw new Error('the file describes a hub alone');
  if (environment === undefined) throw new Error(JSON.stringify(mistakes));
  return environment;
}

const root = new URL('../../../', import.meta.url);

describe('the files of environments/', () => {
  it('the example has about ten lines and becomes a whole environment', () => {
    expect(example.trimEnd().split('\n').length).toBeLessThanOrEqual(12);
    expect(load(example)).toEqual({
      name: 'contoso-dev',
      location: 'swedencentral',
      tags: { 'managed-by': 'open-webui-landing-zone', environment: 'contoso-dev' },
      hub: {
        kind: 'own',
        addressSpace: '10.10.0.0/22',
        gateway: {
          sku: 'Developer',
          capacity: 1,
          zones: [],
          publisherEmail: 'platform@contoso.com',
          publisherName: 'Platform team',
        },
      },
      spoke: {
        addressSpace: '10.10.4.0/22',
        exposure: { kind: 'app-gateway', hostname: 'chat.contoso.com', certificate: { kind: 'self-signed' } },
        openWebUi: {
          version: 'v0.11.4@sha256:9591b13f13843c7721c2b8eaf7382846c81b3ffe126526d1888d1fed50c6a33f',
          allowDowngrade: false,
          cpu: 1,
          memoryGiB: 2,
          replicas: { min: 1, max: 1 },
          branding: { banners: [], suggestions: [] },
          environment: {},
        },
        postgres: {
          sku: 'Standard_B2s',
          storageGiB: 32,
          version: '16',
          backupRetentionDays: 7,
          highAvailability: false,
          geoRedundantBackup: false,
          network: 'private-endpoint',
        },
        storage: { kind: 'blob', redundancy: 'local' },
        entra: { kind: 'new' },
      },
      models: [
        {
          name: 'gpt-5-mini',
          model: 'gpt-5-mini',
          format: 'OpenAI',
          sku: 'GlobalStandard',
          capacity: 50,
          versionUpgrade: 'OnceNewDefaultVersionAvailable',
          contentFilter: 'Microsoft.DefaultV2',
          price: { input: 0.25, output: 2 },
        },
      ],
      contentFilters: [],
      operations: { currency: 'USD', locks: false, deletionProtection: false, logs: { retentionDays: 30 } },
      access: { admins: [], users: [], groups: {} },
      limits: { perPerson: { tokensPerMinute: 50_000 }, perRole: {}, perGroup: {}, perModel: {} },
      api: {
        path: 'openai/v1',
        spec: { kind: 'built-in' },
        operations: [],
        allowBreakingChanges: false,
        products: [],
        ownBackend: { priority: 1, weight: 1 },
        backends: [],
        fragments: {
          inbound: { before: [], after: [] },
          outbound: { before: [], after: [] },
          onError: { before: [], after: [] },
        },
        namedValues: {},
      },
      smoke: {
        model: 'gpt-5-mini',
        prompt: 'Answer with one short sentence: is the chat platform up?',
        firstTokenSeconds: 60,
      },
    });
  });

  it.each(['example.yml', 'full.yml'])('%s points an editor at the schema and has no mistake', (name) => {
    const file = new URL(`environments/${name}`, root);
    const schema = /^# yaml-language-server: \$schema=(\S+)\n/.exec(readFileSync(file, 'utf8'))?.[1] ?? '';
    expect(JSON.parse(readFileSync(new URL(schema, file), 'utf8'))).toMatchObject({ title: 'Environment file' });
    expect(loadEnvironmentFile(file.pathname).mistakes).toBeUndefined();
  });

  it('full.yml names every option that is supported', () => {
    const text = readFileSync(new URL('environments/full.yml', root), 'utf8');
    const schema = JSON.parse(
      readFileSync(new URL('packages/config/environment.schema.json', root), 'utf8'),
    ) as SchemaPart;
    const names = optionNames(schema).filter(
      // Options of another exposure, or of what must be there before, have environment files of their own (test/end-to-end/choices).
      (name) =>
        !['dns', 'zone', 'resourceGroup', 'allowedAddresses', 'reference', 'subscriptionId', 'secretId'].includes(name),
    );
    expect(names.length).toBeGreaterThan(45);
    expect(names.filter((name) => !new RegExp(`\\b${name}:`).test(text))).toEqual([]);
  });
});

interface SchemaPart {
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly items?: SchemaPart;
}

function optionNames(part: SchemaPart): readonly string[] {
  const own = Object.entries(part.properties ?? {}).flatMap(([name, member]) => [name, ...optionNames(member)]);
  return part.items === undefined ? own : [...own, ...optionNames(part.items)];
}

describe('what a file may leave out or write shorter', () => {
  it('a well-known model alone takes its format', () => {
    const text = example.replace(
      '  - gpt-5-mini',
      '  - text-embedding-3-small\n  - grok-4\n  - DeepSeek-V3.1\n  - { name: chat, model: Ministral-3B }',
    );
    const environment = load(text);
    expect(environment.models.map(({ name, model, format }) => [name, model, format])).toEqual([
      ['text-embedding-3-small', 'text-embedding-3-small', 'OpenAI'],
      ['grok-4', 'grok-4', 'xAI'],
      ['DeepSeek-V3.1', 'DeepSeek-V3.1', 'DeepSeek'],
      ['chat', 'Ministral-3B', 'Mistral AI'],
    ]);
    expect(environment.smoke.model).toBe('grok-4');
  });

  it.each([...knownModels].filter(([, { use }]) => use === 'chat').map(([name]) => name))(
    '%s alone is a valid list of models',
    (name) => {
      expect(load(example.replace('gpt-5-mini', name)).models[0]).toMatchObject({
        name,
        sku: 'GlobalStandard',
        capacity: ['OpenAI', 'OpenAI-OSS', 'xAI', 'DeepSeek'].includes(knownModels.get(name)?.format ?? '') ? 50 : 1,
      });
    },
  );

  it.each([
    ['{ name: gpt-5-mini, version: "2025-08-07" }', { versionUpgrade: 'OnceCurrentVersionExpired' }],
    ['{ name: gpt-5-mini, version: "2025-08-07", versionUpgrade: NoAutoUpgrade }', { versionUpgrade: 'NoAutoUpgrade' }],
    ['{ name: Phi-4, sku: DataZoneProvisionedManaged }', { capacity: 50 }],
    ['{ name: gpt-5-mini, contentFilter: Microsoft.Default }', { contentFilter: 'Microsoft.Default' }],
    ['{ name: gpt-5-mini, price: { input: 0.2, output: 1 } }', { price: { input: 0.2, output: 1 } }],
    ['{ name: gpt-5.4, sku: DataZoneStandard }', { price: { input: 2.75, output: 16.5 } }],
    ['{ name: chat, model: gpt-5.2 }', { price: { input: 1.75, output: 14 } }],
    ['{ name: grok-4 }', { versionUpgrade: 'OnceNewDefaultVersionAvailable', capacity: 50 }],
  ])('the model %s', (model, expected) => {
    expect(load(example.replace('gpt-5-mini', model)).models[0]).toMatchObject(expected);
  });

  it('Foundry chooses the filter of a model of another format', () => {
    expect(load(example.replace('gpt-5-mini', 'grok-4')).models[0]).not.toHaveProperty('contentFilter');
  });

  it('memory follows the cores', () => {
    const text = example.replace('models:', '  openWebUi: { cpu: 0.75 }\nmodels:');
    expect(load(text).spoke.openWebUi.memoryGiB).toBe(1.5);
  });

  it('a tag of the file replaces the default one of the same name, whatever its case', () => {
    expect(load(`${example}tags: { Environment: test, owner: me }\n`).tags).toEqual({
      'managed-by': 'open-webui-landing-zone',
      Environment: 'test',
      owner: 'me',
    });
  });

  it('object ids and client ids come in lower case', () => {
    const id = 'AAAAAAAA-2222-3333-4444-555555555555';
    const text = `${example.replace('models:', `  entra: { kind: existing, clientId: ${id} }\nmodels:`)}access: { admins: [{ group: ${id} }] }\n`;
    const environment = load(text);
    expect(environment.access.admins).toEqual([{ kind: 'group', objectId: id.toLowerCase() }]);
    expect(environment.spoke.entra).toEqual({ kind: 'existing', clientId: id.toLowerCase() });
  });

  it.each([
    ['built-in', { kind: 'built-in' }],
    ['../specs/openai.json', { kind: 'file', file: 'specs/openai.json' }],
    ['https://contoso.com/openapi.json', { kind: 'url', url: 'https://contoso.com/openapi.json' }],
  ])('the specification %s', (written, spec) => {
    expect(load(`${example}api: { spec: ${written} }\n`).api.spec).toEqual(spec);
  });

  it('tags are a choice of operations like any other', () => {
    const text = `${example}api: { operations: [POST /chat/**, '!list*'], tags: [Files] }\n`;
    expect(load(text).api.operations).toEqual(['POST /chat/**', '!list*', 'tag:Files']);
  });

  it('the API of a spoke on a hub by reference has a path of its own', () => {
    const reference = 'reference: { name: contoso-hub, subscriptionId: AAAAAAAA-2222-3333-4444-555555555555 }';
    const onReference = example.replace(/hub:\n.*\n.*\n/, `hub: { ${reference} }\n`);
    expect(load(example).api.path).toBe('openai/v1');
    expect(load(onReference).api.path).toBe('contoso-dev/openai/v1');
    expect(load(`${onReference}api: { path: chat }\n`).api.path).toBe('chat');
    expect(load(onReference).hub).toEqual({
      kind: 'reference',
      name: 'contoso-hub',
      subscriptionId: 'aaaaaaaa-2222-3333-4444-555555555555',
    });
  });

  it('a hub alone has its network and its gateway, and nothing of a spoke', () => {
    const { environment } = loadEnvironment(example.slice(0, example.indexOf('spoke:')), 'hub.yml');
    expect(environment).toEqual({
      name: 'contoso-dev',
      location: 'swedencentral',
      tags: { 'managed-by': 'open-webui-landing-zone', environment: 'contoso-dev' },
      hub: load(example).hub,
      operations: { currency: 'USD', locks: false, deletionProtection: false, logs: { retentionDays: 30 } },
    });
  });

  it.each([
    ['a model that the table lacks', (text: string) => text.replace('gpt-5-mini', 'grok-4')],
    [
      'a type that the table lacks',
      (text: string) => text.replace('gpt-5-mini', '{ name: gpt-5-mini, sku: DataZoneStandard }'),
    ],
    ['a currency that the table is not in', (text: string) => `${text}operations: { currency: EUR }\n`],
  ])('no price is made up for %s', (_, change) => {
    expect(load(change(example)).models[0]).not.toHaveProperty('price');
  });

  it('loading twice gives equal environments that share nothing', () => {
    const [first, second] = [load(example), load(example)];
    expect(first).toEqual(second);
    expect(first.spoke.openWebUi.environment).not.toBe(second.spoke.openWebUi.environment);
  });
});

describe('the choices of the gateway', () => {
  const api = (text: string) => load(`${example}api:\n${text}`).api;

  it('a backend of Foundry is called for Foundry, others as they say', () => {
    const { backends, ownBackend } = api(`  ownBackend: { priority: 2 }
  backends:
    - { name: france, url: 'https://aif-fr.services.ai.azure.com/openai/v1/', weight: 3 }
    - { name: own-llm, url: 'https://llm.contoso.com/v1', audience: 'api://llm' }
    - { name: other, url: 'https://llm.example/v1', apiKey: { secret: 'https://kv-a.vault.azure.net/secrets/key' } }
`);
    expect(ownBackend).toEqual({ priority: 2, weight: 1 });
    expect(backends.map(({ url, authentication }) => [url, authentication])).toEqual([
      [
        'https://aif-fr.services.ai.azure.com/openai/v1',
        { kind: 'managed-identity', audience: 'https://cognitiveservices.azure.com' },
      ],
      ['https://llm.contoso.com/v1', { kind: 'managed-identity', audience: 'api://llm' }],
      ['https://llm.example/v1', { kind: 'api-key', secretId: 'https://kv-a.vault.azure.net/secrets/key' }],
    ]);
  });

  it('files of fragments are found from the environment file, and defaults are filled in where a choice is made', () => {
    const choices = api(`  fragments: { inbound: { before: [policies/a.xml] } }
  namedValues: { team: chat, key: { secret: 'https://kv-a.vault.azure.net/secrets/key' } }
  contentSafety: {}
  logPrompts: {}
`);
    expect(choices.fragments.inbound.before).toEqual(['environments/policies/a.xml']);
    expect(choices.namedValues).toEqual({
      team: { text: 'chat' },
      key: { secretId: 'https://kv-a.vault.azure.net/secrets/key' },
    });
    expect(choices.contentSafety).toEqual({ shieldPrompt: true, categories: {}, completions: false, blocklists: [] });
    expect(choices.logPrompts).toEqual({ maxSizeInBytes: 262_144 });
  });

  it('the semantic cache compares by an embedding model', () => {
    const text = example.replace('- gpt-5-mini', '- gpt-5-mini\n  - text-embedding-3-small');
    const loaded = load(`${text}api: { semanticCache: { embeddings: text-embedding-3-small, cache: default } }\n`);
    expect(loaded.api.semanticCache).toEqual({
      embeddings: 'text-embedding-3-small',
      cache: 'default',
      scoreThreshold: 0.05,
      minutes: 60,
    });
  });
});
