import type { AzureRequestError } from './errors.ts';
import { innermostErrors, parseErrorBody, parseErrorInText, type AzureErrorDetail } from './errors.ts';
import { isJsonObject } from './json.ts';
import { findKnownError } from './known-errors.ts';
import { portalUrl, resourceNameOf, resourceTypeOf } from './portal.ts';

/** One error at the bottom of a failure: what a person needs to act on it. */
export interface LeafError {
  readonly code: string;
  readonly message: string;
  readonly resourceId?: string;
  readonly resourceType?: string;
  readonly resourceName?: string;
  /** Why this happens, where it is known. */
  readonly cause?: string;
  /** What to do about it, where it is known. */
  readonly remedy?: string;
  /** Goes away by itself: a repetition is worth it. */
  readonly transient: boolean;
  readonly correlationId?: string;
  readonly portalUrl?: string;
  /** What in the environment file is to blame, where that is known. */
  readonly place?: Place;
}

/** A place in a file; line and column from 1. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** What is known of an error from where it was met. */
export interface LeafContext {
  readonly resourceId?: string;
  readonly correlationId?: string;
  readonly tenantId?: string;
}

/** Wrappers that say nothing beyond "something inside failed": dropped where anything better is known. */
const WRAPPERS =
  /^(DeploymentFailed|DeploymentOperationFailed|ResourceDeploymentFailure|InvalidTemplateDeployment|MultipleErrorsOccurred|Unknown|Conflict|BadRequest)$/i;

/** Adds cause, remedy and links to one error. */
export function leafError(detail: Pick<AzureErrorDetail, 'code' | 'message'>, context: LeafContext = {}): LeafError {
  const known = findKnownError(detail.code, detail.message);
  const { resourceId, correlationId, tenantId } = context;
  const type = resourceId === undefined ? undefined : resourceTypeOf(resourceId);
  return {
    code: detail.code,
    message: detail.message,
    transient: known?.transient ?? false,
    ...(known === undefined ? {} : { cause: known.cause, remedy: known.remedy }),
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(type === undefined ? {} : { resourceType: type }),
    ...(resourceId === undefined
      ? {}
      : { resourceId, resourceName: resourceNameOf(resourceId), portalUrl: portalUrl(resourceId, tenantId) }),
  };
}

/** The leaf errors of a refused request. */
export function leafErrorsOfRequest(error: AzureRequestError, context: LeafContext = {}): readonly LeafError[] {
  const { correlationId } = error;
  const ids = { ...context, ...(correlationId === undefined ? {} : { correlationId }) };
  return leavesOf({ code: error.code, message: error.message, details: error.details }, ids);
}

/** The leaf errors in a body of ARM: an operation's `statusMessage` (an object, or text with JSON in it), or `error`. */
export function leafErrorsOfBody(body: unknown, context: LeafContext = {}): readonly LeafError[] {
  if (typeof body === 'string') {
    const inner = parseErrorInText(body);
    return inner === undefined ? [leafError({ code: 'Unknown', message: body }, context)] : leavesOf(inner, context);
  }
  const detail = isJsonObject(body) ? parseErrorBody(body) : undefined;
  return detail === undefined ? [] : leavesOf(detail, context);
}

/** Keeps one of each (resource, code, message), and drops wrappers where there is a real error among them. */
export function distinctLeafErrors(errors: readonly LeafError[]): readonly LeafError[] {
  const real = errors.filter((error) => !WRAPPERS.test(error.code) || error.cause !== undefined);
  const kept = real.length > 0 ? real : errors;
  const key = (error: LeafError) => `${error.resourceId?.toLowerCase() ?? ''} ${error.code} ${error.message}`;
  return [...new Map(kept.map((error) => [key(error), error])).values()];
}

function leavesOf(detail: AzureErrorDetail, context: LeafContext): readonly LeafError[] {
  return innermostErrors(detail).map((leaf) => {
    const target = leaf.target?.startsWith('/subscriptions/') === true ? { resourceId: leaf.target } : {};
    return leafError(leaf, { ...context, ...target });
  });
}
