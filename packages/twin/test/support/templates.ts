type Members = Readonly<Record<string, unknown>>;

const SCHEMAS = {
  resourceGroup: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
  subscription: 'https://schema.management.azure.com/schemas/2018-05-01/subscriptionDeploymentTemplate.json#',
} as const;

/** A template of language version 2.0, as Bicep writes it. */
export function template(scope: keyof typeof SCHEMAS, resources: Members, rest: Members = {}): Members {
  return { $schema: SCHEMAS[scope], languageVersion: '2.0', contentVersion: '1.0.0.0', ...rest, resources };
}

/** A resource group. */
export function group(name: string, location = 'swedencentral'): Members {
  return { type: 'Microsoft.Resources/resourceGroups', apiVersion: '2025-04-01', name, location };
}

/** A network with one subnet. */
export function network(name: string, more: Members = {}): Members {
  return {
    type: 'Microsoft.Network/virtualNetworks',
    apiVersion: '2025-05-01',
    name,
    location: 'swedencentral',
    properties: {
      addressSpace: { addressPrefixes: ['10.0.0.0/16'] },
      subnets: [{ name: 'one', properties: { addressPrefix: '10.0.0.0/24' } }],
    },
    ...more,
  };
}

/** A public IP address. */
export function publicAddress(name: string, more: Members = {}): Members {
  return {
    type: 'Microsoft.Network/publicIPAddresses',
    apiVersion: '2025-05-01',
    name,
    location: 'swedencentral',
    sku: { name: 'Standard' },
    properties: { publicIPAllocationMethod: 'Static' },
    ...more,
  };
}

/** A nested deployment with its own expressions, as a Bicep module compiles to one. */
export function module(name: string, inner: Members, more: Members = {}, parameters: Members = {}): Members {
  return {
    type: 'Microsoft.Resources/deployments',
    apiVersion: '2025-04-01',
    name,
    ...more,
    properties: { expressionEvaluationOptions: { scope: 'inner' }, mode: 'Incremental', parameters, template: inner },
  };
}

/** The body of a deployment request. */
export function request(body: Members, parameters: Members = {}, location?: string): Members {
  return {
    ...(location === undefined ? {} : { location }),
    properties: { mode: 'Incremental', template: body, parameters },
  };
}
