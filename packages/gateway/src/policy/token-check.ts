import { choose, whenStatements } from './pieces.ts';
import { escapeAttribute, escapeText } from './xml.ts';
import { header, literal } from './pieces.ts';
import { refusal } from './refusal.ts';

/** Whose tokens are accepted. */
export interface TokenCheckOptions {
  readonly environmentName: string;
  readonly tenantId: string;
  readonly applicationClientId: string;
  /** Other applications that may call. */
  readonly callerClientIds: readonly string[];
}

/** Tokens of the tenant, for this application, asked for by it or by another that was named. */
export function tokenCheck(options: TokenCheckOptions): string {
  const { tenantId, applicationClientId, callerClientIds } = options;
  const callers = [applicationClientId, ...callerClientIds];
  return `    <validate-azure-ad-token tenant-id="${escapeAttribute(tenantId)}" header-name="Authorization" failed-validation-httpcode="401" failed-validation-error-message="The token is missing or not valid for this gateway." output-token-variable-name="token">
      <client-application-ids>
${callers.map((id) => `        <application-id>${escapeText(id)}</application-id>`).join('\n')}
      </client-application-ids>
      <audiences>
        <audience>${escapeText(applicationClientId)}</audience>
        <audience>api://${escapeText(applicationClientId)}</audience>
      </audiences>
    </validate-azure-ad-token>
${formCheck(options)}`;
}

/**
 * What every access token of Entra has and the validation does not ask for: the tenant, a beginning, and the client
 * under the name of its version. The tenant makes `oid` one person: the same one in another tenant is somebody else.
 */
function formCheck(options: TokenCheckOptions): string {
  return choose(
    whenStatements(
      `
        var token = (Jwt)context.Variables["token"];
        var client = token.Issuer.EndsWith("/v2.0") ? "azp" : "appid";
        var isWhole = new [] { "tid", "nbf", client }.All(name => token.Claims.ContainsKey(name) && token.Claims[name].Length == 1);
        return !isWhole || !token.Claims["tid"][0].Equals(${literal(options.tenantId)}, StringComparison.OrdinalIgnoreCase);
      `,
      invalidToken(options),
    ),
  );
}

/** The answer to a token that is missing or not valid. */
export function invalidToken({ environmentName, tenantId }: TokenCheckOptions): string {
  const challenge = `Bearer authorization_uri="https://login.microsoftonline.com/${tenantId}", error="invalid_token"`;
  return refusal(environmentName, {
    status: 401,
    code: 'invalid_token',
    message: 'Sign in again: the token is missing or not valid for this gateway.',
    headers: header('WWW-Authenticate', challenge),
  });
}
