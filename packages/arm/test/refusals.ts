import type { JsonObject } from '../src/index.ts';

/** A parameter value that ARM refuses, with the parameter's definition. */
export interface RefusalCase {
  readonly definition: JsonObject;
  readonly value: JsonObject[string];
  readonly definitions?: JsonObject;
}

const shapes: JsonObject = {
  Shape: {
    type: 'object',
    discriminator: {
      propertyName: 'kind',
      mapping: {
        circle: {
          type: 'object',
          properties: { kind: { type: 'string', allowedValues: ['circle'] }, radius: { type: 'int' } },
        },
        square: {
          type: 'object',
          properties: { kind: { type: 'string', allowedValues: ['square'] }, side: { type: 'int' } },
        },
      },
    },
  },
};

/** One violation each, so that the engine's message is about this one. */
export const refusalCases: Readonly<Record<string, RefusalCase>> = {
  type: { definition: { type: 'string' }, value: 1 },
  'type of a secure parameter': { definition: { type: 'securestring' }, value: 1 },
  'type of an object': { definition: { type: 'object' }, value: ['a'] },
  'too short': { definition: { type: 'string', minLength: 3 }, value: 'x' },
  'too long': { definition: { type: 'string', maxLength: 3 }, value: 'xxxx' },
  'too few': { definition: { type: 'array', minLength: 2 }, value: [] },
  'too small': { definition: { type: 'int', minValue: 3 }, value: 1 },
  'too big': { definition: { type: 'int', maxValue: 3 }, value: 9 },
  'not allowed': { definition: { type: 'string', allowedValues: ['x', 'y'] }, value: 'z' },
  'one of several not allowed': { definition: { type: 'array', allowedValues: ['x', 'y'] }, value: ['x', 'z'] },
  'missing member': {
    definition: { type: 'object', properties: { n: { type: 'string' }, m: { type: 'int' } } },
    value: { m: 1 },
  },
  'type of a member': { definition: { type: 'object', properties: { n: { type: 'string' } } }, value: { n: 2 } },
  'deep member': {
    definition: {
      type: 'object',
      properties: { a: { type: 'array', items: { type: 'object', properties: { b: { type: 'int', minValue: 2 } } } } },
    },
    value: { a: [{ b: 2 }, { b: 1 }] },
  },
  'unknown member': {
    definition: { type: 'object', properties: { n: { type: 'string' } }, additionalProperties: false },
    value: { n: 'a', q: 1 },
  },
  'type of a further member': {
    definition: { type: 'object', additionalProperties: { type: 'string' } },
    value: { q: 1 },
  },
  'element of an array': { definition: { type: 'array', items: { type: 'string', minLength: 2 } }, value: ['aa', 'b'] },
  'tuple too long': {
    definition: { type: 'array', prefixItems: [{ type: 'string' }], items: false },
    value: ['a', 'b'],
  },
  'unknown variant': { definition: { $ref: '#/definitions/Shape' }, definitions: shapes, value: { kind: 'line' } },
  'member of a variant': {
    definition: { $ref: '#/definitions/Shape' },
    definitions: shapes,
    value: { kind: 'circle', radius: 'x' },
  },
  'missing member of a variant': {
    definition: { $ref: '#/definitions/Shape' },
    definitions: shapes,
    value: { kind: 'square' },
  },
};

/** A template with the one parameter `a`. */
export function refusalTemplate({ definition, definitions }: RefusalCase): JsonObject {
  return {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    languageVersion: '2.0',
    contentVersion: '1.0.0.0',
    ...(definitions === undefined ? {} : { definitions }),
    parameters: { a: definition },
    resources: {},
  };
}
