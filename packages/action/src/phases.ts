/** The phases of a whole run, in their order; an action does some of them. */
export const phases = {
  P0: 'Preflight',
  P1: 'Foundation',
  P2: 'Network',
  P3: 'Services',
  P4: 'App and ingress',
  P5: 'Gateway',
  P6: 'API',
  P7: 'Smoke test',
} as const;

/** One of `phases`. */
export type PhaseId = keyof typeof phases;
