import type { World } from '../../kernel/world.ts';
import { textAt } from '../common/json.ts';
import { rule } from '../common/rules.ts';
import type { WriteRequest } from '../type-definition.ts';
import { defineChild, serviceOf, validationError } from './child.ts';
import { displayNameRule } from './display-name.ts';

const PRODUCTS = 'facts/apim.md section 1.8';

const KEYS = { primaryKey: 1, secondaryKey: 2 } as const;

/** The key of a subscription: the one that was written, or the one the service made. */
export function subscriptionKey(world: World, id: string, member: keyof typeof KEYS): string {
  const subscription = world.store.get(id);
  return (
    subscription?.secrets[member] ??
    world.guid(`subscription-key-${KEYS[member]}:${id.toLowerCase()}`).replaceAll('-', '')
  );
}

/** Scopes are kept as full ids, however they were written. */
function fullScope({ id, properties }: Pick<WriteRequest, 'id' | 'properties'>): string {
  const scope = textAt(properties, 'scope') ?? '';
  return scope.startsWith('/subscriptions/') ? scope : `${serviceOf(id)}${scope}`;
}

export const subscriptions = defineChild({
  below: 'subscriptions',
  name: /^[^*#&+:<>?]{1,256}$/,
  secrets: ['primaryKey', 'secondaryKey'],
  rules: [
    displayNameRule('apim-subscription-display-name', 100),
    rule('apim-subscription-scope', PRODUCTS, (request, world) => {
      const scope = fullScope(request);
      const allApis = /\/service\/[^/]+\/apis\/?$/i.test(scope);
      return textAt(request.properties, 'scope') !== undefined && (allApis || world.store.has(scope))
        ? undefined
        : validationError(
            'scope',
            `Subscription scope should be one of '/apis', '/apis/{apiId}', '/products/{productId}': '${textAt(request.properties, 'scope') ?? ''}'.`,
          );
    }),
    rule('apim-subscription-state', PRODUCTS, ({ properties }) => {
      const state = textAt(properties, 'state');
      return state === undefined ||
        ['active', 'submitted', 'suspended', 'rejected', 'cancelled', 'expired'].includes(state)
        ? undefined
        : validationError('state', `The subscription state '${state}' is invalid.`);
    }),
    rule('apim-subscription-key-length', PRODUCTS, ({ properties }) => {
      const bad = Object.keys(KEYS).find((member) => {
        const key = textAt(properties, member);
        return key !== undefined && (key.length < 1 || key.length > 256);
      });
      return bad === undefined ? undefined : validationError(bad, `${bad} must have 1 to 256 characters.`);
    }),
  ],
  defaults: () => ({ state: 'submitted', allowTracing: false }),
  readOnly: ({ existing }, world) => ({
    createdDate: textAt(existing?.properties, 'createdDate') ?? new Date(world.clock.now).toISOString(),
  }),
  keep: (request) => ({ ...request.properties, scope: fullScope(request) }),
  actions: {
    listsecrets: ({ resource, world }) => ({
      status: 200,
      body: {
        primaryKey: subscriptionKey(world, resource.id, 'primaryKey'),
        secondaryKey: subscriptionKey(world, resource.id, 'secondaryKey'),
      },
    }),
    regenerateprimarykey: ({ resource, world }) => regenerate(world, resource.id, 'primaryKey'),
    regeneratesecondarykey: ({ resource, world }) => regenerate(world, resource.id, 'secondaryKey'),
  },
});

function regenerate(world: World, id: string, member: keyof typeof KEYS) {
  const subscription = world.store.get(id);
  if (subscription !== undefined) {
    const key = world
      .guid(`subscription-key-${KEYS[member]}:${id.toLowerCase()}:${world.store.version}`)
      .replaceAll('-', '');
    world.store.put({ ...subscription, secrets: { ...subscription.secrets, [member]: key } });
  }
  return { status: 204, wrote: true };
}
