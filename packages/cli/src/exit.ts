/** Exit codes of every command. */
export const EXIT = { done: 0, failed: 1, badUsage: 2 } as const;

/** Bad input: printed as it is, exit code 2. */
export class Refused extends Error {
  override readonly name = 'Refused';
}

/** The text of anything thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
