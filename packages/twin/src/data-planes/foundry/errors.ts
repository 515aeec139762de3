import type { TwinResponse } from '../../kernel/http.ts';

/** A refusal of Foundry's data plane, in its shape `{error: {code, message}}`. */
export class FoundryError extends Error {
  override readonly name = 'FoundryError';
  readonly response: TwinResponse;

  constructor(status: number, code: string, message: string, more: { readonly curedByTime?: boolean } = {}) {
    super(`${code}: ${message}`);
    this.response = { status, body: { error: { code, message } }, wrote: false, ...more };
  }
}

/** A request that OpenAI's own API would refuse. */
export function invalidRequest(message: string, param: string | null, code: string | null = null): FoundryError {
  const error = new FoundryError(400, code ?? 'invalid_request_error', message);
  return Object.assign(error, {
    response: { status: 400, body: { error: { message, type: 'invalid_request_error', param, code } }, wrote: false },
  });
}

export const DEPLOYMENT_NOT_FOUND =
  'The API deployment for this resource does not exist. If you created the deployment within the last 5 minutes, please wait a moment and try again.';
