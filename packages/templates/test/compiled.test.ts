import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { loadTemplate, templateNames } from '../src/index.ts';
import { resourcesIn, templatesIn } from './compiled.ts';

/** What `scripts/bicep-cli.mjs` pins. */
const bicepVersion = /bicepVersion = '([\d.]+)'/.exec(
  readFileSync(new URL('../../../scripts/bicep-cli.mjs', import.meta.url), 'utf8'),
)?.[1];

/** One API version for each provider, a step behind the newest where it moves fast (facts on API versions). */
const pinned: Readonly<Record<string, string>> = {
  'Microsoft.Resources/resourceGroups': '2025-04-01',
  'Microsoft.Resources/deployments': '2025-04-01',
  'Microsoft.Network/privateDnsZones': '2024-06-01',
  // Azure DNS has had no newer stable version since.
  'Microsoft.Network/dnsZones': '2018-05-01',
  'Microsoft.Network': '2025-05-01',
  'Microsoft.ApiManagement': '2024-05-01',
  'Microsoft.KeyVault': '2026-02-01',
  'Microsoft.ManagedIdentity': '2024-11-30',
  'Microsoft.OperationalInsights': '2025-02-01',
  'Microsoft.Insights/components': '2020-02-02',
  'Microsoft.Insights/diagnosticSettings': '2021-05-01-preview',
  'Microsoft.Insights/actionGroups': '2023-01-01',
  'Microsoft.Insights/scheduledQueryRules': '2023-12-01',
  'Microsoft.Insights/workbooks': '2023-06-01',
  'Microsoft.App': '2026-01-01',
  'Microsoft.DBforPostgreSQL': '2025-08-01',
  'Microsoft.Storage': '2025-06-01',
  'Microsoft.Cache': '2025-07-01',
  'Microsoft.CognitiveServices': '2026-05-01',
  'Microsoft.Authorization': '2022-04-01',
  'Microsoft.Authorization/locks': '2020-05-01',
  'Microsoft.Consumption': '2024-08-01',
};

/** SMB knows no identities, and Open WebUI none for Redis. */
const keyReaders: Readonly<Record<string, readonly string[]>> = {
  spoke: ['messages/address', 'environmentStorage/smb'],
};

describe.each(templateNames)('%s', (name) => {
  test('was compiled by the pinned compiler', async () => {
    const template = (await loadTemplate(name)) as { metadata?: { _generator?: { version?: string } } };
    expect(bicepVersion).toMatch(/^\d+\.\d+\.\d+$/);
    expect(template.metadata?._generator?.version?.split('.').slice(0, 3).join('.')).toBe(bicepVersion);
  });

  test('asks for the pinned API version of every resource', async () => {
    for (const { path, type, apiVersion } of resourcesIn(await loadTemplate(name))) {
      const key = [type, type.split('/').slice(0, 2).join('/'), type.split('/')[0] ?? ''].find((k) => k in pinned);
      expect(`${path}: ${type}@${apiVersion ?? ''}`).toBe(`${path}: ${type}@${pinned[key ?? ''] ?? 'unknown'}`);
    }
  });

  test('gives out no secret, at no level', async () => {
    for (const { path, template } of templatesIn(await loadTemplate(name))) {
      for (const [output, { type, value }] of Object.entries(template.outputs ?? {})) {
        const where = `${path} ${output}`;
        expect(output, where).not.toMatch(/secret(?!KeyId$)|password|pfx|token|connectionString|(^|access)key$/i);
        expect(type?.toLowerCase() ?? '', where).not.toContain('secure');
        expect(JSON.stringify(value ?? ''), where).not.toMatch(/list(Keys|Secrets|AccountSas)\(/i);
      }
    }
  });

  test('describes every parameter and output', async () => {
    for (const { path, template } of templatesIn(await loadTemplate(name))) {
      const all = { ...template.parameters, ...template.outputs } as Record<
        string,
        { metadata?: { description?: string } }
      >;
      for (const [member, { metadata }] of Object.entries(all)) {
        expect(metadata?.description, `${path} ${member}`).toMatch(/\S/);
      }
      for (const [member, { metadata }] of Object.entries((template.parameters ?? {}) as typeof all)) {
        expect(metadata?.description, `${path} ${member}`).toMatch(/^(Required|Optional|Conditional)\. /);
      }
    }
  });

  test('reads no key of a service, but of those that know nothing else', async () => {
    const readers = resourcesIn(await loadTemplate(name)).filter(({ type, properties }) => {
      // What is nested is a resource of its own here.
      const own = type === 'Microsoft.Resources/deployments' ? { ...properties, template: undefined } : properties;
      return /\blist(Keys|Secrets|AccountSas|Credentials)\(/i.test(JSON.stringify(own ?? {}));
    });
    expect(readers.map(({ path }) => path)).toEqual(keyReaders[name] ?? []);
  });
});
