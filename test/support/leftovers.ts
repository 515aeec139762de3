import type { Twin } from '@lz/twin';
import { runActionProcess, type ActionOptions, type ActionRun } from './action-process.ts';

/** Everything that a twin holds: what a removal is measured by. */
export interface TwinState {
  /** Every resource as it is, by id. */
  readonly resources: Readonly<Record<string, string>>;
  /** Names that deleted resources hold. */
  readonly heldNames: readonly string[];
  /** Display names of registered applications, and of those that are deleted and kept. */
  readonly applications: readonly string[];
  readonly deletedApplications: readonly string[];
  /** Records of deployments at the subscription. */
  readonly records: readonly string[];
}

/** What a twin holds now. */
export async function stateOf(twin: Twin): Promise<TwinState> {
  const read = async <T>(path: string) => (await (await fetch(twin.controlUrl + path)).json()) as readonly T[];
  const resources = await read<{ id: string }>('/resources');
  const names = await read<{ name: string }>('/deleted');
  const applications = await read<{ displayName: string; deleted: boolean }>('/applications');
  const titles = (deleted: boolean) =>
    applications.filter((item) => item.deleted === deleted).map(({ displayName }) => displayName);
  return {
    resources: Object.fromEntries(resources.map((resource) => [resource.id, JSON.stringify(resource)])),
    heldNames: names.map(({ name }) => name).sort(),
    applications: titles(false),
    deletedApplications: titles(true),
    records: [...twin.arm.state.deployments.keys()].filter((id) => /^\/subscriptions\/[^/]+\/providers\//.test(id)),
  };
}

/** Runs `mode: destroy` of an action, confirmed. */
export function destroy(
  action: string,
  twin: Twin,
  name: string,
  { inputs, ...more }: ActionOptions = {},
): Promise<ActionRun> {
  return runActionProcess(action, twin, { ...more, inputs: { mode: 'destroy', confirm: name, ...inputs } });
}

/** Names of what a run's list says stays, of one type. */
export function staysOf({ report }: ActionRun, type: RegExp): readonly string[] {
  return (report?.removal?.stays ?? []).filter((kept) => type.test(kept.type)).map(({ name }) => name);
}

/** Names of what a run's list says goes, in one state. */
export function departuresOf({ report }: ActionRun, state: 'planned' | 'gone' | 'left'): readonly string[] {
  return (report?.removal?.goes ?? []).filter((one) => one.state === state).map(({ name }) => name);
}
