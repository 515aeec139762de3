import { json } from '../kernel/http.ts';
import type { TwinHost, TwinRequest, TwinResponse } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import { gitHubSigner } from '../entra/keys.ts';
import { perWorld } from '../entra/per-world.ts';
import { GITHUB_ISSUER } from '../entra/seed.ts';
import { realClockOf } from '../entra/access-token.ts';
import { claimsOf } from './claims.ts';
import type { JobContext } from './job-context.ts';

/** Life of a job's token in seconds (facts/workflows.md section 2). */
export const GITHUB_TOKEN_SECONDS = 300;

/** What GitHub's runner hands to a job that was granted `id-token: write`. */
export interface JobCredentials {
  /** `ACTIONS_ID_TOKEN_REQUEST_URL`; the client appends `&audience=…`. */
  readonly requestUrl: string;
  /** `ACTIONS_ID_TOKEN_REQUEST_TOKEN`, valid as long as the job. */
  readonly requestToken: string;
}

const RUNNER_HOST = 'run.actions.githubusercontent.com';

interface Jobs {
  readonly byToken: Map<string, JobContext>;
  tokens: number;
}

const jobsOf = perWorld((): Jobs => ({ byToken: new Map(), tokens: 0 }));

/** Real time of issue of GitHub's tokens, by `jti`. */
export const gitHubIssuedAtOf: (world: World) => Map<string, number> = perWorld(() => new Map<string, number>());

/** Lets a job ask for tokens with the claims of `context`. Registering the same job again gives new credentials. */
export function registerJob(world: World, context: JobContext): JobCredentials {
  const jobs = jobsOf(world);
  const number = jobs.byToken.size + 1;
  const requestToken = Buffer.from(world.guid(`job-token:${number}`)).toString('base64url');
  jobs.byToken.set(requestToken, context);
  const job = world.guid(`job:${number}`);
  return {
    requestUrl: `https://${RUNNER_HOST}/${number}/idtoken/${context.runId}/${job}?api-version=2.0`,
    requestToken,
  };
}

/** GitHub's OIDC issuer and the endpoint at which a running job asks for a token. */
export function gitHubHosts(world: World): readonly TwinHost[] {
  return [
    {
      name: 'GitHub OIDC issuer',
      serves: (host) => host === new URL(GITHUB_ISSUER).hostname,
      handle: (request) => handleIssuer(request),
    },
    {
      name: 'GitHub OIDC request endpoint',
      serves: (host) => host === RUNNER_HOST || host.endsWith(`.${RUNNER_HOST}`),
      handle: (request) => handleRequest(world, request),
    },
  ];
}

async function handleIssuer(request: TwinRequest): Promise<TwinResponse> {
  if (request.method !== 'GET') return json(405, { message: 'Method not allowed' });
  switch (request.url.pathname) {
    case '/.well-known/openid-configuration':
      return json(200, discovery());
    case '/.well-known/jwks':
      return json(200, (await gitHubSigner()).jwks);
    default:
      return json(404, { message: 'Not found' });
  }
}

async function handleRequest(world: World, request: TwinRequest): Promise<TwinResponse> {
  if (request.method !== 'GET') return json(405, { message: 'Method not allowed' });
  const bearer = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const context = bearer === undefined ? undefined : jobsOf(world).byToken.get(bearer);
  if (context === undefined) return json(401, { message: 'The request token is not of a running job.' });
  return json(200, { value: await mint(world, context, request.url.searchParams.get('audience')) });
}

async function mint(world: World, context: JobContext, audience: string | null): Promise<string> {
  const jobs = jobsOf(world);
  jobs.tokens += 1;
  const jti = world.guid(`github-token:${jobs.tokens}`);
  const issuedAt = Math.floor(world.clock.now / 1000);
  const [owner = ''] = context.repository.split('/');
  gitHubIssuedAtOf(world).set(jti, realClockOf(world).now());
  return (await gitHubSigner()).sign({
    ...claimsOf(context),
    iss: GITHUB_ISSUER,
    aud: audience ?? `https://github.com/${owner}`,
    jti,
    iat: issuedAt,
    // GitHub's tokens are valid from some minutes before their issue, against clocks that run behind.
    nbf: issuedAt - 600,
    exp: issuedAt + GITHUB_TOKEN_SECONDS,
  });
}

function discovery() {
  return {
    issuer: GITHUB_ISSUER,
    jwks_uri: `${GITHUB_ISSUER}/.well-known/jwks`,
    subject_types_supported: ['public', 'pairwise'],
    response_types_supported: ['id_token'],
    claims_supported: [
      'sub',
      'aud',
      'exp',
      'iat',
      'iss',
      'jti',
      'nbf',
      'ref',
      'sha',
      'repository',
      'repository_id',
      'repository_owner',
      'repository_owner_id',
      'enterprise',
      'enterprise_id',
      'run_id',
      'run_number',
      'run_attempt',
      'actor',
      'actor_id',
      'workflow',
      'workflow_ref',
      'workflow_sha',
      'head_ref',
      'base_ref',
      'event_name',
      'ref_type',
      'ref_protected',
      'environment',
      'environment_node_id',
      'job_workflow_ref',
      'job_workflow_sha',
      'repository_visibility',
      'runner_environment',
      'issuer_scope',
      'check_run_id',
    ],
    id_token_signing_alg_values_supported: ['RS256'],
    scopes_supported: ['openid'],
  };
}
