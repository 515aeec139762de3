import { json } from '../../kernel/http.ts';
import type { TwinResponse } from '../../kernel/http.ts';

/** Key Vault's data plane says no. */
export class VaultError extends Error {
  override readonly name = 'VaultError';
  readonly status: number;
  readonly code: string;
  /** `ForbiddenByRbac`, `ForbiddenByConnection`, … */
  readonly inner: string | undefined;
  readonly headers: Readonly<Record<string, string>>;
  readonly curedByTime: boolean;

  constructor(
    status: number,
    code: string,
    message: string,
    more: {
      readonly inner?: string;
      readonly headers?: Readonly<Record<string, string>>;
      readonly curedByTime?: boolean;
    } = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.inner = more.inner;
    this.headers = more.headers ?? {};
    this.curedByTime = more.curedByTime === true;
  }
}

/** The error as Key Vault answers it. */
export function vaultErrorResponse(error: VaultError): TwinResponse {
  const { code, message, inner } = error;
  const body = { error: { code, message, ...(inner === undefined ? {} : { innererror: { code: inner } }) } };
  return {
    ...json(error.status, body, error.headers),
    wrote: false,
    ...(error.curedByTime ? { curedByTime: true } : {}),
  };
}
