import type { PolicyElement } from '../document/policy-document.ts';
import { blaming, PolicyError } from './policy-error.ts';
import { HANDLERS } from './policies/handlers.ts';
import type { Run, ScopedPolicy } from './run.ts';

/** Runs one policy; `run.current` names it to whatever fails in it. */
export async function executePolicy(run: Run, policy: ScopedPolicy): Promise<void> {
  const { element } = policy;
  run.current = policy;
  run.ports.onPolicy?.({ scope: policy.scope, fragment: run.fragment, name: element.name, ...element.position });
  const handler = Object.hasOwn(HANDLERS, element.name) ? HANDLERS[element.name] : undefined;
  if (handler === undefined)
    throw new PolicyError('PolicyNotSupported', `The policy '${element.name}' is not supported by this engine.`);
  // Policies of a `wait` run at the same time: only the error itself can tell which of them failed.
  await blaming(policy, () => handler(run, element, (children) => executeAll(run, children, policy)));
}

async function executeAll(run: Run, children: readonly PolicyElement[], parent: ScopedPolicy): Promise<void> {
  for (const element of children) await executePolicy(run, { element, scope: parent.scope });
  run.current = parent;
}
