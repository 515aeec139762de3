import type { PolicyElement } from '../../document/policy-document.ts';
import type { Run } from '../run.ts';

/** Executes one policy. `runAll` runs policies inside of it (`choose`, `retry`, fragments). */
export type Handler = (
  run: Run,
  element: PolicyElement,
  runAll: (children: readonly PolicyElement[]) => Promise<void>,
) => Promise<void>;

/** The first child of that name. */
export function child(element: PolicyElement, name: string): PolicyElement | undefined {
  return element.children.find((candidate) => candidate.name === name);
}

/** All children of that name below the first child `list`: `audiences/audience`. */
export function listed(element: PolicyElement, list: string, name: string): readonly PolicyElement[] {
  return child(element, list)?.children.filter((candidate) => candidate.name === name) ?? [];
}
