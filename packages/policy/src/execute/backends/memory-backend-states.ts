import type { BackendStates, Outcomes } from '../../backend.ts';

interface Circuit {
  openUntil: number;
  outcomes: { readonly at: number; readonly failed: boolean }[];
}

/** The backends of one gateway instance, kept in memory. Instances of API Management do not tell each other either. */
export class MemoryBackendStates implements BackendStates {
  readonly #turns = new Map<string, number>();
  readonly #circuits = new Map<string, Circuit>();

  turn(pool: string): number {
    const turn = this.#turns.get(pool) ?? 0;
    this.#turns.set(pool, turn + 1);
    return turn;
  }

  openUntil(backend: string, now: number): number | undefined {
    const until = this.#circuits.get(backend)?.openUntil ?? 0;
    return until > now ? until : undefined;
  }

  record(backend: string, failed: boolean, at: number, since: number): Outcomes {
    const circuit = this.#circuit(backend);
    circuit.outcomes = [...circuit.outcomes.filter((outcome) => outcome.at >= since), { at, failed }];
    return { calls: circuit.outcomes.length, failures: circuit.outcomes.filter((outcome) => outcome.failed).length };
  }

  open(backend: string, until: number): void {
    const circuit = this.#circuit(backend);
    circuit.openUntil = until;
    circuit.outcomes = [];
  }

  #circuit(backend: string): Circuit {
    const known = this.#circuits.get(backend) ?? { openUntil: 0, outcomes: [] };
    this.#circuits.set(backend, known);
    return known;
  }
}
