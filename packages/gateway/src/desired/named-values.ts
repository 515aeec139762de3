import type { Environment, NamedValue, Names } from '@lz/config';
import { backendKeyName } from './backends.ts';
import { API_MANAGEMENT_VERSION, type DesiredResource, type GatewayFacts } from './resource.ts';

/** What the gateway calls a named value of the environment: names are one space for all spokes of a gateway. */
export function namedValueId({ gateway }: Names, name: string): string {
  return `${gateway.apiId}--${name}`;
}

/** The named values of fragments, and those that hold the keys of backends. */
export function desiredNamedValues(
  { api }: Environment,
  names: Names,
  facts: Pick<GatewayFacts, 'gatewayClientId'>,
): readonly DesiredResource[] {
  const keys = api.backends.flatMap(({ name, authentication }) =>
    authentication.kind === 'api-key'
      ? [[backendKeyName(names, name), { secretId: authentication.secretId }] as const]
      : [],
  );
  const ofFragments = Object.entries(api.namedValues).map(
    ([name, value]) => [namedValueId(names, name), value] as const,
  );
  return [...keys, ...ofFragments].map(([id, value]) => namedValue(names, id, value, facts));
}

// baseline: Azure.APIM.EncryptValues suppressed: a text of the environment file lies in a repository anyway; the file takes
//   a secret as an address in a Key Vault alone.
/** A secret is read by the gateway's identity from the Key Vault; nobody here ever sees it. */
function namedValue(
  { hub }: Names,
  id: string,
  value: NamedValue,
  { gatewayClientId }: Pick<GatewayFacts, 'gatewayClientId'>,
): DesiredResource {
  const content =
    'text' in value
      ? { secret: false, value: value.text }
      : { secret: true, keyVault: { secretIdentifier: value.secretId, identityClientId: gatewayClientId } };
  return {
    title: `named value ${id}`,
    id: `${hub.apimId}/namedValues/${id}`,
    apiVersion: API_MANAGEMENT_VERSION,
    properties: { displayName: id, ...content },
  };
}
