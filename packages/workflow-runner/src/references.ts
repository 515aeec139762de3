import { WorkflowError } from './errors.ts';

/** A checkout on this machine that stands for a repository at one commit. */
export interface Repository {
  /** `owner/name`. */
  readonly slug: string;
  readonly ref: string;
  readonly sha: string;
  /** Absolute path. */
  readonly directory: string;
}

/** Other repositories that `owner/name/path@ref` may name, by slug. */
export type RepositoryMap = Readonly<Record<string, Repository>>;

/** Where a `uses` leads: to a checkout on this machine, or to a repository that is not here. */
export type Reference =
  | { readonly kind: 'local'; readonly repository: Repository; readonly path: string }
  | { readonly kind: 'remote'; readonly slug: string; readonly path: string; readonly ref: string };

/**
 * Resolves the `uses` of a step or job. `$/path` is the repository that holds the file which says it, at the same
 * commit (GitHub, since July 2026); `./path` is the workspace for a step and the same repository for a job.
 * Throws `WorkflowError` for a form that GitHub refuses.
 */
export function resolveReference(
  uses: string,
  origin: Repository,
  workspace: Repository,
  repositories: RepositoryMap,
): Reference {
  if (uses.startsWith('docker://')) throw new WorkflowError(`${uses}: container actions are not supported here`);
  if (uses.startsWith('$/') || uses.startsWith('./')) {
    if (uses.includes('@')) throw new WorkflowError(`${uses}: a reference into the same repository takes no @ref`);
    return { kind: 'local', repository: uses.startsWith('$/') ? origin : workspace, path: uses.slice(2) };
  }
  const match = /^(?<slug>[^/@]+\/[^/@]+)(?:\/(?<path>[^@]+))?@(?<ref>.+)$/.exec(uses);
  const { slug, path, ref } = match?.groups ?? {};
  if (slug === undefined || ref === undefined) {
    throw new WorkflowError(`${uses}: expected owner/name/path@ref, ./path or $/path`);
  }
  const repository = repositories[slug];
  if (repository !== undefined) return { kind: 'local', repository, path: path ?? '' };
  return { kind: 'remote', slug, path: path ?? '', ref };
}
