/** The name that somebody probably meant, as the end of a message; empty where none is near. */
export function didYouMean(wrong: string, names: Iterable<string>): string {
  const limit = Math.max(1, Math.floor(wrong.length / 3));
  let best: { readonly name: string; readonly distance: number } | undefined;
  for (const name of names) {
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase());
    if (distance <= limit && distance < (best?.distance ?? Infinity)) best = { name, distance };
  }
  return best === undefined ? '' : ` Did you mean '${best.name}'?`;
}

function editDistance(left: string, right: string): number {
  let above = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (const [row, character] of Array.from(left).entries()) {
    const line = [row + 1];
    for (let column = 1; column <= right.length; column += 1) {
      const same = right.charAt(column - 1) === character ? 0 : 1;
      line.push(Math.min((line[column - 1] ?? 0) + 1, (above[column] ?? 0) + 1, (above[column - 1] ?? 0) + same));
    }
    above = line;
  }
  return above.at(-1) ?? 0;
}
