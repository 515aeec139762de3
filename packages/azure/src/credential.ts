import type { Agent } from 'node:https';
import type { AccessToken, GetTokenOptions, PipelinePolicy, TokenCredential } from './azure-core.ts';
import { createTransport } from './http.ts';
import { SignInError } from './sign-in-error.ts';
import { createGitHubTokenSource, hasGitHubToken, type GitHubTokenOptions } from './github-token.ts';

/** The tenant, and the client id of the identity that trusts GitHub. */
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
      additionalPolicies: [
        { policy: withAgent(createTransport(options.env).agent), position: 'perCall' },
        { policy: tellRetries(options.onRetry), position: 'perRetry' },
      ],
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

/** Tells the repetitions that the SDK makes by itself, so that they count like all others. */
function tellRetries(onRetry: CredentialOptions['onRetry']): PipelinePolicy {
  const failures = new WeakMap<object, { readonly status: number; readonly code: string; readonly at: number }>();
  return {
    name: 'tellRetries',
    sendRequest: async (request, next) => {
      const failure = failures.get(request);
      if (failure !== undefined) {
        const delayMs = Math.round(performance.now() - failure.at);
        const { status, code } = failure;
        onRetry?.({ method: request.method, path: new URL(request.url).pathname, status, code, delayMs });
      }
      const note = (status: number, code: string): void => {
        failures.set(request, { status, code, at: performance.now() });
      };
      try {
        const response = await next(request);
        note(response.status, `HTTP ${response.status}`);
        return response;
      } catch (error) {
        note(0, error instanceof Error && 'code' in error ? String(error.code) : 'ConnectionFailed');
        throw error;
      }
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
