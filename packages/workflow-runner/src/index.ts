export { WorkflowError } from './errors.ts';
export type { Conclusion } from './model.ts';
export type { Repository, RepositoryMap } from './references.ts';
export type { Annotation, JobIdentity, OidcEndpoint, RunOptions, StepReport } from './session.ts';
export { runWorkflow, type RunResult } from './run-workflow.ts';
