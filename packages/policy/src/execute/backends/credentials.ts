import type { Backend } from '../../backend.ts';
import { withNamedValues } from '../../document/named-values.ts';
import type { NameValues } from '../header-list.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';

/** What a backend entity adds to each request: headers, query, authorization, a token of the gateway's identity. */
export async function applyCredentials(run: Run, backend: Backend, headers: NameValues, url: URL): Promise<void> {
  const filled = (text: string): string => withNamedValues(text, run.configuration.namedValues);
  for (const [name, values] of Object.entries(backend.headers ?? {})) headers.set(name, ...values.map(filled));
  for (const [name, values] of Object.entries(backend.query ?? {}))
    for (const value of values) url.searchParams.append(name, filled(value));
  if (backend.authorization !== undefined)
    headers.set('Authorization', `${backend.authorization.scheme} ${filled(backend.authorization.parameter)}`);
  const identity = backend.managedIdentity;
  if (identity !== undefined)
    headers.set('Authorization', `Bearer ${await identityToken(run, identity.resource, identity.clientId)}`);
}

/** A token of one of the gateway's identities. Throws PolicyError where there is none. */
export async function identityToken(run: Run, resource: string, clientId: string | undefined): Promise<string> {
  try {
    return await run.ports.managedIdentityToken(resource, clientId);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new PolicyError(
      'ManagedIdentityTokenFailed',
      `Failed to get a token of the managed identity for ${resource}: ${cause}`,
    );
  }
}
