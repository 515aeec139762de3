import {
  formatDuration,
  removalSteps,
  removeStep,
  waitForFreeSubnets,
  type Removal,
  type RemovalEvent,
  type RemovalStep,
} from '@lz/azure';
import type { InputValues, removalInputs } from '../definition.ts';
import { ActionError } from '../errors.ts';
import type { PhaseId } from '../phases.ts';
import type { Change } from '../report.ts';
import type { Run } from '../run.ts';
import { departureOf, departuresOf, type Departure, type RemovalPlan } from './plan.ts';
import { RemovalRecord } from './report.ts';

/** A run of an action that can remove what it made. */
export type RemovingRun = Omit<Run, 'inputs' | 'output'> & {
  readonly inputs: Pick<InputValues<typeof removalInputs>, 'confirm'>;
};

/** Whether a run is about removing, or planning to remove. */
export function isRemoval({ mode }: Pick<Run, 'mode'>): boolean {
  return mode === 'destroy' || mode === 'plan-destroy';
}

/** Throws where the typed confirmation is another environment's: before anything is read or shown. */
export function checkConfirmation({ mode, inputs: { confirm }, environment: { name } }: RemovingRun): void {
  if (mode !== 'destroy' || confirm === '' || confirm === name) return;
  throw new ActionError(
    'WrongConfirmation',
    `Input "confirm" is "${confirm}", and the environment is called "${name}". Nothing was removed.`,
    `Type its name exactly, confirm: ${name}, or correct the input "config".`,
  );
}

/**
 * Shows what goes and what stays. Answers the removal to carry out; undefined where it is only planned, or nothing is
 * left. Throws where `destroy` is not confirmed, or the approved plan was another.
 */
export async function confirmRemoval(run: RemovingRun, plan: RemovalPlan): Promise<RunningRemoval | undefined> {
  const { mode, inputs, environment, log, report } = run;
  const changes = departuresOf(plan).map(changeOf);
  const record = new RemovalRecord(plan);
  report.removal(record);
  await run.confirmPlan(() => Promise.resolve({ changes, unseen: [] }));
  if (mode === 'destroy') log.plan({ changes, unseen: [] });
  for (const { type, name, why, until } of plan.stays) {
    log.info(`  = ${type} ${name} stays: ${why}${until === undefined ? '' : ` (${until})`}`);
  }
  if (mode === 'plan-destroy') return undefined;
  if (changes.length === 0) {
    log.info('Nothing is left to remove.');
    return undefined;
  }
  if (inputs.confirm !== '') return new RunningRemoval(run, plan, record);
  report.resume(`Nothing was removed. To remove what is listed, run again with confirm: ${environment.name}`);
  throw new ActionError(
    'NotConfirmed',
    `Nothing was removed: ${changes.length} would go, as listed, and ${plan.stays.length} would stay.`,
    `Read the list; to go on, run again with confirm: ${environment.name}`,
  );
}

/** The phase in which each step is done. */
const phaseOf: Readonly<Record<RemovalStep, PhaseId>> = {
  locks: 'D1',
  'public-names': 'D1',
  'gateway-children': 'D1',
  front: 'D2',
  back: 'D3',
  links: 'D4',
  networks: 'D4',
  assignments: 'D5',
  group: 'D5',
  records: 'D5',
};

/** A confirmed removal while it is carried out. */
export class RunningRemoval {
  readonly #run: RemovingRun;
  readonly #plan: RemovalPlan;
  readonly #record: RemovalRecord;

  constructor(run: RemovingRun, plan: RemovalPlan, record: RemovalRecord) {
    this.#run = run;
    this.#plan = plan;
    this.#record = record;
    record.start();
  }

  /** Deletes everything of the plan's `goes`, step by step, phase by phase. */
  async carryOut(): Promise<void> {
    const needed = removalSteps.filter((step) => this.#plan.goes.some((removal) => removal.step === step));
    for (const phase of new Set(needed.map((step) => phaseOf[step]))) {
      await this.phase(phase, async () => {
        for (const step of needed.filter((one) => phaseOf[one] === phase)) await this.#removeStep(step);
      });
    }
  }

  /** A phase of the removal: whatever ends it early says how to go on. */
  async phase(id: PhaseId, work: () => Promise<void>): Promise<void> {
    try {
      await this.#run.phase(id, work);
    } catch (error) {
      const { gone, left } = this.#record.counts;
      this.#run.report.resume(
        `${gone} gone, ${left} left. What is gone stays gone: run again with the same inputs, and it goes on with what is left.`,
      );
      throw error;
    }
  }

  /** Counts something as gone that is no resource of Azure Resource Manager. */
  gone(departure: Departure): void {
    this.#record.gone(departure);
    this.#run.report.change(changeOf(departure));
  }

  async #removeStep(step: RemovalStep): Promise<void> {
    const removals = this.#plan.goes.filter((removal) => removal.step === step);
    if (step === 'networks') await this.#freeSubnets(removals);
    await removeStep(this.#run.azure, removals, {
      onEvent: (event) => {
        this.#tell(event);
      },
    });
  }

  /** A network whose subnet a service still holds cannot go, and says so only after minutes. */
  async #freeSubnets(removals: readonly Removal[]): Promise<void> {
    for (const { id, name, type } of removals) {
      if (!/\/virtualNetworks$/i.test(type)) continue;
      const held = await waitForFreeSubnets(this.#run.azure, id, {
        onHeld: (links) => {
          for (const { subnet, by } of links) {
            this.#run.log.stillWaiting(`  … subnet ${subnet} of ${name} is still held by ${by}`);
          }
        },
      });
      if (held.length === 0) continue;
      throw new ActionError(
        'SubnetStillHeld',
        `After an hour, ${held.map(({ subnet, by }) => `subnet ${subnet} is still held by ${by}`).join(', ')}; nothing of ours is in it any more.`,
        'Azure releases it by itself, in rare cases after two days: run again then, or open a support request that names the subnet.',
        id,
      );
    }
  }

  #tell(event: RemovalEvent): void {
    const { log } = this.#run;
    if (event.kind === 'running') {
      log.stillWaiting(`  … still going: ${event.running.map(({ name }) => name).join(', ')}`);
      return;
    }
    const { type, name } = event.removal;
    if (event.kind === 'blocked') {
      log.info(`  ↻ ${type} ${name}: ${event.error.code}; again in a moment`);
      return;
    }
    if (event.kind === 'started') {
      log.info(`  · ${type} ${name}: going`);
      return;
    }
    log.info(`  ✓ ${type} ${name}: gone after ${formatDuration(event.ageMs)}`);
    this.gone(departureOf(event.removal));
  }
}

function changeOf(departure: Departure): Change {
  return { kind: 'delete', ...departure };
}
