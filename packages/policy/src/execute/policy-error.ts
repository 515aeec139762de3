import type { ScopedPolicy } from './run.ts';
import type { Pairs } from '../ports.ts';
import type { Value } from '../expressions/values/value.ts';
import { Facade } from '../expressions/values/objects.ts';
import type { PolicyElement } from '../document/policy-document.ts';
import type { PolicyFailure } from '../outcome.ts';

/** A policy that stops the request: what the caller is told unless on-error says otherwise. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  readonly reason: string;
  readonly status: number;
  readonly headers: Pairs;
  /** What the caller reads; default: the message. Internal causes must not be shown. */
  readonly publicMessage: string;
  readonly netType: string | null;
  /** The policy that failed, and the element of it to blame where that is another. */
  origin: { readonly policy: ScopedPolicy; readonly element: PolicyElement } | undefined;

  constructor(
    reason: string,
    message: string,
    answer: {
      readonly status?: number;
      readonly headers?: Pairs;
      readonly publicMessage?: string;
      readonly netType?: string;
    } = {},
  ) {
    super(message);
    this.reason = reason;
    this.status = answer.status ?? 500;
    this.headers = answer.headers ?? [];
    this.publicMessage = answer.publicMessage ?? (this.status === 500 ? 'Internal server error' : message);
    this.netType = answer.netType ?? null;
  }
}

/** Runs something for a policy: what fails in it and names no other culprit is that policy's. */
export async function blaming<T>(
  policy: ScopedPolicy,
  work: () => Promise<T>,
  element: PolicyElement = policy.element,
): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof PolicyError) error.origin ??= { policy, element };
    throw error;
  }
}

/** The body of every answer that the gateway makes by itself. */
export function gatewayBody(status: number, message: string, activityId?: string): string {
  return JSON.stringify({ statusCode: status, message, ...(activityId === undefined ? {} : { activityId }) });
}

/** `context.LastError`. */
export function lastErrorObject(
  failure: PolicyFailure,
  path: string | undefined,
  policyId: string | undefined,
): Facade {
  const text = (value: string | undefined) => (): Value => value ?? null;
  return new Facade('ILastError', {
    Source: text(failure.source),
    Reason: text(failure.reason),
    Message: text(failure.message),
    Scope: text(failure.scope),
    Section: text(failure.section),
    Path: text(path),
    PolicyId: text(policyId),
  });
}
