import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { spokeApplicationClientId, spokeHostname } from '@lz/action';
import { fetchText } from '@lz/azure';
import { privateFaceChecks } from './private-face.ts';
import { askPublicly, type PublicAnswer } from './public-client.ts';
import { faceAddress, publicDns, recordIsOurs } from './public-dns.ts';
import { CheckFailed, type SmokeCheck } from './run-check.ts';
import type { SmokeRun } from './smoke-test.ts';

const RETRIES = 8;

/** What a browser meets: name, connection, certificate, health, configuration, sign-in. */
export async function publicFaceChecks(run: SmokeRun): Promise<readonly SmokeCheck[]> {
  const { exposure } = run.environment.spoke;
  if (exposure.kind === 'private') return privateFaceChecks(run);
  const hostname = await spokeHostname(run);
  if (hostname === undefined) return [{ name: 'public face', attempt: () => Promise.reject(notDeployed()) }];
  const ask = (path: string, scheme?: 'http' | 'https') => askFace(run, hostname, path, scheme);
  const before: readonly SmokeCheck[] = [
    { name: 'public DNS', attempt: () => publicDns(run, hostname), retries: recordIsOurs(run) ? RETRIES : 0 },
    { name: 'certificate', attempt: async () => certificate(run, hostname, await ask('/health')), retries: RETRIES },
    { name: 'HTTP redirect', attempt: async () => redirect(hostname, await ask('/', 'http')) },
  ];
  if (await keepsUsOut(run, ask)) return [...before, { name: 'allowed addresses', attempt: keptOut }];
  return [
    ...before,
    { name: 'health', attempt: async () => health(await ask('/health')), retries: RETRIES },
    { name: 'configuration', attempt: async () => configuration(await ask('/api/config')) },
    { name: 'no open door', attempt: async () => modelsRefused(await ask('/api/models')) },
    { name: 'sign-in redirect', attempt: async () => signIn(run, hostname, await ask('/oauth/oidc/login')) },
  ];
}

function notDeployed(): CheckFailed {
  return new CheckFailed('the spoke is not deployed', 'Run deploy-spoke.');
}

async function askFace(run: SmokeRun, hostname: string, path: string, scheme?: 'http' | 'https') {
  const address = await faceAddress(run);
  return await askPublicly({ address, hostname, path, ...(scheme === undefined ? {} : { scheme }) }, process.env);
}

/** Where only some addresses are allowed, this runner may not be among them: being refused is then what must happen. */
async function keepsUsOut(run: SmokeRun, ask: (path: string) => Promise<PublicAnswer>): Promise<boolean> {
  const { exposure } = run.environment.spoke;
  if (exposure.kind !== 'container-app' || exposure.allowedAddresses.length === 0) return false;
  return (await ask('/health').catch(() => undefined))?.status === 403;
}

function keptOut() {
  return Promise.resolve({
    unseen:
      'this machine is not among the allowed addresses, and is refused with 403; what the app answers to others was not tried',
  });
}

function certificate(run: SmokeRun, hostname: string, { certificate: shown, trusted }: PublicAnswer) {
  if (shown === undefined) throw new CheckFailed('no certificate was shown', 'Run deploy-spoke.');
  const mismatch = checkServerIdentity(hostname, shown);
  if (mismatch !== undefined) throw new CheckFailed(mismatch.message, 'Use a certificate for this host name.');
  if (new Date(shown.valid_to) < new Date()) {
    throw new CheckFailed(
      `expired on ${shown.valid_to}`,
      'Renew the certificate in Key Vault; for a trial one run deploy-spoke.',
    );
  }
  const selfSigned = run.environment.spoke.exposure.certificate?.kind === 'self-signed';
  if (!trusted && !selfSigned) {
    throw new CheckFailed('no known authority vouches for it', 'Put the whole chain into the PFX.');
  }
  return { detail: `for ${nameOf(shown)} until ${shown.valid_to}${trusted ? '' : ', self-signed'}` };
}

function nameOf({ subject }: PeerCertificate): string {
  return [subject.CN].flat().join(', ');
}

function redirect(hostname: string, { status, headers }: PublicAnswer) {
  const location = String(headers['location'] ?? '');
  if (![301, 302, 307, 308].includes(status) || !location.startsWith(`https://${hostname}`)) {
    throw new CheckFailed(`http answered ${status} ${location}`, 'Run deploy-spoke: port 80 must only redirect.');
  }
  return { detail: `${status} to ${location}` };
}

function health({ status, body }: PublicAnswer) {
  // Unknown paths answer the app's shell with 200, so the content counts.
  if (status !== 200 || parse(body)?.['status'] !== true) {
    throw new CheckFailed(`answered ${status}`, 'Open WebUI is not up yet, or its ingress cannot reach it.');
  }
  return { detail: '200' };
}

function configuration({ status, body }: PublicAnswer) {
  const config = parse(body);
  const providers = Object.keys(record(record(config?.['oauth'])['providers']));
  const features = record(config?.['features']);
  const open = ['enable_login_form', 'enable_signup', 'enable_ldap'].filter((name) => features[name] === true);
  if (status !== 200 || !providers.includes('oidc') || open.length > 0) {
    throw new CheckFailed(
      status !== 200
        ? `answered ${status}`
        : `sign-in by ${providers.join(', ') || 'nobody'}${open.length === 0 ? '' : `; open: ${open.join(', ')}`}`,
      'Look for variables in `spoke.openWebUI.environment` that change sign-in, then run deploy-spoke.',
    );
  }
  return { detail: `version ${String(config?.['version'])}, sign-in by Entra ID alone` };
}

function modelsRefused({ status }: PublicAnswer) {
  if (status !== 401) throw new CheckFailed(`/api/models answered ${status} to nobody`, 'WEBUI_AUTH must stay on.');
  return { detail: '/api/models answers 401 without a session' };
}

/** The very redirect that a person's browser gets: tenant, client, scope, redirect URI, PKCE, and a safe cookie. */
async function signIn(run: SmokeRun, hostname: string, { status, headers }: PublicAnswer) {
  const location = String(headers['location'] ?? '');
  if (status !== 302 || !URL.canParse(location)) {
    throw new CheckFailed(
      `answered ${status}`,
      status === 404
        ? 'Open WebUI has no OpenID provider: its OAUTH_* variables are incomplete.'
        : 'Open WebUI cannot reach Entra ID.',
    );
  }
  const url = new URL(location);
  const clientId = await applicationClientId(run);
  const scopes = url.searchParams.get('scope')?.split(' ') ?? [];
  const cookies = [headers['set-cookie'] ?? []].flat();
  const wrong = [
    [
      url.host === 'login.microsoftonline.com' && url.pathname.startsWith(`/${run.tenantId}/`),
      `tenant in ${url.host}${url.pathname}`,
    ],
    [url.searchParams.get('client_id') === clientId, 'client_id'],
    [url.searchParams.get('redirect_uri') === `https://${hostname}/oauth/oidc/callback`, 'redirect_uri'],
    [scopes.includes(`${clientId}/access_as_user`) && scopes.includes('offline_access'), 'scope'],
    [url.searchParams.get('code_challenge_method') === 'S256', 'code_challenge_method'],
    [
      cookies.some((cookie) => cookie.startsWith('owui-session=') && /;\s*secure/i.test(cookie)),
      'the session cookie is not Secure',
    ],
  ].flatMap(([holds, name]) => (holds === true ? [] : [String(name)]));
  if (wrong.length > 0) {
    throw new CheckFailed(
      `wrong: ${wrong.join(', ')} (${location})`,
      'Run deploy-spoke: it sets sign-in from the environment file.',
    );
  }
  const page = await fetchText(location, process.env);
  const refusal = /AADSTS\d+[^<"]{0,160}/.exec(page)?.[0];
  if (refusal !== undefined)
    throw new CheckFailed(refusal, 'Run deploy-spoke: it sets the redirect URI of the application.');
  return { detail: `Entra ID takes it: client ${clientId}, PKCE` };
}

async function applicationClientId(run: SmokeRun): Promise<string> {
  const clientId = await spokeApplicationClientId(run);
  if (clientId === undefined) throw new CheckFailed('the spoke is not deployed', 'Run deploy-spoke.');
  return clientId;
}

function parse(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return record(JSON.parse(body));
  } catch {
    return undefined;
  }
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}
