import { nameOf } from '../common/ids.ts';
import { objectsAt, textAt, valueAt } from '../common/json.ts';
import { rule } from '../common/rules.ts';
import { defineChild, validationError } from './child.ts';
import { NO_IDENTITY, servicePrincipal } from './named-values.ts';

const BACKENDS = 'facts/apim.md section 1.5';

export const backends = defineChild({
  below: 'backends',
  name: /^[^*#&+:<>?]{1,80}$/,
  rules: [
    rule('apim-backend-url', BACKENDS, ({ properties }) => {
      if (textAt(properties, 'type')?.toLowerCase() === 'pool') return undefined;
      const url = textAt(properties, 'url') ?? '';
      return /^https?:\/\/[^\s/]+/.test(url) && url.length <= 2000
        ? undefined
        : validationError('url', `The URL '${url}' of the backend is invalid.`);
    }),
    rule('apim-backend-protocol', BACKENDS, ({ properties }) => {
      const protocol = textAt(properties, 'protocol');
      const isPool = textAt(properties, 'type')?.toLowerCase() === 'pool';
      return isPool || protocol === 'http' || protocol === 'soap'
        ? undefined
        : validationError('protocol', `The protocol '${protocol ?? ''}' of a backend must be http or soap.`);
    }),
    rule('apim-backend-circuit-breaker', BACKENDS, ({ properties }) =>
      objectsAt(properties, 'circuitBreaker.rules').length > 1
        ? validationError('circuitBreaker', 'A backend can have one circuit breaker rule only.')
        : undefined,
    ),
    rule('apim-backend-pool-members', BACKENDS, ({ parentId, properties }, world) => {
      const missing = objectsAt(properties, 'pool.services')
        .map((member) => textAt(member, 'id') ?? '')
        .map((id) => (id.startsWith('/subscriptions/') ? id : `${parentId}${id}`))
        .find(
          (id) => textAt(world.store.get(id)?.properties, 'type')?.toLowerCase() === 'pool' || !world.store.has(id),
        );
      return missing === undefined
        ? undefined
        : validationError('pool', `Backend with id '${nameOf(missing)}' could not be found, or is a pool itself.`);
    }),
    rule(
      'apim-backend-identity',
      'facts/apim.md section 0: credentials.managedIdentity',
      ({ id, properties }, world) => {
        const identity = valueAt(properties, 'credentials.managedIdentity');
        return identity === undefined ||
          identity === null ||
          servicePrincipal(world, id, textAt(identity, 'clientId')) !== undefined
          ? undefined
          : validationError('credentials.managedIdentity', NO_IDENTITY);
      },
    ),
  ],
  defaults: ({ properties }) =>
    textAt(properties, 'type')?.toLowerCase() === 'pool'
      ? {}
      : {
          type: 'Single',
          credentials: { query: {}, header: {} },
          tls: { validateCertificateChain: true, validateCertificateName: true },
        },
  actions: { reconnect: () => ({ status: 202 }) },
});
