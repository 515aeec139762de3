import { parseFragment, type PolicyElement } from '../../document/policy-document.ts';
import type { Run } from '../run.ts';
import { PolicyError } from '../policy-error.ts';
import type { Handler } from './handler.ts';

/** `choose`: the first branch whose condition holds. */
export const choose: Handler = async (run, element, runAll) => {
  for (const branch of element.children) {
    if (branch.name === 'otherwise' || (await condition(run, branch))) {
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

/** `retry`: runs its policies once, and again while the condition holds, `count` times at most. */
export const retry: Handler = async (run, element, runAll) => {
  const count = (await run.whole(element, 'count')) ?? 1;
  for (let attempt = 0; ; attempt += 1) {
    await runAll(element.children);
    if (attempt >= count || !(await condition(run, element))) return;
    await run.ports.wait(await pause(run, element, attempt));
  }
};

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
  await runAll(parseFragment(fragment, run.configuration.namedValues));
};
