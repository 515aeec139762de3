/** The text of a list that is nearest to `wanted`, if it is near at all. */
export function nearest(wanted: string, texts: readonly string[]): string | undefined {
  let best: string | undefined;
  let least = Math.ceil(wanted.length / 3) + 1;
  for (const text of texts) {
    const distance = editDistance(wanted.toLowerCase(), text.toLowerCase(), least);
    if (distance < least) [best, least] = [text, distance];
  }
  return best;
}

/** Levenshtein's distance; at least `limit` where it would be more. */
function editDistance(left: string, right: string, limit: number): number {
  if (Math.abs(left.length - right.length) >= limit) return limit;
  let row = Array.from({ length: right.length + 1 }, (_value, index) => index);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) {
      const same = left[i - 1] === right[j - 1] ? 0 : 1;
      next.push(Math.min((next[j - 1] ?? 0) + 1, (row[j] ?? 0) + 1, (row[j - 1] ?? 0) + same));
    }
    row = next;
  }
  return row.at(-1) ?? limit;
}
