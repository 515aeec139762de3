import { AzureError, type AzureErrorBody } from '../kernel/http.ts';

/** Azure Resource Manager's own refusals, in its own words as far as they are known. */
export const armErrors = {
  missingApiVersion: () =>
    refuse(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.',
    ),

  invalidApiVersion: (version: string, supported: readonly string[]) =>
    refuse(
      400,
      'InvalidApiVersionParameter',
      `The api-version '${version}' is invalid. The supported versions are '${supported.join(',')}'.`,
    ),

  noRegisteredProvider: (type: string, version: string, location: string, supported: readonly string[]) =>
    refuse(
      400,
      'NoRegisteredProviderFound',
      `No registered resource provider found for location '${location}' and API version '${version}' for type '${typeName(type)}'. The supported api-versions are '${supported.join(', ')}'.`,
    ),

  invalidResourceType: (type: string, version: string) =>
    refuse(
      404,
      'InvalidResourceType',
      `The resource type '${typeName(type)}' could not be found in the namespace '${namespaceOf(type)}' for api version '${version}'.`,
    ),

  invalidNamespace: (namespace: string) =>
    refuse(404, 'InvalidResourceNamespace', `The resource namespace '${namespace}' is invalid.`),

  notRegistered: (subscriptionId: string, namespace: string) =>
    refuse(
      409,
      'MissingSubscriptionRegistration',
      `The subscription is not registered to use namespace '${namespace}'. See https://aka.ms/rps-not-found for how to register subscriptions.`,
      {
        details: [
          {
            code: 'MissingSubscriptionRegistration',
            target: namespace,
            message: `The subscription '${subscriptionId}' is not registered to use namespace '${namespace}'.`,
          },
        ],
      },
    ),

  resourceNotFound: (type: string, names: readonly string[], resourceGroup: string | undefined) =>
    refuse(
      404,
      'ResourceNotFound',
      `The Resource '${type}/${names.join('/')}' under resource group '${resourceGroup ?? '<null>'}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
    ),

  parentNotFound: (type: string, name: string, parentName: string) =>
    refuse(
      404,
      'ParentResourceNotFound',
      `Failed to perform 'write' on resource(s) of type '${typeName(type)}', because the parent resource '${parentName}' of '${name}' could not be found.`,
    ),

  groupNotFound: (name: string) => refuse(404, 'ResourceGroupNotFound', `Resource group '${name}' could not be found.`),

  invalidGroupName: (name: string, wrong: string) =>
    refuse(
      400,
      'InvalidResourceGroup',
      `The provided resource group name '${name}' ${wrong} The name can only be a letter, digit, '-', '.', '(', ')' or '_'. For more details, visit https://aka.ms/ResourceGroupNamingRestrictions.`,
    ),

  groupBeingDeleted: (name: string) =>
    refuse(
      409,
      'ResourceGroupBeingDeleted',
      `The resource group '${name}' is in deprovisioning state and cannot perform this operation.`,
    ),

  beingDeleted: (id: string) =>
    refuse(409, 'Conflict', `The resource '${id}' is being deleted. Try again when it is gone.`, {}, true),

  subscriptionNotFound: (id: string) =>
    refuse(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`),

  malformedSubscription: (id: string) =>
    refuse(400, 'InvalidSubscriptionId', `The provided subscription identifier '${id}' is malformed or invalid.`),

  unsupportedMediaType: (type: string) =>
    refuse(
      415,
      'UnsupportedMediaType',
      `The content media type '${type}' is not supported. Only 'application/json' is supported.`,
    ),

  contentTooLarge: () =>
    refuse(413, 'RequestContentTooLarge', 'The request content size exceeds the maximum size of 4 MB.'),

  locationRequired: () => refuse(400, 'LocationRequired', 'The location property is required for this definition.'),

  locationUnavailable: (location: string, type: string, available: readonly string[]) =>
    refuse(
      400,
      'LocationNotAvailableForResourceType',
      `The provided location '${location}' is not available for resource type '${type}'. List of available regions for the resource type is '${available.join(',')}'.`,
    ),

  zonesNotSupported: (type: string, name: string, location: string) =>
    refuse(
      400,
      'LocationNotSupportAvailabilityZones',
      `The resource '${type}/${name}' does not support availability zones at location '${location}'.`,
    ),

  invalidZones: (type: string, name: string, wrong: readonly string[], location: string, zones: readonly string[]) =>
    refuse(
      400,
      'InvalidAvailabilityZone',
      `The zone(s) '${wrong.join(',')}' for resource '${type}/${name}' is not supported. The supported zones for location '${location}' are '${zones.join(',')}'`,
    ),

  locationChanged: (type: string, name: string, existing: string, wanted: string) =>
    refuse(
      409,
      'InvalidResourceLocation',
      `The resource '${name}' already exists in location '${existing}' in resource group. A resource with the same name cannot be created in location '${wanted}'. Please select a new resource name.`,
      { target: type },
    ),

  groupLocationChanged: (name: string, existing: string, wanted: string) =>
    refuse(
      409,
      'InvalidResourceGroupLocation',
      `Invalid resource group location '${wanted}'. The Resource group '${name}' already exists in location '${existing}'.`,
    ),

  invalidContent: (message: string) =>
    refuse(
      400,
      'InvalidRequestContent',
      `The request content was invalid and could not be deserialized: '${message}'.`,
    ),

  preconditionFailed: (id: string) =>
    refuse(
      412,
      'PreconditionFailed',
      // API Management's words, as its callers report them (Azure/apiops, several).
      /\/Microsoft\.ApiManagement\/service\/[^/]+\//i.test(id)
        ? 'Resource was modified since last retrieval.'
        : `The condition of If-Match or If-None-Match is not met for '${id}'.`,
    ),

  ifMatchRequired: () =>
    refuse(400, 'ValidationError', 'One or more fields contain incorrect values:', {
      details: [
        {
          code: 'ValidationError',
          target: 'If-Match',
          message: "Entity tag must be specified in the 'If-Match' header.",
        },
      ],
    }),

  scopeLocked: (id: string, action: string, locks: readonly string[]) =>
    refuse(
      409,
      'ScopeLocked',
      `The scope '${id}' cannot perform ${action} operation because following scope(s) are locked: '${locks.join(', ')}'. Please remove the lock and try again.`,
    ),

  invalidFilter: (filter: string) =>
    refuse(400, 'InvalidFilterInQueryString', `Invalid $filter '${filter}' specified in the query string.`),

  methodNotAllowed: (method: string, path: string) =>
    refuse(405, 'HttpMethodNotAllowed', `The HTTP method '${method}' is not supported for '${path}'.`),

  notFound: (path: string) =>
    refuse(404, 'NotFound', `No HTTP resource was found that matches the request path '${path}'.`),

  notImplemented: (what: string) => refuse(501, 'NotImplemented', `The twin does not implement ${what}.`),
} as const;

/** A refusal that comes from a resource provider and not from Azure Resource Manager: deployments wrap it. */
export class ProviderRefusal extends AzureError {}

/** An ARM error with its HTTP status. */
export function refuse(
  status: number,
  code: string,
  message: string,
  more: Partial<AzureErrorBody> = {},
  curedByTime?: boolean,
): AzureError {
  return new AzureError(status, { code, message, ...more }, {}, curedByTime);
}

/** `virtualNetworks/subnets` of `Microsoft.Network/virtualNetworks/subnets`. */
function typeName(type: string): string {
  return type.split('/').slice(1).join('/');
}

function namespaceOf(type: string): string {
  return type.split('/')[0] ?? type;
}
