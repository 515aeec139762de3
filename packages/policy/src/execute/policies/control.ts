import { parseFragment, type PolicyElement } from '../../document/policy-document.ts';
import type { Run } from '../run.ts';
import { blaming, PolicyError } from '../policy-error.ts';
import type { Handler } from './handler.ts';

/** `choose`: the first branch whose condition holds. */
export const choose: Handler = async (run, element, runAll) => {
  const { current } = run;
  // What is wrong with a condition is told at the line of its `when`.
  const holds = (branch: PolicyElement): Promise<boolean> =>
    blaming(current ?? { element, scope: 'global' }, () => condition(run, branch), branch);
  for (const branch of element.children) {
    if (branch.name === 'otherwise' || (await holds(branch))) {
      await runAll(branch.children);
      return;
    }
  }
};

/** The value of a condition; an expression must give a truth value. */
async function condition(run: Run, element: PolicyElement): Promise<boolean> {
  const value = await run.attribute(element, 'condition');
  if (typeof value === 'boolean') return value;
  if (typeof value === 'string' && /^(?:true|false)$/i.test(value.trim())) return value.trim().toLowerCase() === 'true';
  throw new PolicyError('ExpressionValueEvaluationFailure', 'The condition is neither true nor false.', {
    netType: 'InvalidCastException',
  });
}

export const setVariable: Handler = async (run, element) => {
  const name = await run.required(element, 'name');
  run.setVariable(name, (await run.attribute(element, 'value')) ?? null);
};

/**
 * `retry`: runs its policies once, and again while the condition holds, `count` times at most. A backend that could not be
 * reached is no end either: the condition then sees no response.
 */
export const retry: Handler = async (run, element, runAll) => {
  const count = (await run.whole(element, 'count')) ?? 1;
  for (let attempt = 0; ; attempt += 1) {
    const failed = await attemptOf(run, element, runAll);
    if (attempt >= count || !(await asksAgain(run, element, failed))) {
      if (failed !== undefined) throw failed;
      return;
    }
    await run.ports.wait(await pause(run, element, attempt));
  }
};

/** Runs the policies; the failure of a request that got no answer comes back instead of being thrown. */
async function attemptOf(
  run: Run,
  { children }: PolicyElement,
  runAll: Parameters<Handler>[2],
): Promise<PolicyError | undefined> {
  try {
    await runAll(children);
    return undefined;
  } catch (error) {
    if (!(error instanceof PolicyError) || !/^(?:BackendConnectionFailure|Timeout)$/.test(error.reason)) throw error;
    run.response = undefined;
    return error;
  }
}

/** A condition that cannot be told without a response does not hide why there is none. */
async function asksAgain(run: Run, element: PolicyElement, failed: PolicyError | undefined): Promise<boolean> {
  try {
    return await condition(run, element);
  } catch (error) {
    throw failed ?? error;
  }
}

/** Milliseconds before the attempt after `attempt`: growing by `delta`, doubling where `max-interval` caps it. */
async function pause(run: Run, element: PolicyElement, attempt: number): Promise<number> {
  if (attempt === 0 && (await run.flag(element, 'first-fast-retry', false))) return 0;
  const interval = (await run.whole(element, 'interval')) ?? 0;
  const delta = await run.whole(element, 'delta');
  const maximum = await run.whole(element, 'max-interval');
  if (delta === undefined) return interval * 1000;
  const grown = maximum === undefined ? interval + delta * attempt : interval + delta * (2 ** attempt - 1);
  return Math.min(grown, maximum ?? grown) * 1000;
}

export const includeFragment: Handler = async (run, element, runAll) => {
  const id = await run.required(element, 'fragment-id');
  const fragment = run.configuration.fragments.get(id);
  if (fragment === undefined)
    throw new PolicyError('PolicyFragmentNotFound', `Policy fragment with id '${id}' could not be found.`);
  const outer = run.fragment;
  run.fragment = id;
  try {
    await runAll(parseFragment(fragment, run.configuration.namedValues));
  } finally {
    run.fragment = outer;
  }
};
