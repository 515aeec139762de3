import { expect, it } from 'vitest';
import { type JsonObject, planDeployment } from '../src/index.ts';

/** What the plan says of a resource with these decorators, written as Bicep compiles them. */
function optionsOf(options: JsonObject) {
  const plan = planDeployment({
    template: {
      $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
      languageVersion: '2.0',
      contentVersion: '1.0.0.0',
      resources: { it: { '@options': options, type: 'Microsoft.Test/tests', apiVersion: '2024-01-01', name: 'it' } },
    },
    context: { scope: 'resourceGroup', subscriptionId: '11111111-1111-4111-8111-111111111111', resourceGroup: 'rg' },
  });
  return plan.resources[0]?.options;
}

it.each([
  [{}, { retryOn: undefined, onlyIfNotExists: false, nullIfNotFound: false }],
  [{ onlyIfNotExists: [] }, { retryOn: undefined, onlyIfNotExists: true, nullIfNotFound: false }],
  [{ nullIfNotFound: [] }, { retryOn: undefined, onlyIfNotExists: false, nullIfNotFound: true }],
  [
    { retryOn: [['A', 'B'], 10] },
    { retryOn: { exceptionCodes: ['A', 'B'], retryCount: 10 }, onlyIfNotExists: false, nullIfNotFound: false },
  ],
  [
    { retryOn: [['A']] },
    { retryOn: { exceptionCodes: ['A'], retryCount: undefined }, onlyIfNotExists: false, nullIfNotFound: false },
  ],
])('decorators %j', (options, expected) => {
  expect(optionsOf(options)).toEqual(expected);
});
