import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ExpandOptions, type JsonObject, TemplateError, expand } from '../src/index.ts';
import { errorCases, expressionCases, expressionTemplate } from './expressions.ts';
import { deploymentName, subscriptionId, tenantId } from './oracle/engine.ts';
import { templateCases } from './templates.ts';

const golden = join(import.meta.dirname, 'golden');

function read(file: string): JsonObject {
  return JSON.parse(readFileSync(join(golden, file), 'utf8')) as JsonObject;
}

function evaluateCase(expression: string): unknown {
  const { predictedResources } = expand({
    template: expressionTemplate([expression]),
    parameters: { secret: { value: 's' } },
    tenantId,
    subscriptionId,
    deploymentName,
    resourceGroup: 'rg1',
    location: 'westeurope',
  });
  return (predictedResources[0]?.['properties'] as JsonObject)['v0'];
}

describe('expressions, as the real engine evaluates them', () => {
  const expected = read('expressions.json');
  it.each(expressionCases)('%s', (expression) => {
    expect(evaluateCase(expression)).toEqual(expected[expression]);
  });

  it('has a recorded answer for every case and no other', () => {
    expect(Object.keys(expected).sort()).toEqual([...expressionCases].sort());
  });
});

describe('expressions that the real engine refuses', () => {
  const expected = read('errors.json');
  it.each(errorCases)('%s', (expression) => {
    expect(expected[expression]).toBeTypeOf('string');
    expect(() => evaluateCase(expression)).toThrow(TemplateError);
  });
});

describe('whole templates, as the real engine expands them', () => {
  const cases = Object.entries(templateCases).flatMap(([name, { sets }]) =>
    Object.keys(sets).map((set) => [name, set] as const),
  );
  it.each(cases)('%s with %s', (name, set) => {
    const { template, sets } = read(join('templates', `${name}.json`)) as {
      readonly template: JsonObject;
      readonly sets: JsonObject;
    };
    expect(normalise({ ...expand(optionsFor(name, set, template)) })).toEqual(normalise(sets[set] as JsonObject));
  });

  it('has a case for every template', () => {
    const files = readdirSync(join(import.meta.dirname, 'templates')).filter((file) => /\.(bicep|json)$/.test(file));
    expect(files.map((file) => file.replace(/\.\w+$/, '')).sort()).toEqual(Object.keys(templateCases).sort());
  });
});

function optionsFor(name: string, set: string, template: JsonObject): ExpandOptions {
  const { flags, sets } = templateCases[name] ?? { flags: {}, sets: {} };
  const { subscription, ...others } = flags;
  const parameters = Object.fromEntries(Object.entries(sets[set] ?? {}).map(([key, value]) => [key, { value }]));
  return {
    template,
    parameters,
    tenantId,
    deploymentName,
    ...(subscription === false ? {} : { subscriptionId }),
    ...others,
  };
}

/** The engine says where in the source a diagnostic belongs, ours which loop it is about. */
function withoutPosition(diagnostic: string): string {
  return diagnostic
    .replace(/^ ?Warning /, '')
    .replaceAll(/ at line '\d+' and column '\d+'/g, '')
    .replace(/(The template 'copy' definition) '[^']*'/, '$1')
    .trim();
}

/** Resources by id: neither engine promises an order. */
function normalise(snapshot: JsonObject): JsonObject {
  const resources = snapshot['predictedResources'] as readonly JsonObject[];
  const byId = [...resources].sort((a, b) => compare(JSON.stringify(a['id'] ?? a), JSON.stringify(b['id'] ?? b)));
  const diagnostics = (snapshot['diagnostics'] as readonly string[]).map(withoutPosition);
  return { ...snapshot, predictedResources: byId, diagnostics };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
