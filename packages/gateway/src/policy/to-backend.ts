import { escapeAttribute } from './xml.ts';

/** Foundry's audience, for models of every format: the one that API Management's own documentation uses. */
const FOUNDRY_AUDIENCE = 'https://cognitiveservices.azure.com';

/** What of a caller's request must never reach the models. `Authorization` is replaced, not only taken away. */
const SECRET_HEADERS = ['Cookie', 'api-key', 'Ocp-Apim-Subscription-Key'];

/** Where the request goes, and as whom. */
export interface BackendOptions {
  readonly backendId: string;
  readonly gatewayClientId: string;
}

/** Takes away what proves who the caller is, and proves instead who the gateway is. */
export function toBackend({ backendId, gatewayClientId }: BackendOptions): string {
  return [
    ...SECRET_HEADERS.map((name) => `    <set-header name="${name}" exists-action="delete" />`),
    `    <set-backend-service backend-id="${escapeAttribute(backendId)}" />`,
    `    <authentication-managed-identity resource="${FOUNDRY_AUDIENCE}" client-id="${escapeAttribute(gatewayClientId)}" />`,
  ].join('\n');
}

/** An answer that is not buffered reaches the caller word by word. */
export function forwarding(): string {
  return '    <forward-request timeout="240" buffer-response="false" />';
}
