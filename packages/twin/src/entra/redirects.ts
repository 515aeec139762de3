import { EntraError } from './aadsts.ts';
import type { Application } from './model.ts';
import type { Proof } from './client-authentication.ts';

/** The platform on which a redirect URI is registered: it alone decides whether a client is public. */
export type Platform = 'web' | 'spa' | 'publicClient';

/**
 * The platform of `redirectUri`, or AADSTS50011. A URI on several platforms counts as `web`: which one wins is not
 * documented, and the strictest reading fails where a tenant might (facts/azure.md section 3).
 */
export function platformOf(application: Application, redirectUri: string): Platform {
  for (const platform of ['web', 'spa', 'publicClient'] as const)
    if (application.redirectUris[platform].some((registered) => redirects(registered, redirectUri, platform)))
      return platform;
  throw new EntraError(
    50011,
    'invalid_request',
    `The redirect URI '${redirectUri}' specified in the request does not match the redirect URIs configured for the ` +
      `application '${application.appId}'. Make sure the redirect URI sent in the request matches one added to your ` +
      'application in the Azure portal. Navigate to https://aka.ms/redirectUriMismatchError to learn more about how to troubleshoot this.',
  );
}

/** Whether a client of `platform` may redeem a code or a refresh token with `proof`: AADSTS7000218, 700025, 9002327. */
export function checkProof(platform: Platform, proof: Proof, origin: string | undefined): void {
  if (platform === 'web' && proof === 'none')
    throw new EntraError(
      7000218,
      'invalid_client',
      "The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",
    );
  if (platform !== 'web' && proof !== 'none')
    throw new EntraError(
      700025,
      'invalid_client',
      "Client is public so neither 'client_assertion' nor 'client_secret' should be presented.",
    );
  if (platform === 'spa' && origin === undefined)
    throw new EntraError(
      9002327,
      'invalid_request',
      "Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
}

/** Exact match; a public client's `http://localhost` is matched on any port (RFC 8252). */
function redirects(registered: string, asked: string, platform: Platform): boolean {
  if (registered === asked) return true;
  if (platform !== 'publicClient' || !URL.canParse(registered) || !URL.canParse(asked)) return false;
  const [a, b] = [new URL(registered), new URL(asked)];
  return (
    a.hostname === 'localhost' &&
    a.protocol === 'http:' &&
    b.protocol === 'http:' &&
    b.hostname === 'localhost' &&
    a.pathname === b.pathname
  );
}
