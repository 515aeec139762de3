import { claimValues, type DecodedJwt } from '../../expressions/values/jwt.ts';
import { TokenRefused, validateToken } from '../jwt-validation.ts';
import type { Handler } from './handler.ts';
import { fetchProvider, guarded, requiredClaims, texts, tokenOfRequest } from './token-source.ts';

const LOGIN = 'https://login.microsoftonline.com';

/**
 * `validate-azure-ad-token`: tokens of one Entra tenant, version 1 or 2. `backend-application-ids` are audiences,
 * `client-application-ids` are compared with `azp` (version 2) or `appid` (version 1).
 */
export const validateAzureAdToken: Handler = async (run, element) => {
  await guarded(run, element, async () => {
    const text = await tokenOfRequest(run, element);
    const tenant = tenantName(await run.required(element, 'tenant-id'));
    const authority = ((await run.text(element, 'authentication-endpoint')) ?? LOGIN).replace(/\/$/, '');
    const provider = await fetchProvider(run, `${authority}/${tenant}/v2.0/.well-known/openid-configuration`);
    const backends = await texts(run, element, 'backend-application-ids', 'application-id');
    const token = validateToken(text, {
      keys: provider.keys,
      issuers: [],
      audiences: [
        ...(await texts(run, element, 'audiences', 'audience')),
        ...backends,
        ...backends.map((id) => `api://${id}`),
      ],
      requiredClaims: await requiredClaims(run, element),
      requireExpiration: true,
      requireSignature: true,
      // Entra always writes it.
      requireKeyId: true,
      clockSkewMs: 0,
      now: run.ports.now(),
    });
    checkIssuer(token, provider.issuer, authority);
    checkClient(token, await texts(run, element, 'client-application-ids', 'application-id'));
    return token;
  });
};

/** A tenant may be given as GUID, domain or URL. */
function tenantName(tenant: string): string {
  return tenant.replace(/^https:\/\/[^/]+\//, '').replace(/\/.*$/, '');
}

/** Both versions of tokens are accepted: they differ in issuer. `{tenantid}` stands in the issuer of `common`. */
function checkIssuer(token: DecodedJwt, issuer: string, authority: string): void {
  const tenant = claimValues(token.payload, 'tid')[0] ?? '';
  const own = issuer.replace('{tenantid}', tenant);
  const id = /([0-9a-f-]{36})/i.exec(own)?.[1] ?? tenant;
  const allowed = [own, `https://sts.windows.net/${id}/`, `${authority}/${id}/v2.0`];
  const found = textClaim(token, 'iss') ?? '';
  if (!allowed.includes(found))
    throw new TokenRefused('TokenIssuerNotAllowed', `IDX10205: Issuer validation failed. Issuer: '${found}'.`);
}

/** A claim that must be one text: of a list nobody could say which item counts. */
function textClaim({ payload }: DecodedJwt, name: string): string | undefined {
  const value = Object.hasOwn(payload, name) ? payload[name] : undefined;
  return typeof value === 'string' ? value : undefined;
}

function checkClient(token: DecodedJwt, allowed: readonly string[]): void {
  if (allowed.length === 0) return;
  // Each version has a name of its own for it: an ID token has neither.
  const client = textClaim(token, textClaim(token, 'iss')?.endsWith('/v2.0') === true ? 'azp' : 'appid');
  if (client !== undefined && allowed.some((id) => id.toLowerCase() === client.toLowerCase())) return;
  throw new TokenRefused('TokenClientApplicationNotAllowed', `Client application ID '${client ?? ''}' is not allowed.`);
}
