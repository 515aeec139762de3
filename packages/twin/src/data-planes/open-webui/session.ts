import { SignJWT, jwtVerify } from 'jose';
import type { TwinRequest } from '../../kernel/http.ts';
import type { DataPlanePorts } from '../ports.ts';
import { accountsOf, type Accounts, type OAuthSession, type User } from './accounts.ts';
import { cookie, cookiesOf } from './cookies.ts';
import { askForTokens, type TokenAnswer } from './provider.ts';
import { MESSAGES, WebUiError, type WebUi } from './web-ui.ts';

const UNIT_SECONDS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, w: 604_800 };

/** A token is renewed when fewer milliseconds than this remain (facts/openwebui.md section 2.3). */
const RENEWAL_MS = 300_000;

/** Keeps the tokens and answers the cookies of a session: `token`, `oauth_session_id`, and the ID token if that is set. */
export async function issueSession(
  webUi: WebUi,
  accounts: Accounts,
  user: User,
  tokens: TokenAnswer | undefined,
): Promise<readonly string[]> {
  const { settings, world } = webUi;
  const maxAge = lifeOf(settings.text('JWT_EXPIRES_IN', '4w'));
  const token = cookie(settings, 'token', await issueToken(webUi, user, maxAge), { httpOnly: false, maxAge });
  if (tokens === undefined) return [token];
  const session: OAuthSession = {
    id: world.guid(`oauth-session:${webUi.id.toLowerCase()}:${accounts.sessions.size}`),
    userId: user.id,
    ...keep(webUi, tokens),
  };
  accounts.sessions.set(session.id, session);
  const idToken = settings.flag('ENABLE_OAUTH_ID_TOKEN_COOKIE', true) ? tokens.id_token : undefined;
  return [
    token,
    ...(idToken === undefined ? [] : [cookie(settings, 'oauth_id_token', idToken, { httpOnly: true, maxAge })]),
    cookie(settings, 'oauth_session_id', session.id, { httpOnly: true, maxAge }),
  ];
}

/** Who sends a request: by the header, else by the cookie. Throws 401 for nobody, and for those who still wait. */
export async function requireUser(webUi: WebUi, request: TwinRequest): Promise<User> {
  const header = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  const token = header ?? cookiesOf(request).get('token');
  if (token === undefined) throw new WebUiError(401, 'Not authenticated');
  const id = await userIdIn(webUi, token);
  const user = accountsOf(webUi).users.get(id ?? '');
  if (user === undefined)
    throw new WebUiError(401, 'Your session has expired or the token is invalid. Please sign in again.');
  return user;
}

/** The same for what only users and administrators may do. */
export async function requireVerified(webUi: WebUi, request: TwinRequest): Promise<User> {
  const user = await requireUser(webUi, request);
  if (user.role === 'pending') throw new WebUiError(401, MESSAGES.prohibited);
  return user;
}

/**
 * The person's access token for calls in the person's name, renewed when it is about to end; undefined without a session
 * of this very user, and where renewal fails: then the session is gone (facts/openwebui.md section 2.3).
 */
export async function personToken(
  webUi: WebUi,
  user: User,
  request: TwinRequest,
  ports: DataPlanePorts,
): Promise<string | undefined> {
  const { sessions } = accountsOf(webUi);
  const session = sessions.get(cookiesOf(request).get('oauth_session_id') ?? '');
  if (session?.userId !== user.id) return undefined;
  if (session.expiresAt - webUi.world.clock.now > RENEWAL_MS) return session.accessToken;
  const renewed = await renew(webUi, session, ports);
  if (renewed === undefined) sessions.delete(session.id);
  return renewed;
}

async function renew(webUi: WebUi, session: OAuthSession, ports: DataPlanePorts): Promise<string | undefined> {
  const { oidc, flag } = webUi.settings;
  if (oidc === undefined || session.refreshToken === undefined) return undefined;
  try {
    const scope = flag('OAUTH_REFRESH_TOKEN_INCLUDE_SCOPE', false) ? { scope: oidc.scopes } : {};
    const grant = { grant_type: 'refresh_token', refresh_token: session.refreshToken, ...scope };
    Object.assign(session, keep(webUi, await askForTokens(webUi, oidc, ports, grant)));
    return session.accessToken;
  } catch {
    // Logged there, and the call goes out without a token.
    return undefined;
  }
}

function keep(webUi: WebUi, tokens: TokenAnswer): Pick<OAuthSession, 'accessToken' | 'refreshToken' | 'expiresAt'> {
  return {
    accessToken: tokens.access_token,
    refreshToken: tokens.refresh_token,
    expiresAt: webUi.world.clock.now + tokens.expires_in * 1000,
  };
}

async function issueToken({ world, settings }: WebUi, user: User, life: number | undefined): Promise<string> {
  const jwt = new SignJWT({ id: user.id, jti: world.guid(`jwt:${user.id}:${world.clock.now}`) });
  if (life !== undefined) jwt.setExpirationTime(Math.floor(world.clock.now / 1000) + life);
  return await jwt.setProtectedHeader({ alg: 'HS256', typ: 'JWT' }).sign(keyOf(settings.secretKey));
}

async function userIdIn({ world, settings }: WebUi, token: string): Promise<string | undefined> {
  try {
    const options = { algorithms: ['HS256'], currentDate: new Date(world.clock.now) };
    const { payload } = await jwtVerify(token, keyOf(settings.secretKey), options);
    return typeof payload['id'] === 'string' ? payload['id'] : undefined;
  } catch {
    return undefined;
  }
}

function keyOf(secretKey: string): Uint8Array {
  return new TextEncoder().encode(secretKey);
}

/** Seconds of `12h`, `4w`; undefined for a token that never ends (`-1`, `0`). */
function lifeOf(text: string): number | undefined {
  if (text === '-1' || text === '0') return undefined;
  const [, amount = '4', unit = 'w'] = /^(\d+)([smhdw])$/.exec(text) ?? [];
  return Number(amount) * (UNIT_SECONDS[unit] ?? 1);
}
