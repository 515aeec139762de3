import type { Deployment, DeploymentOperation } from '../../src/index.ts';
import type { Reply, Seen } from './azure-server.ts';
import { SUBSCRIPTION } from './clients.ts';

/** One step of a deployment: a resource, or a nested deployment with steps of its own. */
export interface Step {
  readonly id: string;
  /** States, one a poll; the last one stays. */
  readonly states: readonly string[];
  readonly statusMessage?: unknown;
  readonly steps?: readonly Step[];
}

interface Run {
  readonly name: string;
  readonly tags: Readonly<Record<string, string>>;
  polls: number;
  cancelled: boolean;
}

/** What ARM knows of the deployments of a subscription, just enough to watch them: each poll of a deployment is a tick. */
export class DeploymentWorld {
  readonly deployments = new Map<string, Run>();
  /** Steps by the number of the attempt; the last entry stays. */
  readonly #attempts: readonly (readonly Step[])[];
  readonly #whatIfChanges: readonly object[];
  #writes = 0;

  constructor(attempts: readonly (readonly Step[])[], whatIfChanges: readonly object[] = []) {
    this.#attempts = attempts;
    this.#whatIfChanges = whatIfChanges;
  }

  /** Times that a deployment was started. */
  get writes(): number {
    return this.#writes;
  }

  /** Puts a deployment there that somebody else made; `polls` ticks have passed for it. */
  seed(name: string, tags: Record<string, string>, polls: number): void {
    this.deployments.set(name, { name, tags, polls, cancelled: false });
  }

  readonly answer = ({ method, path, body }: Seen): Reply => {
    const [, name, rest] = /\/deployments\/([^/]+)(?:\/(\w+))?$/.exec(path) ?? [];
    if (name === undefined) return { status: 404, body: { error: { code: 'NotFound', message: path } } };
    if (rest === 'operations') return { status: 200, body: { value: this.#operations(name) } };
    if (rest === 'whatIf')
      return { status: 200, body: { status: 'Succeeded', properties: { changes: this.#whatIfChanges } } };
    if (rest === 'cancel') return this.#cancel(name);
    if (method === 'PUT') return this.#start(name, body as { tags: Record<string, string> });
    const run = this.deployments.get(name);
    if (run === undefined) return { status: 404, body: { error: { code: 'DeploymentNotFound', message: name } } };
    run.polls += 1;
    return {
      status: 200,
      body: this.#view(run),
      headers: { date: new Date(Date.UTC(2026, 0, 1, 0, run.polls)).toUTCString() },
    };
  };

  #start(name: string, { tags }: { tags: Record<string, string> }): Reply {
    this.#writes += 1;
    const run = { name, tags, polls: 0, cancelled: false };
    this.deployments.set(name, run);
    return { status: 201, body: this.#view(run) };
  }

  #cancel(name: string): Reply {
    const run = this.deployments.get(name);
    if (run !== undefined) run.cancelled = true;
    return { status: 204 };
  }

  get #steps(): readonly Step[] {
    return this.#attempts[Math.max(0, Math.min(this.#writes - 1, this.#attempts.length - 1))] ?? [];
  }

  #view(run: Run): Deployment {
    return {
      id: `${SUBSCRIPTION}/providers/Microsoft.Resources/deployments/${run.name}`,
      name: run.name,
      tags: run.tags,
      properties: { provisioningState: this.#state(run), correlationId: 'corr-1', duration: `PT${run.polls}M` },
    };
  }

  #state(run: Run): Deployment['properties']['provisioningState'] {
    if (run.cancelled) return 'Canceled';
    const states = flat(this.#steps).map((step) => stateAt(step, run.polls));
    if (states.some((state) => state === 'Running')) return 'Running';
    return states.includes('Failed') ? 'Failed' : 'Succeeded';
  }

  #operations(name: string): readonly DeploymentOperation[] {
    const root = [...this.deployments.values()].at(-1);
    const nested = flat(this.#steps).find(({ id }) => id.endsWith(`/deployments/${name}`));
    const steps = nested?.steps ?? this.#steps;
    return steps.map((step, index) => ({
      id: `/operations/${name}/${index}`,
      operationId: String(index),
      properties: {
        provisioningOperation: 'Create',
        provisioningState: stateAt(step, root?.polls ?? 0),
        duration: `PT${Math.min(root?.polls ?? 0, step.states.length)}M`,
        targetResource: { id: step.id },
        ...(step.statusMessage === undefined ? {} : { statusMessage: step.statusMessage }),
      },
    }));
  }
}

function flat(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) => [step, ...flat(step.steps ?? [])]);
}

function stateAt({ states }: Step, polls: number): string {
  return states[Math.max(0, Math.min(polls - 1, states.length - 1))] ?? 'Succeeded';
}
