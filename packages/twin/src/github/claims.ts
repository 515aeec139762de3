import { createHash } from 'node:crypto';
import { DEFAULT_REPOSITORY } from '../entra/seed.ts';
import type { JobContext } from './job-context.ts';

/**
 * `sub` of a job's token. An environment wins over everything, then pull requests, then the ref; a colon in a value is
 * `%3A` (facts/workflows.md section 2).
 */
export function subjectOf(context: JobContext): string {
  return `repo:${repositorySegment(context)}:${contextSegment(context)}`;
}

/** Every claim of a job's token but its times, id and audience. */
export function claimsOf(context: JobContext): Readonly<Record<string, string>> {
  const ids = idsOf(context);
  const workflowRef = context.workflowRef ?? context.jobWorkflowRef;
  const [owner = ''] = context.repository.split('/');
  return {
    sub: subjectOf(context),
    ref: context.ref,
    ref_type: context.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: 'false',
    sha: context.sha,
    repository: context.repository,
    repository_id: String(ids.repository),
    repository_owner: owner,
    repository_owner_id: String(ids.owner),
    repository_visibility: context.repositoryVisibility ?? 'private',
    event_name: context.eventName,
    base_ref: context.baseRef ?? '',
    head_ref: context.headRef ?? '',
    actor: context.actor,
    actor_id: String(context.actorId ?? numberFrom(context.actor)),
    workflow: context.workflow,
    workflow_ref: workflowRef,
    workflow_sha: context.sha,
    job_workflow_ref: context.jobWorkflowRef,
    job_workflow_sha: context.jobWorkflowSha ?? context.sha,
    run_id: context.runId,
    run_number: context.runNumber ?? '1',
    run_attempt: context.runAttempt ?? '1',
    runner_environment: 'github-hosted',
    ...(context.environment === undefined ? {} : { environment: context.environment }),
  };
}

function repositorySegment(context: JobContext): string {
  const [owner = '', name = ''] = context.repository.split('/');
  if (context.subjectFormat === 'named') return `${escape(owner)}/${escape(name)}`;
  const ids = idsOf(context);
  return `${escape(owner)}@${ids.owner}/${escape(name)}@${ids.repository}`;
}

function contextSegment(context: JobContext): string {
  if (context.environment !== undefined) return `environment:${escape(context.environment)}`;
  if (context.eventName === 'pull_request') return 'pull_request';
  return `ref:${escape(context.ref)}`;
}

function idsOf(context: JobContext): { readonly owner: number; readonly repository: number } {
  const isDefault = context.repository === `${DEFAULT_REPOSITORY.owner}/${DEFAULT_REPOSITORY.name}`;
  const [owner = ''] = context.repository.split('/');
  return {
    owner: context.repositoryOwnerId ?? (isDefault ? DEFAULT_REPOSITORY.ownerId : numberFrom(owner)),
    repository: context.repositoryId ?? (isDefault ? DEFAULT_REPOSITORY.id : numberFrom(context.repository)),
  };
}

/** A stable number for a name whose id nobody gave. */
function numberFrom(name: string): number {
  return createHash('sha256').update(name.toLowerCase()).digest().readUInt32BE(0);
}

function escape(value: string): string {
  return value.replaceAll(':', '%3A');
}
