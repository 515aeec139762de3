import {
  fingerprintOfChanges,
  type DeploymentOutcome,
  type Json,
  type LeafError,
  type ResourceChange,
  type Retry,
} from '@lz/azure';
import type { Mode } from './definition.ts';
import type { PhaseId } from './phases.ts';
import type { RemovalRecord, RemovalReport } from './removal/report.ts';

/** How a run or a phase ended. */
export type Result = 'succeeded' | 'failed' | 'cancelled';
/** What happens to a thing that changes. */
export type ChangeKind = 'create' | 'modify' | 'delete';

/** One thing that was changed, or with `mode: plan` would be. */
export interface Change {
  readonly kind: ChangeKind;
  /** ARM type, or the project's own word: `Entra application`, `DNS record`, `API policy`. */
  readonly type: string;
  readonly name: string;
  readonly resourceId?: string;
  /** Properties, in a person's words. */
  readonly details?: readonly string[];
}

/** One phase that was done, and what it took. */
export interface PhaseRecord {
  readonly id: PhaseId;
  readonly title: string;
  readonly result: Result;
  /** Milliseconds on this machine's clock. */
  readonly durationMs: number;
  /** Milliseconds on Azure's clock (its Date headers); against the twin, virtual time. */
  readonly azureDurationMs?: number;
}

/** One ARM deployment, and what had to be done for it. */
export interface DeploymentRecord {
  readonly name: string;
  readonly outcome: DeploymentOutcome;
  readonly state: string;
  /** What ARM says that it took; absent while it runs. */
  readonly azureDurationMs?: number;
  readonly redeployments: number;
  readonly correlationId?: string;
}

/** The verdict of one check: of the preflight, of a verification, of the smoke test. */
export interface Check {
  readonly name: string;
  readonly verdict: 'passed' | 'warning' | 'failed' | 'skipped';
  readonly detail: string;
  readonly remedy?: string;
  readonly durationMs?: number;
}

/** The report of a run as it is written; its schema is `report.schema.json`. */
export interface RunReport {
  readonly version: 1;
  readonly action: string;
  readonly mode: Mode;
  readonly environment: string;
  readonly result: Result;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly hasChanges: boolean;
  readonly counts: Readonly<Record<ChangeKind, number>>;
  readonly planFingerprint?: string;
  readonly phases: readonly PhaseRecord[];
  readonly deployments: readonly DeploymentRecord[];
  readonly changes: readonly Change[];
  /** Only with modes plan-destroy and destroy. */
  readonly removal?: RemovalReport;
  readonly unseen: readonly string[];
  readonly checks: readonly Check[];
  readonly errors: readonly LeafError[];
  readonly retries: readonly Retry[];
  readonly urls: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, Json>>;
  readonly leftToDo: readonly string[];
  readonly resume?: string;
}

/** What an action would change. */
export interface Plan {
  readonly changes: readonly Change[];
  /** What could not be predicted, in sentences. */
  readonly unseen: readonly string[];
  /** Hashes of what the changes are made from, such as a deployment's fingerprint: values that no change names. */
  readonly basis?: readonly string[];
}

/** SHA-256 over a plan: what `plan-fingerprint` compares. Plans without changes are all alike. */
export function planFingerprint({ changes, basis = [] }: Pick<Plan, 'basis' | 'changes'>): string {
  return fingerprintOfChanges(changes.length === 0 ? [] : [...basis, ...changes]);
}

/** Collects what a run has to say at its end. */
export class ReportBuilder {
  readonly #head: Pick<RunReport, 'action' | 'mode' | 'environment'>;
  readonly #startedAt = new Date();
  readonly #started = performance.now();
  readonly #phases: PhaseRecord[] = [];
  readonly #deployments: DeploymentRecord[] = [];
  readonly #changes: Change[] = [];
  readonly #unseen: string[] = [];
  readonly #checks: Check[] = [];
  readonly #errors: LeafError[] = [];
  readonly #urls: Record<string, string> = {};
  readonly #facts: Record<string, Json> = {};
  readonly #leftToDo: string[] = [];
  #basis: readonly string[] = [];
  #resume: string | undefined;
  #removal: RemovalRecord | undefined;

  constructor(head: Pick<RunReport, 'action' | 'mode' | 'environment'>) {
    this.#head = head;
  }

  /** Whether anything was changed, or is planned, so far. */
  get hasChanges(): boolean {
    return this.#changes.length > 0;
  }

  /** Hash of the changes so far: what `plan-fingerprint` compares. */
  get planFingerprint(): string {
    return planFingerprint({ changes: this.#changes, basis: this.#basis });
  }

  phase(record: PhaseRecord): void {
    this.#phases.push(record);
  }

  deployment(record: DeploymentRecord): void {
    this.#deployments.push(record);
  }

  change(...changes: readonly Change[]): void {
    this.#changes.push(...changes);
  }

  /** Takes over a plan. */
  plan({ changes, unseen, basis }: Plan): void {
    this.change(...changes);
    this.unseen(...unseen);
    this.#basis = basis ?? [];
  }

  /** What the plan could not see, in sentences. */
  unseen(...sentences: readonly string[]): void {
    for (const sentence of sentences) if (!this.#unseen.includes(sentence)) this.#unseen.push(sentence);
  }

  check(...checks: readonly Check[]): void {
    this.#checks.push(...checks);
  }

  error(...errors: readonly LeafError[]): void {
    this.#errors.push(...errors);
  }

  url(label: string, url: string): void {
    this.#urls[label] = url;
  }

  /** A measured or computed value worth keeping: `firstTokenMs`, `revision`. */
  fact(name: string, value: Json): void {
    this.#facts[name] = value;
  }

  /** A step that remains for a person. */
  leftToDo(sentence: string): void {
    this.#leftToDo.push(sentence);
  }

  /** What goes and what stays; the record goes on changing. */
  removal(record: RemovalRecord): void {
    this.#removal = record;
  }

  /** How to go on after a run that ended early. What was said first counts: it knows more. */
  resume(sentence: string): void {
    this.#resume ??= sentence;
  }

  /** The report as it stands. */
  build(result: Result, retries: readonly Retry[]): RunReport {
    const count = (kind: ChangeKind) => this.#changes.filter((change) => change.kind === kind).length;
    return {
      version: 1,
      ...this.#head,
      result,
      startedAt: this.#startedAt.toISOString(),
      durationMs: Math.round(performance.now() - this.#started),
      hasChanges: this.hasChanges,
      counts: { create: count('create'), modify: count('modify'), delete: count('delete') },
      ...(this.#head.mode === 'plan' || this.#head.mode === 'plan-destroy'
        ? { planFingerprint: this.planFingerprint }
        : {}),
      phases: this.#phases,
      deployments: this.#deployments,
      changes: this.#changes,
      ...(this.#removal === undefined ? {} : { removal: this.#removal.build() }),
      unseen: this.#unseen,
      checks: this.#checks,
      errors: this.#errors,
      retries,
      urls: this.#urls,
      facts: this.#facts,
      leftToDo: this.#leftToDo,
      ...(this.#resume === undefined ? {} : { resume: this.#resume }),
    };
  }
}

/** One change of a what-if in the report's words. */
export function changeOf(change: ResourceChange): Change {
  const kind = change.changeType === 'Create' ? 'create' : change.changeType === 'Delete' ? 'delete' : 'modify';
  const details = change.properties.map(({ path, kind: verb }) => `${verb.toLowerCase()} ${path}`);
  const { resourceType: type, resourceName: name, resourceId } = change;
  return { kind, type, name, resourceId, ...(details.length === 0 ? {} : { details }) };
}
