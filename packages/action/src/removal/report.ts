import { departuresOf, type Departure, type Kept, type RemovalPlan } from './plan.ts';

/** What a removal did, as the report lists it. */
export interface RemovalReport {
  readonly goes: readonly (Departure & { readonly state: 'planned' | 'gone' | 'left' })[];
  readonly stays: readonly Kept[];
}

/** Keeps account of a removal. */
export class RemovalRecord {
  readonly #departures: readonly Departure[];
  readonly #stays: readonly Kept[];
  readonly #gone = new Set<string>();
  #started = false;

  constructor(plan: RemovalPlan) {
    this.#departures = departuresOf(plan);
    this.#stays = plan.stays;
  }

  /** From now on, what is not gone is left. */
  start(): void {
    this.#started = true;
  }

  gone(departure: Departure): void {
    this.#gone.add(keyOf(departure));
  }

  /** How many are gone, and how many are not. */
  get counts(): { readonly gone: number; readonly left: number } {
    return { gone: this.#gone.size, left: this.#departures.length - this.#gone.size };
  }

  build(): RemovalReport {
    const stateOf = (departure: Departure) => {
      if (this.#gone.has(keyOf(departure))) return 'gone';
      return this.#started ? 'left' : 'planned';
    };
    return {
      goes: this.#departures.map((departure) => ({ ...departure, state: stateOf(departure) })),
      stays: this.#stays,
    };
  }
}

function keyOf({ type, name, resourceId }: Departure): string {
  return (resourceId ?? `${type} ${name}`).toLowerCase();
}
