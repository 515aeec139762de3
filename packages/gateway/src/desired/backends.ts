import { FOUNDRY_AUDIENCE, type BackendAuthentication, type Environment, type Names } from '@lz/config';
import { API_MANAGEMENT_VERSION, type DesiredResource, type GatewayFacts } from './resource.ts';

/** Names of the backends of an environment. Its own Foundry stands alone under the first, in a pool under `member`. */
export function backendIds({ gateway }: Names) {
  const own = gateway.backendId;
  return {
    own,
    member: `${own}--own`,
    pool: `${own}--pool`,
    contentSafety: `${own}--content-safety`,
    embeddings: `${own}--embeddings`,
    further: (name: string): string => `${own}--${name}`,
  };
}

/** Every backend of the environment; members stand before their pool. */
export function desiredBackends(
  environment: Environment,
  names: Names,
  facts: Pick<GatewayFacts, 'gatewayClientId'>,
): readonly DesiredResource[] {
  const { contentSafety, semanticCache } = environment.api;
  const ids = backendIds(names);
  const { foundry } = names.spoke;
  const foundryAccess = credentialsOf({ kind: 'managed-identity', audience: FOUNDRY_AUDIENCE }, names, '', facts);
  return [
    ...modelBackends(environment, names, facts),
    ...(contentSafety === undefined
      ? []
      : [
          backend(names, ids.contentSafety, {
            url: contentSafety.endpoint ?? `https://${foundry}.cognitiveservices.azure.com`,
            credentials: foundryAccess,
          }),
        ]),
    ...(semanticCache === undefined
      ? []
      : [
          backend(names, ids.embeddings, {
            url: `https://${foundry}.openai.azure.com/openai/deployments/${semanticCache.embeddings}/embeddings`,
            credentials: foundryAccess,
          }),
        ]),
  ];
}

/**
 * One backend has no circuit breaker: Foundry answers 429 for one model at a time, and an open circuit would answer 503
 * for all of them while nobody else could serve. With others, a busy or unreachable backend is left alone for as long as
 * it asks, and the next one serves.
 */
function modelBackends(
  { api }: Environment,
  names: Names,
  facts: Pick<GatewayFacts, 'gatewayClientId'>,
): readonly DesiredResource[] {
  const ids = backendIds(names);
  const url = `${names.spoke.foundryEndpoint}/openai/v1`;
  const alone = backend(names, ids.own, { url });
  if (api.backends.length === 0) return [alone];
  const own = { ...api.ownBackend, id: ids.member, url, credentials: ownCredentials(facts) };
  const further = api.backends.map(({ name, priority, weight, url: address, authentication }) => ({
    ...{ id: ids.further(name), priority, weight, url: address },
    credentials: credentialsOf(authentication, names, name, facts),
  }));
  const members = [own, ...further];
  return [
    alone,
    ...members.map(({ id, url: address, credentials }) =>
      backend(names, id, { url: address, credentials, circuitBreaker: CIRCUIT_BREAKER }),
    ),
    pool(
      names,
      members.map(({ id, priority, weight }) => ({ id, priority, weight })),
    ),
  ];
}

/** One failure is enough: the retry that follows must go elsewhere. */
const CIRCUIT_BREAKER = {
  rules: [
    {
      name: 'busy-or-away',
      failureCondition: {
        count: 1,
        interval: 'PT1M',
        statusCodeRanges: [
          { min: 429, max: 429 },
          { min: 502, max: 504 },
        ],
        errorReasons: ['BackendConnectionFailure', 'Timeout'],
      },
      tripDuration: 'PT30S',
      acceptRetryAfter: true,
    },
  ],
};

function backend({ hub }: Names, id: string, properties: Readonly<Record<string, unknown>>): DesiredResource {
  return {
    title: `backend ${id}`,
    id: `${hub.apimId}/backends/${id}`,
    apiVersion: API_MANAGEMENT_VERSION,
    properties: {
      protocol: 'http',
      tls: { validateCertificateChain: true, validateCertificateName: true },
      ...properties,
    },
  };
}

function pool(
  names: Names,
  members: readonly { readonly id: string; readonly priority: number; readonly weight: number }[],
): DesiredResource {
  const id = backendIds(names).pool;
  return {
    title: `backend pool ${id}`,
    id: `${names.hub.apimId}/backends/${id}`,
    apiVersion: API_MANAGEMENT_VERSION,
    properties: {
      type: 'Pool',
      pool: { services: members.map((member) => ({ ...member, id: `${names.hub.apimId}/backends/${member.id}` })) },
    },
  };
}

function ownCredentials({ gatewayClientId }: Pick<GatewayFacts, 'gatewayClientId'>) {
  return { managedIdentity: { resource: FOUNDRY_AUDIENCE, clientId: gatewayClientId } };
}

/** What a member sends by itself: its token is for it alone, and a key is known to the gateway as a named value. */
function credentialsOf(
  authentication: BackendAuthentication,
  names: Names,
  name: string,
  { gatewayClientId }: Pick<GatewayFacts, 'gatewayClientId'>,
) {
  return authentication.kind === 'managed-identity'
    ? { managedIdentity: { resource: authentication.audience, clientId: gatewayClientId } }
    : { authorization: { scheme: 'Bearer', parameter: `{{${backendKeyName(names, name)}}}` } };
}

/** The named value that holds the key of a backend. */
export function backendKeyName({ gateway }: Names, name: string): string {
  return `${gateway.backendId}--${name}--key`;
}
