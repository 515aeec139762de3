import type { Json, JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { nameOf, sameId } from '../common/ids.ts';
import { isTrueAt, numberAt, textAt, without } from '../common/json.ts';
import { refusal, rule } from '../common/rules.ts';
import { defineChild, serviceOf, validationError } from './child.ts';
import { displayNameRule } from './display-name.ts';
import { SERVICE } from './service-rules.ts';

const PRODUCTS = 'facts/apim.md section 1.8';

export const products = defineChild({
  below: 'products',
  name: /^[^*#&+:<>?]{1,256}$/,
  rules: [
    displayNameRule('apim-product-display-name', 300),
    rule('apim-product-approval', PRODUCTS, ({ properties }) =>
      properties['subscriptionRequired'] === false &&
      (isTrueAt(properties, 'approvalRequired') || numberAt(properties, 'subscriptionsLimit') !== undefined)
        ? validationError(
            'approvalRequired',
            'ApprovalRequired and SubscriptionsLimit can be set only when SubscriptionRequired is true.',
          )
        : undefined,
    ),
  ],
  defaults: ({ properties }) => ({
    subscriptionRequired: true,
    state: 'notPublished',
    ...(properties['subscriptionRequired'] === false ? {} : { approvalRequired: false }),
  }),
  // Azure/apiops#94.
  refuseDelete(product, world, query) {
    const subscribed = world.store
      .ofType(`${SERVICE}/subscriptions`)
      .some(({ properties }) => sameId(textAt(properties, 'scope'), product.id));
    if (!subscribed || query.get('deletesubscriptions') === 'true') return undefined;
    return refusal(
      400,
      'ValidationError',
      'Product cannot be deleted since it has existing subscriptions. Delete subscriptions before deleting the product or pass in deleteSubscriptions=true as query param',
    );
  },
  afterDelete(product, world) {
    for (const { id, properties } of world.store.ofType(`${SERVICE}/subscriptions`)) {
      if (sameId(textAt(properties, 'scope'), product.id)) world.store.delete(id);
    }
  },
});

function productLink(below: string, target: string, label: string) {
  return defineChild({
    below,
    ifMatchRequired: false,
    bodyOptional: true,
    headOnly: true,
    rules: [
      rule(`apim-product-${target}-exists`, PRODUCTS, ({ id, name }, world) =>
        world.store.has(`${serviceOf(id)}/${target}/${name}`) || BUILT_IN_GROUPS.includes(name)
          ? undefined
          : validationError('id', `${label} '${name}' could not be found.`),
      ),
    ],
    readOnly: ({ id, name }, world): JsonObject => linkedProperties(world, `${serviceOf(id)}/${target}/${name}`),
  });
}

/** Products that hold the API, by either kind of link. */
export function productsOf(world: World, service: Resource, api: Resource): readonly Resource[] {
  const root = api.id.replace(/;rev=.*$/i, '');
  const childrenOf = (below: string): readonly Resource[] =>
    world.store.below(service.id).filter(({ type }) => type.toLowerCase() === `${SERVICE}/${below}`.toLowerCase());
  const byName = childrenOf('products/apis').filter((link) => sameId(link.name, nameOf(root)));
  const byLink = childrenOf('products/apiLinks').filter((link) => sameId(textAt(link.properties, 'apiId'), root));
  const ids = new Set([...byName, ...byLink].map((link) => link.id.split('/').slice(0, 11).join('/').toLowerCase()));
  return childrenOf('products').filter((product) => ids.has(product.id.toLowerCase()));
}

const BUILT_IN_GROUPS = ['administrators', 'developers', 'guests'];

function linkedProperties(world: World, id: string): JsonObject {
  return without(world.store.get(id)?.properties ?? {}, ['provisioningState']);
}

export const productApis = productLink('products/apis', 'apis', 'API');
export const productGroups = productLink('products/groups', 'groups', 'Group');

export const productApiLinks = defineChild({
  below: 'products/apiLinks',
  ifMatchRequired: false,
  rules: [
    rule('apim-product-api-link-exists', PRODUCTS, ({ properties }, world) => {
      const apiId = textAt(properties, 'apiId') ?? '';
      return world.store.has(apiId)
        ? undefined
        : validationError('apiId', `API '${nameOf(apiId)}' could not be found.`);
    }),
    rule(
      'apim-product-api-link-once',
      'facts/apim.md section 1.1: 409 Link already exists',
      ({ id, parentId, properties }, world) => {
        const other = world.store
          .below(parentId)
          .find(
            (link) =>
              /\/apiLinks$/i.test(link.type) &&
              !sameId(link.id, id) &&
              sameId(textAt(link.properties, 'apiId'), textAt(properties, 'apiId')),
          );
        return other === undefined
          ? undefined
          : {
              ...validationError('apiId', 'Link already exists between specified Product and API.'),
              status: 409,
              code: 'ResourceAlreadyExists',
            };
      },
    ),
  ],
});

export const groups = defineChild({
  below: 'groups',
  name: /^[^*#&+:<>?]{1,256}$/,
  rules: [displayNameRule('apim-group-display-name', 300)],
  defaults: () => ({ type: 'custom', builtIn: false }),
});

export const tags = defineChild({
  below: 'tags',
  name: /^[^*#&+:<>?]{1,80}$/,
  rules: [displayNameRule('apim-tag-display-name', 160)],
});

/** A tag that an API bears. */
export const apiTags = defineChild({
  below: 'apis/tags',
  ifMatchRequired: false,
  bodyOptional: true,
  rules: [
    rule('apim-api-tag-exists', 'Azure REST reference, Tag - Assign To Api', ({ id, name }, world) =>
      world.store.has(`${serviceOf(id)}/tags/${name}`)
        ? undefined
        : validationError('id', `Tag '${name}' could not be found.`),
    ),
  ],
  readOnly: ({ id, name }, world): JsonObject => linkedProperties(world, `${serviceOf(id)}/tags/${name}`),
});

export const apiVersionSets = defineChild({
  below: 'apiVersionSets',
  name: /^[^*#&+:<>?]{1,80}$/,
  rules: [
    displayNameRule('apim-version-set-display-name', 100),
    rule('apim-version-set-scheme', 'facts/apim.md section 1.3', ({ properties }) => {
      const scheme = textAt(properties, 'versioningScheme') ?? '';
      const needed: Json | undefined =
        scheme === 'Query'
          ? properties['versionQueryName']
          : scheme === 'Header'
            ? properties['versionHeaderName']
            : '';
      return ['Segment', 'Query', 'Header'].includes(scheme) && needed !== undefined && needed !== null
        ? undefined
        : validationError(
            'versioningScheme',
            `The versioning scheme '${scheme}' is invalid, or lacks the name it needs.`,
          );
    }),
  ],
});
