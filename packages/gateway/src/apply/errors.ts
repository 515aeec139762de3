/** Somebody else changed a resource between our reading and our writing. Nothing of theirs was overwritten. */
export class ConcurrentChangeError extends Error {
  override readonly name = 'ConcurrentChangeError';
  readonly resourceId: string;

  constructor(title: string, resourceId: string) {
    super(`${title} was changed by somebody else while this run was reading it; it was not overwritten`);
    this.resourceId = resourceId;
  }
}

/** Azure took a write and keeps something else. */
export class ReadBackError extends Error {
  override readonly name = 'ReadBackError';
  readonly resourceId: string;

  constructor(title: string, resourceId: string, members: readonly string[]) {
    super(`${title}: written, but Azure keeps something else in ${members.join(', ')}`);
    this.resourceId = resourceId;
  }
}

/** Text of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
