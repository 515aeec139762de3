import { choose, when } from './pieces.ts';
import { escapeAttribute } from './xml.ts';

/** Foundry's audience, for models of every format: the one that API Management's own documentation uses. */
const FOUNDRY_AUDIENCE = 'https://cognitiveservices.azure.com';

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
}

/** Takes away what proves who the caller is, and proves instead who the gateway is. */
export function toBackend({ backendId, gatewayClientId }: BackendOptions): string {
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
    `    <set-backend-service backend-id="${escapeAttribute(backendId)}" />`,
    `    <authentication-managed-identity resource="${FOUNDRY_AUDIENCE}" client-id="${escapeAttribute(gatewayClientId)}" />`,
  ].join('\n');
}

/** An answer that is not buffered reaches the caller word by word. */
export function forwarding(): string {
  return '    <forward-request timeout="240" buffer-response="false" />';
}
