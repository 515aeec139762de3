import type { JsonWebKey } from 'node:crypto';
import type { PolicyElement } from '../../document/policy-document.ts';
import { jwtObject, type DecodedJwt } from '../../expressions/values/jwt.ts';
import { valueText } from '../../expressions/values/text.ts';
import { TokenRefused, type RequiredClaim } from '../jwt-validation.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';
import { listed } from './handler.ts';

/** The token that the request carries, by header, query parameter or value. Throws TokenRefused where there is none. */
export async function tokenOfRequest(run: Run, element: PolicyElement): Promise<string> {
  const value = await run.text(element, 'token-value');
  if (value !== undefined) return present(value);
  const query = await run.text(element, 'query-parameter-name');
  if (query !== undefined) return present(run.url.searchParams.get(query) ?? '');
  const header = (await run.text(element, 'header-name')) ?? 'Authorization';
  const content = run.requestHeaders.all(header);
  const [first = ''] = content;
  // Two tokens in one request: nobody could say which of them counts.
  if (content.length > 1) throw new TokenRefused('TokenNotPresent', 'JWT not present.');
  const scheme =
    (await run.text(element, 'require-scheme')) ?? (header.toLowerCase() === 'authorization' ? 'Bearer' : undefined);
  if (scheme === undefined) return present(first.replace(/^Bearer\s+/i, ''));
  const match = /^(\S+)\s+(\S+)\s*$/.exec(first);
  if (match?.[1]?.toLowerCase() !== scheme.toLowerCase()) throw new TokenRefused('TokenNotPresent', 'JWT not present.');
  return present(match[2] ?? '');
}

function present(token: string): string {
  if (token.trim() === '') throw new TokenRefused('TokenNotPresent', 'JWT not present.');
  return token.trim();
}

/** Runs a validation; a refused token becomes the answer that the policy's attributes describe. */
export async function guarded(run: Run, element: PolicyElement, check: () => Promise<DecodedJwt>): Promise<void> {
  try {
    const token = await check();
    run.setVariable(element.attributes.get('output-token-variable-name')?.text, jwtObject(token));
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    const status = (await run.whole(element, 'failed-validation-httpcode')) ?? 401;
    const message = await run.text(element, 'failed-validation-error-message');
    throw new PolicyError(error.reason, error.message, { status, publicMessage: message ?? error.message });
  }
}

/** Texts of `list/name`, expressions evaluated. */
export async function texts(run: Run, element: PolicyElement, list: string, name: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const each of listed(element, list, name)) found.push(valueText(await run.content(each)));
  return found;
}

export async function requiredClaims(run: Run, element: PolicyElement): Promise<readonly RequiredClaim[]> {
  const claims: RequiredClaim[] = [];
  for (const claim of listed(element, 'required-claims', 'claim')) {
    const values: string[] = [];
    for (const value of claim.children) values.push(valueText(await run.content(value)));
    claims.push({
      name: await run.required(claim, 'name'),
      match: (await run.text(claim, 'match')) === 'any' ? 'any' : 'all',
      separator: await run.text(claim, 'separator'),
      values,
    });
  }
  return claims;
}

/** Issuer and keys of an OpenID provider. */
export interface Provider {
  readonly issuer: string;
  readonly keys: readonly JsonWebKey[];
}

/** Reads an OpenID configuration and its key set. */
export async function fetchProvider(run: Run, url: string): Promise<Provider> {
  const configuration = await fetchObject(run, url);
  const { issuer, jwks_uri: keysUrl } = configuration as { issuer?: unknown; jwks_uri?: unknown };
  if (typeof issuer !== 'string' || typeof keysUrl !== 'string')
    throw unavailable(url, 'issuer or jwks_uri is missing');
  const { keys } = (await fetchObject(run, keysUrl)) as { keys?: unknown };
  if (!Array.isArray(keys)) throw unavailable(keysUrl, 'it holds no keys');
  return { issuer, keys: keys as JsonWebKey[] };
}

async function fetchObject(run: Run, url: string): Promise<object> {
  try {
    const document = await run.ports.fetchJson(url);
    if (typeof document === 'object' && document !== null) return document;
  } catch (error) {
    throw unavailable(url, error instanceof Error ? error.message : String(error));
  }
  throw unavailable(url, 'it is no JSON object');
}

function unavailable(url: string, cause: string): PolicyError {
  return new PolicyError('OpenIdConfigurationUnavailable', `Unable to obtain configuration from '${url}': ${cause}.`);
}
