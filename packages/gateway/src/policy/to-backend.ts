import { FOUNDRY_AUDIENCE } from '@lz/config';
import { choose, when } from './pieces.ts';
import { escapeAttribute } from './xml.ts';

/** What of a caller's request must never reach the models. `Authorization` is replaced, not only taken away. */
const SECRET_HEADERS = ['Cookie', 'api-key', 'Ocp-Apim-Subscription-Key', 'Proxy-Authorization'];

/** Headers by which some servers take another method than the one that was checked. */
const OVERRIDING_HEADERS = ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'];

/** Parameters that hold a key, or name a model that nobody has checked. */
const TAKEN_PARAMETERS = ['subscription-key', 'api-key', 'access_token', 'model', 'deployment'];

/** Where the request goes, and as whom. */
export interface BackendOptions {
  readonly backendId: string;
  readonly gatewayClientId: string;
  /** How many backends the pool has; absent where there is one backend alone. */
  readonly poolMembers?: number;
}

/**
 * Takes away what proves who the caller is, and proves instead who the gateway is. The members of a pool may be of several
 * owners: each has credentials of its own, and no token is ever shown to another.
 */
export function toBackend({ backendId, gatewayClientId, poolMembers }: BackendOptions): string {
  return [
    ...[...SECRET_HEADERS, ...OVERRIDING_HEADERS].map(
      (name) => `    <set-header name="${name}" exists-action="delete" />`,
    ),
    choose(
      when(
        'context.Request.Url.QueryString != ""',
        TAKEN_PARAMETERS.map((name) => `        <set-query-parameter name="${name}" exists-action="delete" />`).join(
          '\n',
        ),
      ),
    ),
    `    ${setBackend(backendId)}`,
    poolMembers === undefined
      ? `    <authentication-managed-identity resource="${FOUNDRY_AUDIENCE}" client-id="${escapeAttribute(gatewayClientId)}" />`
      : '    <set-header name="Authorization" exists-action="delete" />',
  ].join('\n');
}

function setBackend(id: string): string {
  return `<set-backend-service backend-id="${escapeAttribute(id)}" />`;
}

/**
 * An answer that is not buffered reaches the caller word by word. A pool is asked again while its members are busy or away,
 * which the head of an answer tells: once its first words have gone to the caller, nothing is asked again.
 */
export function forwarding({ backendId, poolMembers }: BackendOptions): string {
  if (poolMembers === undefined) return '    <forward-request timeout="240" buffer-response="false" />';
  const again =
    '@(context.Response == null || context.Response.StatusCode == 429 || context.Response.StatusCode == 503)';
  return `    <retry condition="${escapeAttribute(again)}" count="${poolMembers - 1}" interval="1" first-fast-retry="true">
      ${setBackend(backendId)}
      <forward-request timeout="240" buffer-request-body="true" buffer-response="false" />
    </retry>`;
}
