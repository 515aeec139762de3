import { AzureClient, type AzureClientOptions, type TokenCredential } from '../../src/index.ts';
import type { AzureServer } from './azure-server.ts';

export const SUBSCRIPTION = '/subscriptions/11111111-1111-1111-1111-111111111111';

/** A credential whose token names the scope that it is for. */
export const credential: TokenCredential = {
  getToken: (scopes) =>
    Promise.resolve({ token: `token for ${String(scopes)}`, expiresOnTimestamp: Date.now() + 3_600_000 }),
};

/** A client of the stand-in server that waits a millisecond wherever Azure would let it wait. */
export function clientOf(server: AzureServer, options: Partial<AzureClientOptions> = {}): AzureClient {
  return new AzureClient({ credential, env: {}, httpClient: server.httpClient, pollIntervalMs: 1, ...options });
}
