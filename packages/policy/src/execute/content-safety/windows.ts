/** Pieces of a text of `size` characters at most, each beginning with the last `overlap` characters of the one before. */
export function windowsOf(text: string, size: number, overlap: number): readonly string[] {
  const step = overlap < size ? size - overlap : size;
  const windows: string[] = [];
  for (let start = 0; start < text.length; start += step) {
    windows.push(text.slice(start, start + size));
    if (start + size >= text.length) break;
  }
  return windows;
}
