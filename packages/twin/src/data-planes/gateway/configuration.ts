import {
  backendOf,
  type CallContext,
  type DocumentsByScope,
  type GatewayConfiguration,
  type PolicyText,
} from '@lz/policy';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { namedValueText } from '../../providers/api-management/named-values.ts';
import { descriptionOf, schemasOf } from './operation-description.ts';
import { SERVICE } from '../../providers/api-management/service.ts';
import { isTrueAt, textAt, textsAt } from '../../providers/common/json.ts';

function childrenOf(world: World, service: Resource, below: string): readonly Resource[] {
  const type = `${SERVICE}/${below}`.toLowerCase();
  return world.store.below(service.id).filter((item) => item.type.toLowerCase() === type);
}

/** What policies of a service refer to, as the store has it now. */
export function configurationOf(world: World, service: Resource): GatewayConfiguration {
  return {
    backends: new Map(childrenOf(world, service, 'backends').map((item) => [item.name, backendOf(item.properties)])),
    fragments: new Map(
      childrenOf(world, service, 'policyFragments').flatMap((item) => entry(item.name, documentIn(item))),
    ),
    namedValues: new Map(
      childrenOf(world, service, 'namedValues').flatMap((item) =>
        entry(textAt(item.properties, 'displayName') ?? item.name, namedValueText(world, item.id)),
      ),
    ),
  };
}

function entry<T>(name: string, value: T | undefined): readonly (readonly [string, T])[] {
  return value === undefined ? [] : [[name, value]];
}

/** The document of a policy or fragment. */
function documentIn(resource: Resource | undefined): PolicyText | undefined {
  const text = textAt(resource?.properties, 'value');
  if (text === undefined) return undefined;
  return { text, format: textAt(resource?.properties, 'format')?.startsWith('raw') === true ? 'rawxml' : 'xml' };
}

/** The documents of each scope that a request passes through. */
export function documentsOf(
  world: World,
  service: Resource,
  parts: {
    readonly product?: Resource | undefined;
    readonly api?: Resource | undefined;
    readonly operation?: Resource | undefined;
  },
): DocumentsByScope {
  const at = (scope: keyof DocumentsByScope, resource: Resource | undefined): DocumentsByScope => {
    const document = resource === undefined ? undefined : documentIn(world.store.get(`${resource.id}/policies/policy`));
    return document === undefined ? {} : { [scope]: document };
  };
  return {
    ...at('global', service),
    ...at('product', parts.product),
    ...at('api', parts.api),
    ...at('operation', parts.operation),
  };
}

/** `context` of a request, from the resources it was matched with. */
export function contextOf(
  world: World,
  service: Resource,
  parts: {
    readonly api?: Resource | undefined;
    readonly operation?: Resource | undefined;
    readonly product?: Resource | undefined;
    readonly subscription?: Resource | undefined;
    readonly key?: string | undefined;
  },
): CallContext {
  const { api, operation, product, subscription, key } = parts;
  return {
    deployment: {
      region: service.location ?? '',
      serviceName: service.name,
      serviceId: service.name,
      gatewayId: 'managed',
    },
    ...(api === undefined ? {} : { api: { ...apiContext(api), schemas: schemasOf(world, api, 'apis/schemas') } }),
    schemas: schemasOf(world, service, 'schemas'),
    ...(operation === undefined
      ? {}
      : {
          operation: {
            id: operation.name,
            name: textAt(operation.properties, 'displayName') ?? operation.name,
            method: textAt(operation.properties, 'method') ?? '',
            urlTemplate: textAt(operation.properties, 'urlTemplate') ?? '',
            ...descriptionOf(operation),
          },
        }),
    ...(product === undefined
      ? {}
      : {
          product: {
            id: product.name,
            name: textAt(product.properties, 'displayName') ?? product.name,
            subscriptionRequired: product.properties['subscriptionRequired'] !== false,
            approvalRequired: isTrueAt(product.properties, 'approvalRequired'),
            state: textAt(product.properties, 'state') ?? 'notPublished',
          },
        }),
    ...(subscription === undefined
      ? {}
      : {
          subscription: {
            id: subscription.name,
            name: textAt(subscription.properties, 'displayName') ?? subscription.name,
            ...(key === undefined ? {} : { key }),
            createdDate: new Date(subscription.createdAt).toISOString(),
          },
        }),
  };
}

function apiContext(api: Resource): NonNullable<CallContext['api']> {
  const serviceUrl = textAt(api.properties, 'serviceUrl');
  const version = textAt(api.properties, 'apiVersion');
  return {
    id: api.name.replace(/;rev=.*$/i, ''),
    name: textAt(api.properties, 'displayName') ?? api.name,
    path: textAt(api.properties, 'path') ?? '',
    protocols: textsAt(api.properties, 'protocols'),
    revision: textAt(api.properties, 'apiRevision') ?? '1',
    isCurrentRevision: !/;rev=/i.test(api.id),
    subscriptionKeyParameterNames: {
      header: textAt(api.properties, 'subscriptionKeyParameterNames.header') ?? 'Ocp-Apim-Subscription-Key',
      query: textAt(api.properties, 'subscriptionKeyParameterNames.query') ?? 'subscription-key',
    },
    ...(serviceUrl === undefined || serviceUrl === '' ? {} : { serviceUrl }),
    ...(version === undefined ? {} : { version }),
  };
}
