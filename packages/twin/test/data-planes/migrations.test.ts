import { describe, expect, test } from 'vitest';
import { installMigrationRules } from '../../src/data-planes/open-webui/migration-rules.ts';
import { importConfig } from '../../src/data-planes/open-webui/migration.ts';
import { schemaOf, schemaSuffices, setSchema } from '../../src/data-planes/open-webui/schema.ts';
import { settingsOf } from '../../src/data-planes/open-webui/settings.ts';
import { compareVersions, schemaVersion } from '../../src/data-planes/open-webui/versions.ts';
import { INTERNET } from '../../src/kernel/http.ts';
import { ChatZone } from './chat-zone.ts';

const DATABASE = 'db/webui';

function migrate(zone: ChatZone, version: string, variables: Readonly<Record<string, string>> = {}) {
  const all = { DATABASE_HOST: 'db', DATABASE_NAME: 'webui', ...variables };
  const settings = settingsOf(new Map(Object.entries(all)), `ghcr.io/open-webui/open-webui:v${version}`);
  const migration = importConfig(zone.world, INTERNET, settings);
  migration.apply?.();
  return migration;
}

describe('the schema of a database', () => {
  test('is that of the version that migrated it last', () => {
    const zone = new ChatZone();
    expect(schemaOf(zone.world, DATABASE)).toBeUndefined();
    migrate(zone, '0.11.3');
    const then = zone.world.clock.now;
    zone.world.clock.spend(1000);
    migrate(zone, '0.11.4-slim@sha256:abc');
    expect([schemaOf(zone.world, DATABASE), schemaOf(zone.world, DATABASE, then)]).toEqual(['0.11.4', '0.11.3']);
  });

  test('stays where migrations are off, where one fails, and where the version is older', () => {
    const zone = new ChatZone();
    setSchema(zone.world, DATABASE, '0.11.3');
    installMigrationRules(zone.world, [{ version: '0.11.5', times: 1, fails: 'disk full' }]);
    expect(migrate(zone, '0.11.4', { ENABLE_DB_MIGRATIONS: 'false' })).toEqual({ lines: [], raises: false });
    expect(migrate(zone, '0.11.5')).toMatchObject({ raises: true });
    expect(migrate(zone, '0.11.2').lines.join()).toContain("Can't locate revision identified by '0.11.3'");
    expect(schemaOf(zone.world, DATABASE)).toBe('0.11.3');
    expect(migrate(zone, '0.11.5').raises).toBe(false);
  });

  test.each([
    ['0.11.2', false],
    ['0.11.3', true],
  ])('a migration to %s that fails ends the program: %s', (version, raises) => {
    const zone = new ChatZone();
    installMigrationRules(zone.world, [{ fails: 'disk full' }]);
    const migration = migrate(zone, version);
    expect(migration.raises).toBe(raises);
    expect(migration.lines).toContain('Error running migrations: disk full');
  });

  test.each([
    ['0.11.3', '0.11.4', false],
    ['0.11.4', '0.11.4', true],
    ['0.11.10', '0.11.9', true],
    ['0.11.4', 'main', true],
  ])('of %s suffices for %s: %s', (schema, version, suffices) => {
    const zone = new ChatZone();
    setSchema(zone.world, DATABASE, schema);
    expect(schemaSuffices(zone.world, DATABASE, version)).toBe(suffices);
  });

  test.each([
    [{ DATABASE_HOST: 'psql-none.postgres.database.azure.com' }, 'could not translate host name'],
    [{ DATABASE_HOST: 'elsewhere.example.com' }, undefined],
  ])('of %j', (variables, problem) => {
    const { lines } = migrate(new ChatZone(), '0.11.4', variables);
    expect(lines.join().includes('OperationalError')).toBe(problem !== undefined);
    expect(lines.join()).toContain(problem ?? '');
  });
});

test('versions are compared by their numbers', () => {
  expect(compareVersions('0.11.10', '0.11.9')).toBeGreaterThan(0);
  expect(compareVersions('0.9.0', '0.11.0')).toBeLessThan(0);
  expect([compareVersions('main', '0.11.0'), schemaVersion('0.11.4-slim'), schemaVersion('dev')]).toEqual([
    0,
    '0.11.4',
    'dev',
  ]);
});
