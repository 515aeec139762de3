import { describe, expect, it } from 'vitest';
import { type DeploymentContext, type JsonObject, type Runtime, TemplateError, planDeployment } from '../src/index.ts';

const context: DeploymentContext = {
  scope: 'resourceGroup',
  tenantId: 't',
  subscriptionId: 's',
  resourceGroup: 'g',
  resourceGroupProperties: { location: 'westeurope' },
  deploymentName: 'main',
};

/** Answers every reference with what was asked for, so that a test sees it in the result. */
const echo: Runtime = {
  reference: (request) => ({ ...request, outputs: { o: { value: `${request.key ?? ''} output` } } }),
  list: (request) => ({ ...request }),
};

function templateOf(resources: JsonObject | readonly JsonObject[], rest: JsonObject = {}): JsonObject {
  const isSymbolic = !Array.isArray(resources);
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    ...(isSymbolic ? { languageVersion: '2.0' } : {}),
    contentVersion: '1.0.0.0',
    resources,
    ...rest,
  };
}

function resource(name: string, rest: JsonObject = {}): JsonObject {
  return { type: 'A.B/c', apiVersion: '2024-01-01', name, ...rest };
}

function dependencies(template: JsonObject): Readonly<Record<string, readonly string[]>> {
  const plan = planDeployment({ template, context });
  return Object.fromEntries(
    plan.resources.map((item) => [
      item.key.replace(/^.*providers\/A\.B\/c\//, ''),
      item.dependsOn.map((key) => key.replace(/^.*providers\/A\.B\/c\//, '')),
    ]),
  );
}

describe('what waits for what', () => {
  it('follows dependsOn by symbol, and whole loops', () => {
    const copy = { name: 'loop', count: 2 };
    const template = templateOf({
      one: resource('one'),
      many: resource("[format('m{0}', copyIndex())]", { copy, dependsOn: ['one'] }),
      last: resource('last', { dependsOn: ['many'] }),
      single: resource('single', { dependsOn: ['many[1]'] }),
    });
    expect(dependencies(template)).toEqual({
      one: [],
      'many[0]': ['one'],
      'many[1]': ['one'],
      last: ['many[0]', 'many[1]'],
      single: ['many[1]'],
    });
  });

  it('follows reference and list calls, even in branches and in names of properties', () => {
    const template = templateOf({
      a: resource('a'),
      b: resource('b', { properties: { x: "[if(equals(resourceGroup().name, 'other'), reference('a').x, 1)]" } }),
      c: resource('c', { tags: { "[listKeys(resourceId('A.B/c', 'b'), '2024-01-01').k]": 'v' } }),
    });
    expect(dependencies(template)).toEqual({ a: [], b: ['a'], c: ['b'] });
  });

  it('follows ids, names, loop names and Type/name in language version 1', () => {
    const template = templateOf([
      resource('a'),
      resource("[concat('m', copyIndex())]", { copy: { name: 'loop', count: 2 } }),
      resource('by-id', { dependsOn: ["[resourceId('A.B/c', 'a')]"] }),
      resource('by-name', { dependsOn: ['a'] }),
      resource('by-loop', { dependsOn: ['loop'] }),
      resource('by-type', { dependsOn: ['A.B/c/a'] }),
      resource('implied', { properties: { x: "[reference('a').x]" } }),
    ]);
    expect(dependencies(template)).toEqual({
      a: [],
      m0: [],
      m1: [],
      'by-id': ['a'],
      'by-name': ['a'],
      'by-loop': ['m0', 'm1'],
      'by-type': ['a'],
      implied: ['a'],
    });
  });

  it('makes each batch of a serial loop wait for the one before', () => {
    const copy = { name: 'loop', count: 5, mode: 'serial', batchSize: 2 };
    const template = templateOf({ many: resource("[format('m{0}', copyIndex())]", { copy }) });
    expect(Object.values(dependencies(template))).toEqual([
      [],
      [],
      ['many[0]', 'many[1]'],
      ['many[0]', 'many[1]'],
      ['many[2]', 'many[3]'],
    ]);
  });

  it.each([
    [
      'a cycle',
      { a: resource('a', { dependsOn: ['b'] }), b: resource('b', { properties: { x: "[reference('a').x]" } }) },
      'Circular dependency',
    ],
    [
      'an unknown dependency',
      { a: resource('a', { dependsOn: ['nobody'] }) },
      "'nobody' is not defined in the template",
    ],
    ['the same id twice', { a: resource('x'), b: resource('X') }, 'is defined multiple times'],
    [
      'a name known at run time only',
      { a: resource("[reference('b').x]"), b: resource('b') },
      "'reference' is not expected at this location",
    ],
    [
      'newGuid outside of a default',
      { a: resource('a', { condition: '[empty(newGuid())]' }) },
      "'newGuid' is not expected at this location",
    ],
  ])('refuses %s', (_, resources, message) => {
    expect(() => planDeployment({ template: templateOf(resources), context })).toThrow(message);
    expect(() => planDeployment({ template: templateOf(resources), context })).toThrow(TemplateError);
  });
});

describe('a resource when its turn comes', () => {
  it('is evaluated against the runtime', () => {
    const template = templateOf(
      {
        ex: { ...resource('ex'), existing: true, '@options': { nullIfNotFound: [] } },
        it: resource('it', {
          location: '[resourceGroup().location]',
          properties: {
            ref: "[reference('ex', 'full')]",
            keys: "[listKeys('it', '2024-01-01', createObject('a', 1))]",
            secret: "[parameters('p')]",
          },
        }),
      },
      { parameters: { p: { type: 'securestring' } } },
    );
    const plan = planDeployment({ template, context, parameters: { p: { value: 'hidden' } } });
    const it = plan.resources.find((item) => item.key === 'it');
    const id = '/subscriptions/s/resourceGroups/g/providers/A.B/c/';
    expect(plan.resources[0]).toMatchObject({ key: 'ex', existing: true, id: `${id}ex` });
    expect(it?.materialise(echo)).toMatchObject({
      location: 'westeurope',
      properties: {
        ref: { id: `${id}ex`, key: 'ex', apiVersion: '2024-01-01', full: true, nullIfNotFound: true },
        keys: { functionName: 'listKeys', id: `${id}it`, body: { a: 1 } },
        secret: 'hidden',
      },
    });
    expect(it?.securePaths).toEqual(['properties.keys', 'properties.secret']);
  });

  it('says where an expression fails', () => {
    const plan = planDeployment({
      template: templateOf({ it: resource('it', { properties: { x: '[createObject().y]' } }) }),
      context,
    });
    expect(() => plan.resources[0]?.materialise(echo)).toThrow("at 'resources.it.properties'");
  });

  it.each([
    ['a resource', templateOf({ it: resource('it', { properties: { x: "[noSuch('a')]" } }) }), 'noSuch'],
    [
      'an output',
      templateOf([], { outputs: { o: { type: 'string', value: "[if(true(), 'a', noSuch())]" } } }),
      'noSuch',
    ],
    [
      'the loop of an output',
      templateOf([], { outputs: { o: { type: 'array', copy: { count: 1, input: '[newGuid()]' } } } }),
      'newGuid',
    ],
    ['a variable', templateOf([], { variables: { v: '[newGuid()]' } }), 'newGuid'],
    [
      'a branch not taken',
      templateOf({ it: resource('it', { tags: { a: "[if(true(), 'a', utcNow())]" } }) }),
      'utcNow',
    ],
  ])('refuses a function that cannot stand in %s before anything begins', (_, template, name) => {
    expect(() => planDeployment({ template, context })).toThrow(`The template function '${name}' is not`);
  });

  it('takes functions that the template itself defines', () => {
    const functions = [
      { namespace: 'own', members: { twice: { parameters: [], output: { type: 'string', value: 'x' } } } },
    ];
    const template = templateOf([], { functions, outputs: { o: { type: 'string', value: '[own.Twice()]' } } });
    expect(planDeployment({ template, context }).outputs(echo)).toMatchObject({ o: { value: 'x' } });
  });

  it('keeps resources of an extension apart', () => {
    const template = templateOf(
      { app: { import: 'graph', type: 'Microsoft.Graph/applications@v1.0', properties: { uniqueName: 'u' } } },
      {
        imports: { graph: { provider: 'MicrosoftGraph', version: '1.0.0' } },
        outputs: { o: { type: 'object', value: "[reference('app')]" } },
      },
    );
    const plan = planDeployment({ template, context });
    expect(plan.resources[0]).toMatchObject({
      id: undefined,
      type: 'Microsoft.Graph/applications',
      apiVersion: 'v1.0',
      import: { alias: 'graph', provider: 'MicrosoftGraph', version: '1.0.0' },
    });
    expect(plan.outputs(echo)['o']?.value).toMatchObject({ key: 'app', full: false });
  });
});

describe('nested deployments', () => {
  const inner = templateOf(
    { it: resource("[parameters('name')]", { properties: { from: "[parameters('name')]" } }) },
    { parameters: { name: { type: 'string' } }, outputs: { o: { type: 'string', value: '[resourceGroup().name]' } } },
  );

  function nested(rest: JsonObject, properties: JsonObject): JsonObject {
    return {
      type: 'Microsoft.Resources/deployments',
      apiVersion: '2025-04-01',
      name: 'child',
      ...rest,
      properties: { mode: 'Incremental', ...properties },
    };
  }

  it('take parameters that only the runtime knows, and run in their own scope', () => {
    const child = nested(
      { resourceGroup: 'other', dependsOn: ['first'] },
      {
        expressionEvaluationOptions: { scope: 'inner' },
        template: inner,
        parameters: { name: { value: "[reference('first').outputs.o.value]" } },
      },
    );
    const template = templateOf(
      { first: resource('first'), child },
      { outputs: { o: { type: 'string', value: "[reference('child').outputs.o.value]" } } },
    );
    const plan = planDeployment({ template, context });
    const planned = plan.resources[1];
    expect(planned?.id).toBe('/subscriptions/s/resourceGroups/other/providers/Microsoft.Resources/deployments/child');
    expect((planned?.materialise(echo)['properties'] as JsonObject)['parameters']).toEqual({
      name: { value: 'first output' },
    });
    const below = planned?.nested?.plan(echo, { context: { resourceGroupProperties: { location: 'x' } } });
    expect(below?.resources[0]?.id).toBe('/subscriptions/s/resourceGroups/other/providers/A.B/c/first output');
    expect(below?.resources[0]?.materialise(echo)).toEqual({ properties: { from: 'first output' } });
    expect(below?.outputs(echo)).toEqual({ o: { type: 'String', value: 'other', secure: false } });
    expect(plan.outputs(echo)['o']?.value).toBe('child output');
  });

  it('use the names of the parent when they are evaluated in the outer scope', () => {
    const outerTemplate = templateOf([resource("[variables('v')]")], { variables: { v: 'inner' } });
    const template = templateOf([nested({}, { template: outerTemplate })], { variables: { v: 'outer' } });
    const plan = planDeployment({ template, context });
    expect(plan.resources[0]?.nested?.plan(echo).resources[0]?.name).toBe('outer');
  });

  it('pass key vault references on', () => {
    const reference = { keyVault: { id: "[resourceId('Microsoft.KeyVault/vaults', 'kv')]" }, secretName: 'n' };
    const template = templateOf({
      child: nested(
        {},
        { expressionEvaluationOptions: { scope: 'inner' }, template: inner, parameters: { name: { reference } } },
      ),
    });
    const below = planDeployment({ template, context }).resources[0]?.nested?.plan(echo, {
      keyVaultSecret: (request) => request.vaultId.split('/').at(-1) ?? '',
    });
    expect(below?.resources[0]?.name).toBe('kv');
  });
});

describe('what ARM cannot read', () => {
  const many = (count: number, value: JsonObject | number): JsonObject =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`m${String(index)}`, value]));
  const loop = (count: number): JsonObject =>
    templateOf([resource("[format('{0}', copyIndex())]", { copy: { name: 'l', count } })]);
  const without = (member: string): JsonObject =>
    Object.fromEntries(Object.entries(templateOf([])).filter(([key]) => key !== member));

  it.each([
    ['without contentVersion', without('contentVersion'), "Required property 'contentVersion' not found"],
    ['without resources', without('resources'), "Required property 'resources' not found"],
    ['with a member of its own', templateOf([], { foo: 1 }), "Could not find member 'foo'"],
    ['of 257 parameters', templateOf([], { parameters: many(257, { type: 'int', defaultValue: 1 }) }), "Limit: '256'"],
    ['of 513 variables', templateOf([], { variables: many(513, 1) }), "Limit: '512'"],
    [
      'of an expression of 24,577 characters',
      templateOf([], { variables: { long: `[concat('${'x'.repeat(24_577 - 12)}')]` } }),
      "Limit: '24576' and actual: '24577'",
    ],
    ['of 65 outputs', templateOf([], { outputs: many(65, { type: 'int', value: 1 }) }), "Limit: '64'"],
    ['of 801 resources', loop(801), "'801'"],
  ])('a template %s', (_, template, message) => {
    expect(() => planDeployment({ template, context })).toThrow(message);
  });

  it('is nothing at the limit', () => {
    const template = {
      ...loop(800),
      parameters: many(256, { type: 'int', defaultValue: 1 }),
      variables: many(512, 1),
      outputs: many(64, { type: 'int', value: 1 }),
    };
    expect(planDeployment({ template, context }).resources).toHaveLength(800);
  });
});
