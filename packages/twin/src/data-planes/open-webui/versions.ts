/** Numbers of a released version such as `0.11.4` or `0.11.4-slim`; undefined for tags that move. */
function numbersOf(version: string): readonly number[] | undefined {
  const numbers = /^(\d+)\.(\d+)\.(\d+)(?:-|$)/.exec(version)?.slice(1, 4).map(Number);
  return numbers;
}

/** Negative where `a` is the older one, positive where it is the newer one, 0 where they are equal or cannot be compared. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbersOf(a), numbersOf(b)];
  if (left === undefined || right === undefined) return 0;
  return left.map((number, index) => number - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
}

/** `0.11.4` of `0.11.4-slim`: images of one version differ in what they carry, not in their schema. */
export function schemaVersion(version: string): string {
  return numbersOf(version)?.join('.') ?? version;
}

/** Up to 0.11.2 a migration that fails is logged, and the program goes on (facts/openwebui.md section 3.3). */
export function raisesFailedMigrations(version: string): boolean {
  return compareVersions(version, '0.11.3') >= 0;
}
