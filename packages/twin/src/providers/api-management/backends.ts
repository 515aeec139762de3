import { sameId } from '../common/ids.ts';
import { textAt, valueAt } from '../common/json.ts';
import { rule } from '../common/rules.ts';
import { circuitBreakerRules, isPool, memberIds, poolRules } from './backend-rules.ts';
import { defineChild, serviceOf, validationError } from './child.ts';
import { NO_IDENTITY, servicePrincipal } from './named-values.ts';

const BACKENDS = 'facts/apim.md section 1.5';

export const backends = defineChild({
  below: 'backends',
  name: /^[^*#&+:<>?]{1,80}$/,
  rules: [
    rule('apim-backend-url', BACKENDS, ({ properties }) => {
      if (isPool(properties)) return undefined;
      const url = textAt(properties, 'url') ?? '';
      return /^https?:\/\/[^\s/]+/.test(url) && url.length <= 2000
        ? undefined
        : validationError('url', `The URL '${url}' of the backend is invalid.`);
    }),
    rule('apim-backend-protocol', BACKENDS, ({ properties }) => {
      const protocol = textAt(properties, 'protocol');
      return isPool(properties) || protocol === 'http' || protocol === 'soap'
        ? undefined
        : validationError('protocol', `The protocol '${protocol ?? ''}' of a backend must be http or soap.`);
    }),
    ...circuitBreakerRules,
    ...poolRules,
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
    isPool(properties)
      ? {}
      : {
          type: 'Single',
          credentials: { query: {}, header: {} },
          tls: { validateCertificateChain: true, validateCertificateName: true },
        },
  // Assumption: what a pool or a policy names has to be taken out of it first, as for named values.
  refuseDelete(backend, world) {
    const serviceId = serviceOf(backend.id);
    const user = world.store
      .below(serviceId)
      .find(
        ({ type, properties }) =>
          (/\/backends$/i.test(type) && memberIds(serviceId, properties).some((id) => sameId(id, backend.id))) ||
          (/\/(?:policies|policyFragments)$/i.test(type) &&
            (textAt(properties, 'value') ?? '').includes(`backend-id="${backend.name}"`)),
      );
    return user === undefined
      ? undefined
      : validationError('id', `Backend '${backend.name}' is used by ${user.id} and cannot be deleted.`);
  },
  actions: { reconnect: () => ({ status: 202 }) },
});
