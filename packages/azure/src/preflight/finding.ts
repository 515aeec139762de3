import { isAzureError } from '../errors.ts';

/** What a preflight check found wrong. Nothing wrong gives no finding. */
export interface Finding {
  /** `error`: the deployment would fail. `warning`: it may, or the check could not be made. */
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** JSON pointer into the environment file of what is to blame: `/models/0/capacity`. */
  readonly pointer?: string;
}

/**
 * Makes a check; where the identity may not read what it needs, or the region does not offer the question, the answer is
 * a warning instead of a failed run: the deployment itself will tell. `remedy` says what lets the check be made.
 */
export async function checked(
  what: string,
  check: () => Promise<readonly Finding[]>,
  remedy = 'Give the deploying identity the role Reader on the subscription.',
): Promise<readonly Finding[]> {
  try {
    return await check();
  } catch (error) {
    if (!isAzureError(error) || ![400, 401, 403, 404].includes(error.status)) throw error;
    const message = `${what} could not be checked: ${error.code}`;
    return [{ severity: 'warning', code: 'NotChecked', message, remedy }];
  }
}
