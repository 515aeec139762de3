/** One thing that is wrong in an environment file, and where. */
export interface Mistake {
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** From 1, in UTF-16 units. */
  readonly column: number;
  /** `spoke.exposure.hostname`, `models[1].name`; empty for the file as a whole. */
  readonly path: string;
  /** What is wrong, in plain words. */
  readonly message: string;
  /** What to write instead. */
  readonly fix: string;
}

/** Keys of maps and indexes of lists, from the file's root. */
export type Path = readonly (string | number)[];

/** `['models', 1, 'name']` as `models[1].name`. */
export function pathText(path: Path): string {
  return path
    .map((segment, index) => (typeof segment === 'number' ? `[${segment}]` : index === 0 ? segment : `.${segment}`))
    .join('');
}

/** In the order of the file, each mistake once. */
export function sortMistakes(mistakes: readonly Mistake[]): readonly Mistake[] {
  const seen = new Map(mistakes.map((mistake) => [`${mistake.line}:${mistake.column}:${mistake.message}`, mistake]));
  return [...seen.values()].sort((a, b) => a.line - b.line || a.column - b.column);
}

/**
 * Text for a terminal or a log: `file:line:column: message`, the fix below it, and the number of mistakes at the end.
 */
export function formatMistakes(mistakes: readonly Mistake[]): string {
  const lines = mistakes.flatMap((mistake) => [
    `${mistake.file}:${mistake.line}:${mistake.column}: ${mistake.message}`,
    `  fix: ${mistake.fix}`,
  ]);
  return [...lines, countText(mistakes)].join('\n');
}

function countText(mistakes: readonly Mistake[]): string {
  const files = [...new Set(mistakes.map((mistake) => mistake.file))].join(', ');
  if (mistakes.length === 0) return 'no mistakes';
  return `${mistakes.length} ${mistakes.length === 1 ? 'mistake' : 'mistakes'} in ${files}`;
}
