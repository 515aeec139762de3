import { Resolver } from 'node:dns/promises';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';
import { spokeApplicationClientId } from '@lz/action';
import { fetchText } from '@lz/azure';
import { askPublicly, type PublicAnswer } from './public-client.ts';
import { CheckFailed, type SmokeCheck } from './run-check.ts';
import type { SmokeRun } from './smoke-test.ts';

const NETWORK_VERSION = '2025-05-01';
const RETRIES = 8;

/** What a browser meets: connection, certificate, health, configuration, sign-in. */
export function publicFaceChecks(run: SmokeRun): readonly SmokeCheck[] {
  const { exposure } = run.environment.spoke;
  if (exposure.kind !== 'app-gateway') return [];
  const { hostname } = exposure;
  const ask = (path: string, scheme?: 'http' | 'https') => askIngress(run, hostname, path, scheme);
  return [
    { name: 'public DNS', attempt: () => publicDns(run, hostname) },
    { name: 'certificate', attempt: async () => certificate(run, hostname, await ask('/health')), retries: RETRIES },
    { name: 'HTTP redirect', attempt: async () => redirect(hostname, await ask('/', 'http')) },
    { name: 'health', attempt: async () => health(await ask('/health')), retries: RETRIES },
    { name: 'configuration', attempt: async () => configuration(await ask('/api/config')) },
    { name: 'no open door', attempt: async () => modelsRefused(await ask('/api/models')) },
    { name: 'sign-in redirect', attempt: async () => signIn(run, hostname, await ask('/oauth/oidc/login')) },
  ];
}

async function askIngress(run: SmokeRun, hostname: string, path: string, scheme?: 'http' | 'https') {
  return await askPublicly(
    { address: await ingressAddress(run), hostname, path, ...(scheme === undefined ? {} : { scheme }) },
    process.env,
  );
}

async function ingressAddress({ azure, names }: SmokeRun): Promise<string> {
  const address = await azure.get<{ properties: { ipAddress?: string } }>(
    names.spoke.ingressPublicIpId,
    NETWORK_VERSION,
  );
  if (address.properties.ipAddress === undefined) {
    throw new CheckFailed('the ingress has no public address', 'Run deploy-spoke.');
  }
  return address.properties.ipAddress;
}

/** The record is the one thing that only the domain's owner can make, so its absence is a warning. */
async function publicDns(run: SmokeRun, hostname: string) {
  const address = await ingressAddress(run);
  const found: readonly string[] = await new Resolver({ timeout: 2000, tries: 1 }).resolve4(hostname).catch(() => []);
  if (found.includes(address)) return { detail: `${hostname} is ${address}` };
  return {
    warning: `${hostname} ${found.length === 0 ? 'is not in public DNS' : `points to ${found.join(', ')}`}`,
    leftToDo: `Make the DNS record: ${hostname}. A ${address}`,
  };
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
  const { exposure } = run.environment.spoke;
  const selfSigned = exposure.kind === 'app-gateway' && exposure.certificate.kind === 'self-signed';
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
    throw new CheckFailed(`answered ${status}`, 'Open WebUI is not up yet, or Application Gateway cannot reach it.');
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
