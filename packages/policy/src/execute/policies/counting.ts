import type { PolicyElement } from '../../document/policy-document.ts';
import type { Run } from '../run.ts';

/** Counts now, or once the answer is known where a condition or an amount asks for it. */
export async function count(run: Run, element: PolicyElement, key: string): Promise<void> {
  const add = async (): Promise<void> => {
    if (!(await run.flag(element, 'increment-condition', true))) return;
    run.ports.counters.add(key, (await run.whole(element, 'increment-count')) ?? 1, run.ports.now());
  };
  const asked = ['increment-condition', 'increment-count'].map(
    (name) => element.attributes.get(name)?.expression?.source ?? '',
  );
  if (asked.some((source) => source.includes('Response'))) run.onCaller.push(add);
  else await add();
}
