import { isJsonObject, parseJson, type Json } from './json.ts';

/** One error as ARM, Graph and most Azure services write it. */
export interface AzureErrorDetail {
  readonly code: string;
  readonly message: string;
  readonly target?: string;
  readonly details: readonly AzureErrorDetail[];
}

/** What an {@link AzureRequestError} is made of. */
export interface AzureRequestErrorInit extends AzureErrorDetail {
  /** HTTP status; 0 where no answer came back at all. */
  readonly status: number;
  readonly method: string;
  readonly url: string;
  readonly correlationId?: string;
  readonly cause?: unknown;
}

/** A request that Azure refused, or that got no usable answer within the retry budget. */
export class AzureRequestError extends Error {
  override readonly name = 'AzureRequestError';
  readonly status: number;
  readonly code: string;
  readonly details: readonly AzureErrorDetail[];
  readonly target: string | undefined;
  readonly method: string;
  /** Without its query: a query may carry a token. */
  readonly url: string;
  readonly correlationId: string | undefined;

  constructor(init: AzureRequestErrorInit) {
    super(init.message, { cause: init.cause });
    this.status = init.status;
    this.code = init.code;
    this.details = init.details;
    this.target = init.target;
    this.method = init.method;
    this.url = init.url.split('?')[0] ?? init.url;
    this.correlationId = init.correlationId;
  }
}

/** Whether `error` is an {@link AzureRequestError}, optionally with one of these codes (compared without case). */
export function isAzureError(error: unknown, ...codes: readonly string[]): error is AzureRequestError {
  if (!(error instanceof AzureRequestError)) return false;
  return codes.length === 0 || codes.some((code) => code.toLowerCase() === error.code.toLowerCase());
}

/**
 * Reads `{error: {code, message, details}}` in the shapes that are met: ARM's, Graph's (`innerError`), OData's (`message`
 * as `{value}`), Entra's token endpoint (`error`, `error_description`), a bare `{code, message}`, and a message that is
 * itself such a body as text. Answers undefined where there is none.
 */
export function parseErrorBody(body: Json | undefined): AzureErrorDetail | undefined {
  if (!isJsonObject(body)) return undefined;
  if (typeof body['error'] === 'string') {
    return { code: body['error'], message: text(body['error_description']) ?? body['error'], details: [] };
  }
  const error = isJsonObject(body['error']) ? body['error'] : body;
  const code = text(error['code']) ?? text(error['Code']);
  const message = text(error['message']) ?? text(error['Message']);
  if (code === undefined && message === undefined) return undefined;
  const target = text(error['target']);
  const details = Array.isArray(error['details']) ? (error['details'] as readonly Json[]) : [];
  const parsed = details.map((detail) => parseErrorBody(detail)).filter((detail) => detail !== undefined);
  const inner = parsed.length === 0 && message !== undefined ? parseErrorInText(message) : undefined;
  return {
    code: code ?? 'Unknown',
    message: message ?? '',
    ...(target === undefined ? {} : { target }),
    details: inner === undefined ? parsed : [inner],
  };
}

/** An error body written as text into another one's message: resource providers do so. */
export function parseErrorInText(message: string): AzureErrorDetail | undefined {
  const start = message.indexOf('{');
  const end = message.lastIndexOf('}');
  if (start === -1 || end <= start) return undefined;
  return parseErrorBody(parseJson(message.slice(start, end + 1)));
}

/** The innermost errors: what really went wrong, below "At least one resource deployment operation failed". */
export function innermostErrors(error: AzureErrorDetail): readonly AzureErrorDetail[] {
  return error.details.length === 0 ? [error] : error.details.flatMap(innermostErrors);
}

function text(value: Json | undefined): string | undefined {
  if (typeof value === 'string') return value === '' ? undefined : value;
  if (isJsonObject(value)) return text(value['value']);
  return undefined;
}
