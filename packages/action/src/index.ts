export { leftoverChange, removeLeftovers } from './leftovers.ts';
export * from './cancellation.ts';
export * from './container-job.ts';
export * from './definition.ts';
export * from './deleted-names.ts';
export * from './environment-file.ts';
export * from './errors.ts';
export * from './failure.ts';
export * from './host.ts';
export * from './hub-check.ts';
export * from './inputs.ts';
export { Log } from './log.ts';
export * from './phases.ts';
export * from './removal/held-names.ts';
export type { Departure, Kept, RemovalPlan } from './removal/plan.ts';
export {
  checkConfirmation,
  confirmRemoval,
  isRemoval,
  type RemovingRun,
  type RunningRemoval,
} from './removal/run-removal.ts';
export * from './report.ts';
export type { Run } from './run.ts';
export * from './run-action.ts';
export * from './spoke-address.ts';
export * from './spoke-application.ts';
export { renderSummary } from './summary.ts';
