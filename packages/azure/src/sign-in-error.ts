import { isJsonObject, parseJson } from './json.ts';

/** What Entra ID compares with the federated credential; none of it is secret. */
export interface AssertionClaims {
  readonly issuer: string;
  readonly subject: string;
  readonly audience: string;
}

/** Entra ID refused the sign-in. Says what GitHub's token claims, since that is what has to be registered. */
export class SignInError extends Error {
  override readonly name = 'SignInError';
  /** `AADSTS…`, or `SignInFailed` where Entra's answer names none. */
  readonly code: string;
  readonly claims: AssertionClaims | undefined;

  constructor(cause: Error, assertion: string | undefined) {
    const claims = assertion === undefined ? undefined : readClaims(assertion);
    const said =
      claims === undefined
        ? ''
        : ` GitHub's token has the issuer ${claims.issuer}, the subject ${claims.subject} and the audience ${claims.audience}.`;
    super(`${firstLine(cause.message)}${said}`, { cause });
    this.code = /\bAADSTS\d+\b/.exec(cause.message)?.[0] ?? 'SignInFailed';
    this.claims = claims;
  }

  /** The command that registers exactly what the token says, where that is what is missing. */
  registration(clientId: string): string | undefined {
    if (this.claims === undefined || !/^AADSTS(70021|700211|700212|700213|7002138)$/.test(this.code)) return undefined;
    const { issuer, subject, audience } = this.claims;
    const parameters = JSON.stringify({ name: 'github', issuer, subject, audiences: [audience] });
    return `az ad app federated-credential create --id ${clientId} --parameters '${parameters}' (of a managed identity: az identity federated-credential create --identity-name <name> -g <group> --name github --issuer ${issuer} --subject ${subject} --audiences ${audience})`;
  }
}

function readClaims(assertion: string): AssertionClaims | undefined {
  const payload = parseJson(Buffer.from(assertion.split('.')[1] ?? '', 'base64url').toString('utf8'));
  if (!isJsonObject(payload)) return undefined;
  const { iss, sub, aud } = payload;
  if (typeof iss !== 'string' || typeof sub !== 'string' || typeof aud !== 'string') return undefined;
  return { issuer: iss, subject: sub, audience: aud };
}

/** Entra appends trace ids and time stamps on further lines, and MSAL its own words before the code. */
function firstLine(message: string): string {
  const start = Math.max(0, message.search(/\bAADSTS\d+/));
  return (message.slice(start).split(/\r?\n| Trace ID:/)[0] ?? message).trim();
}
