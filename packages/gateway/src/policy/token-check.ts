import { escapeAttribute, escapeText } from './xml.ts';

/** Whose tokens are accepted. */
export interface TokenCheckOptions {
  readonly tenantId: string;
  readonly applicationClientId: string;
  /** Other applications that may call. */
  readonly callerClientIds: readonly string[];
}

/** Tokens of the tenant, for this application, asked for by it or by another that was named. */
export function tokenCheck({ tenantId, applicationClientId, callerClientIds }: TokenCheckOptions): string {
  const callers = [applicationClientId, ...callerClientIds];
  return `    <validate-azure-ad-token tenant-id="${escapeAttribute(tenantId)}" header-name="Authorization" failed-validation-httpcode="401" failed-validation-error-message="The token is missing or not valid for this gateway." output-token-variable-name="token">
      <client-application-ids>
${callers.map((id) => `        <application-id>${escapeText(id)}</application-id>`).join('\n')}
      </client-application-ids>
      <audiences>
        <audience>${escapeText(applicationClientId)}</audience>
        <audience>api://${escapeText(applicationClientId)}</audience>
      </audiences>
    </validate-azure-ad-token>`;
}
