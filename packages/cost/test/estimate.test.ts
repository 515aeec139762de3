import { fileURLToPath } from 'node:url';
import { loadEnvironmentFile, type Environment } from '@lz/config';
import { describe, expect, test } from 'vitest';
import { billOf, estimate, itemsOf, priceIds, priceOf, totalOf } from '../src/index.ts';

function environmentOf(name: string): Environment {
  const { environment, mistakes } = loadEnvironmentFile(
    fileURLToPath(new URL(`../../../environments/${name}.yml`, import.meta.url)),
  );
  if (environment?.spoke === undefined) throw new Error(`${name}: ${JSON.stringify(mistakes)}`);
  return environment;
}

describe('the default environment', () => {
  test('every resource that the templates make is billed, free, or said to be unknown', async () => {
    const { items } = await estimate(environmentOf('example'));
    expect(items.filter(({ price }) => price.unknown?.includes('not in the table'))).toEqual([]);
    expect(new Set(items.map(({ type }) => type)).size).toBeGreaterThan(10);
  });

  test('the fixed part is the sum of its items', async () => {
    const { items, monthly, unknown } = await estimate(environmentOf('example'));
    const fixed = items.filter(({ kind }) => kind === 'fixed');
    expect(unknown).toEqual([]);
    expect(monthly).toBeCloseTo(
      fixed.reduce((sum, item) => sum + (item.monthly ?? Number.NaN), 0),
      6,
    );
    // By hand: 730 h of Developer, and of the fixed part of Application Gateway with its reserved units.
    const of = (id: string): number =>
      fixed.filter(({ price }) => price.id === id).reduce((sum, item) => sum + (item.monthly ?? 0), 0);
    expect(of('api-management-developer')).toBeCloseTo(48.03, 2);
    expect(of('application-gateway-waf')).toBeCloseTo(323.39, 2);
    expect(of('postgresql-standard_b2s')).toBeCloseTo(54.02, 2);
    expect(of('postgresql-storage')).toBeCloseTo(4.05, 2);
    expect(of('private-endpoint')).toBeCloseTo(
      7.3 * fixed.filter(({ price }) => price.id === 'private-endpoint').length,
      2,
    );
  });
});

test('a spoke on the hub of another environment does not pay for the hub', async () => {
  const base = environmentOf('example');
  const own = await estimate(base);
  const guest = await estimate({ ...base, hub: { kind: 'reference', name: 'contoso-hub' } });
  const gateways = ({ items }: typeof own): number => items.filter(({ type }) => type.includes('ApiManagement')).length;
  expect([gateways(own), gateways(guest)]).toEqual([1, 0]);
  expect(guest.monthly).toBeLessThan(own.monthly - 48);
});

describe('one resource', () => {
  const server = (mode: string, name = 'Standard_D2ds_v5') => ({
    type: 'Microsoft.DBforPostgreSQL/flexibleServers',
    name: 'psql',
    sku: { name },
    properties: { storage: { storageSizeGB: 128 }, highAvailability: { mode } },
  });

  test('a standby server costs as much again', () => {
    const [single, pair] = ['Disabled', 'ZoneRedundant'].map((mode) =>
      itemsOf(server(mode)).reduce((sum, { monthly = 0 }) => sum + monthly, 0),
    );
    expect(single).toBeGreaterThan(100);
    expect(pair).toBeCloseTo(2 * (single ?? 0), 6);
  });

  test('a size that the table lacks is unknown, and is not counted as nothing', () => {
    const [compute] = itemsOf(server('Disabled', 'Standard_E96ds_v5'));
    expect(compute).toMatchObject({
      kind: 'fixed',
      quantity: 1,
      price: { unknown: 'it is not in the table of prices' },
    });
    expect(compute).not.toHaveProperty('monthly');
  });

  test('a type without an entry is unknown, not free', () => {
    const [item] = itemsOf({ type: 'Microsoft.Quantum/workspaces', name: 'q' });
    expect(item?.price.title).toBe('Microsoft.Quantum/workspaces');
    expect(item).not.toHaveProperty('monthly');
  });

  test('an app without a replica that always runs costs nothing fixed', () => {
    const app = (minReplicas: number) => ({
      type: 'Microsoft.App/containerApps',
      name: 'ca',
      properties: {
        template: { scale: { minReplicas }, containers: [{ resources: { cpu: '1', memory: '2Gi' } }] },
      },
    });
    expect(itemsOf(app(0)).filter(({ kind }) => kind === 'fixed')).toEqual([]);
    // 730 h × 3600 s × (1 core + 2 GiB) × 0.000004.
    expect(itemsOf(app(1)).reduce((sum, { monthly = 0 }) => sum + monthly, 0)).toBeCloseTo(31.54, 2);
  });
});

describe('the table of prices', () => {
  test.each(priceIds)('%s has a price with its region and source, or says why it is unknown', (id) => {
    const { price, region, source, unknown } = priceOf(id);
    if (price === undefined) expect(unknown).toMatch(/\w{3}/);
    else {
      expect(price).toBeGreaterThan(0);
      expect(region).toMatch(/^[a-z0-9]+$/);
      expect(source?.url).toMatch(/^https:/);
      expect(source?.date ?? '2000-01-01').toMatch(/^\d{4}-\d\d-\d\d$/);
    }
  });
});

test('the bill says unknown where a price is, and in the total', async () => {
  const base = environmentOf('example');
  const postgres = { ...base.spoke.postgres, sku: 'Standard_E8ds_v5' };
  const result = await estimate({ ...base, spoke: { ...base.spoke, postgres } });
  const row = billOf(result).find(([item]) => item?.includes('Standard_E8ds_v5'));
  expect(row?.slice(2)).toEqual(['unknown', 'unknown', 'it is not in the table of prices']);
  expect(totalOf(result)).toContain('and what is unknown: Microsoft.DBforPostgreSQL/flexibleServers Standard_E8ds_v5');
});
