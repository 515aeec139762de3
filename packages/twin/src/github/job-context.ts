/** Which subject format a repository's tokens carry (facts/workflows.md section 0, finding 2). */
export type SubjectFormat = 'named' | 'immutable';

/** Who a workflow job is: what GitHub writes into its OIDC token (facts/workflows.md section 2). */
export interface JobContext {
  /** `owner/name` of the caller's repository, in its true case. */
  readonly repository: string;
  /** Default: the default repository's id, else one derived from the name. */
  readonly repositoryId?: number;
  readonly repositoryOwnerId?: number;
  readonly repositoryVisibility?: 'private' | 'internal' | 'public';
  /** Default `immutable`: the format of every repository made since 15 July 2026. */
  readonly subjectFormat?: SubjectFormat;
  /** `refs/heads/main`, `refs/tags/v1`, `refs/pull/7/merge`. */
  readonly ref: string;
  readonly sha: string;
  /** `push`, `pull_request`, `workflow_dispatch`, … */
  readonly eventName: string;
  /** Branches of a pull request. */
  readonly headRef?: string;
  readonly baseRef?: string;
  readonly environment?: string;
  readonly actor: string;
  readonly actorId?: number;
  /** Name of the workflow. */
  readonly workflow: string;
  /** `owner/name/.github/workflows/file.yml@ref` of the caller's workflow; default: `jobWorkflowRef`. */
  readonly workflowRef?: string;
  /** The same of the file that holds the job: the called one of a reusable workflow. */
  readonly jobWorkflowRef: string;
  readonly jobWorkflowSha?: string;
  readonly runId: string;
  readonly runNumber?: string;
  readonly runAttempt?: string;
}
