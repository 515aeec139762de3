/**
 * The phases of a whole run, in their order; an action does some of them. P0 to P7 make an environment, D1 to D6 remove it.
 */
export const phases = {
  P0: 'Preflight',
  P1: 'Foundation',
  P2: 'Network',
  P3: 'Services',
  P4: 'App and ingress',
  P5: 'Gateway',
  P6: 'API',
  P7: 'Smoke test',
  D1: 'Locks, public names, gateway configuration',
  D2: 'Apps, ways in, gateway',
  D3: 'Data, models, secrets',
  D4: 'Names and networks',
  D5: 'Resource group and what it leaves elsewhere',
  D6: 'Names of what was deleted',
} as const;

/** One of `phases`. */
export type PhaseId = keyof typeof phases;
