import { expect, it } from 'vitest';
import { expand } from '../src/index.ts';

/** As Bicep 0.49.2 answered in `bicep snapshot` for the same members. */
it('members of a resource that are null are left out, but for its properties and what is in them', () => {
  const nothing = "[if(true(), null(), 'x')]";
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    resources: [
      {
        type: 'Microsoft.Test/tests',
        apiVersion: '2024-01-01',
        name: 'it',
        ...{ location: nothing, tags: nothing, sku: nothing, kind: nothing, identity: nothing, zones: nothing },
        properties: { inside: nothing },
      },
      { type: 'Microsoft.Test/tests', apiVersion: '2024-01-01', name: 'bare', properties: nothing },
    ],
  };
  const { predictedResources } = expand({
    template: JSON.stringify(template),
    subscriptionId: '11111111-1111-4111-8111-111111111111',
    resourceGroup: 'rg',
  });
  expect(predictedResources.map((resource) => ({ ...resource, id: 'its id' }))).toEqual([
    { id: 'its id', type: 'Microsoft.Test/tests', apiVersion: '2024-01-01', name: 'it', properties: { inside: null } },
    { id: 'its id', type: 'Microsoft.Test/tests', apiVersion: '2024-01-01', name: 'bare', properties: null },
  ]);
});
