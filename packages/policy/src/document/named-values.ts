const REFERENCE = /\{\{\s*([A-Za-z0-9._-]+)\s*\}\}/g;

/** A text with each `{{name}}` replaced by its value; a name that has none stays as it is. */
export function withNamedValues(text: string, values: ReadonlyMap<string, string>): string {
  // Most documents have none, and are read for every request.
  if (!text.includes('{{')) return text;
  return text.replaceAll(REFERENCE, (whole, name: string) => values.get(name) ?? whole);
}
