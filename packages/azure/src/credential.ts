import type { Agent } from 'node:https';
import type { AccessToken, GetTokenOptions, PipelinePolicy, TokenCredential } from './azure-core.ts';
import { createTransport } from './http.ts';
import { SignInError } from './sign-in-error.ts';
import { createGitHubTokenSource, hasGitHubToken, type GitHubTokenOptions } from './github-token.ts';

export interface CredentialOptions extends GitHubTokenOptions {
  readonly tenantId: string;
  readonly clientId: string;
}

/** The credential, and which kind it is: the log says whose rights a run uses. */
export interface RunCredential extends TokenCredential {
  readonly kind: 'github-oidc' | 'ambient';
}

/**
 * The credential of a run. In a GitHub job with `id-token: write`, GitHub's token is exchanged whenever Azure's is needed,
 * so that it works hours into a job; elsewhere the ambient credential (`az login`, or Azure's `AZURE_*` variables).
 * @azure/identity is loaded on first use, while GitHub's token is already on its way.
 */
export function createCredential(options: CredentialOptions): RunCredential {
  if (!hasGitHubToken(options.env)) return lazyCredential('ambient', () => ambientCredential(options.tenantId));
  const getAssertion = createGitHubTokenSource(options);
  return lazyCredential('github-oidc', async () => {
    const early = getAssertion();
    // Its failure is met by the exchange below, which asks again.
    early.catch(() => undefined);
    const { ClientAssertionCredential } = await import('./identity.ts');
    const credential = new ClientAssertionCredential(options.tenantId, options.clientId, getAssertion, {
      additionalPolicies: [{ policy: withAgent(createTransport(options.env).agent), position: 'perCall' }],
    });
    return { getToken: (scopes, tokenOptions) => signIn(credential, getAssertion, scopes, tokenOptions) };
  });
}

/** Sends through an agent of ours, which proxies by itself: the SDK's proxy agents need not be loaded then. */
function withAgent(agent: Agent): PipelinePolicy {
  return {
    name: 'withAgent',
    sendRequest: (request, next) => {
      request.agent = agent;
      return next(request);
    },
  };
}

/** A missing token of GitHub is told as it is; whatever Entra refuses, together with what the token says. */
async function signIn(
  credential: TokenCredential,
  getAssertion: () => Promise<string>,
  scopes: string | string[],
  options?: GetTokenOptions,
): Promise<AccessToken | null> {
  const assertion = await getAssertion();
  try {
    return await credential.getToken(scopes, options);
  } catch (error) {
    throw error instanceof Error && error.name !== 'AbortError' ? new SignInError(error, assertion) : error;
  }
}

async function ambientCredential(tenantId: string): Promise<TokenCredential> {
  const { AzureCliCredential, ChainedTokenCredential, EnvironmentCredential, ManagedIdentityCredential } =
    await import('./identity.ts');
  const tenant = tenantId === '' ? {} : { tenantId };
  return new ChainedTokenCredential(
    new EnvironmentCredential(),
    new AzureCliCredential(tenant),
    new ManagedIdentityCredential(),
  );
}

function lazyCredential(kind: RunCredential['kind'], load: () => Promise<TokenCredential>): RunCredential {
  let loaded: Promise<TokenCredential> | undefined;
  return {
    kind,
    async getToken(scopes: string | string[], options?: GetTokenOptions): Promise<AccessToken | null> {
      loaded ??= load();
      return (await loaded).getToken(scopes, options);
    },
  };
}
