import type { Path } from './mistakes.ts';
import { schemaAt, type SchemaPart, type SchemaRoot } from './schema-lookup.ts';

/** The schema's types in plain words. */
export const typeWords: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  object: 'a map of keys',
  array: 'a list',
};

/** What a value of the wrong type is. */
export function kindOf(value: unknown): string {
  return typeof value === 'string' ? `the text ${shown(value)}` : shown(value);
}

/** A value for a message, in quotes where it is text, and not longer than a line can bear. */
export function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'string') return `"${clip(value)}"`;
  return typeof value === 'object' && value !== null ? 'a map of keys' : String(value);
}

/** At most 60 characters of a text from the file. */
export function clip(text: string): string {
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** The key that a message is about. */
export function pathName(path: Path): string {
  const last = path.at(-1);
  if (last === undefined) return 'the file';
  return typeof last === 'number' ? `entry ${last + 1} of \`${String(path.at(-2))}\`` : `\`${clip(last)}\``;
}

/** What to write at a path, as YAML on one line. */
export function exampleAt(path: Path, root?: SchemaRoot): string {
  return inline(example(schemaAt(path, root)));
}

/** A fix that shows what to write. */
export function exampleText(part: SchemaPart | undefined): string {
  return `write for example \`${inline(example(part))}\``;
}

/** The schema's example or default, else the smallest value of its type. */
function example(part: SchemaPart | undefined): unknown {
  const given = part?.examples?.[0] ?? part?.default ?? part?.enum?.[0];
  if (given !== undefined && !isEmpty(given)) return given;
  const type = typeof part?.type === 'string' ? part.type : part?.type?.[0];
  if (type === 'object') return mapExample(part);
  if (type === 'array') return [example(part?.items)];
  return type === 'integer' || type === 'number' ? (part?.minimum ?? 1) : 'text';
}

function isEmpty(value: unknown): boolean {
  return typeof value === 'object' && value !== null && Object.keys(value).length === 0;
}

function mapExample(part: SchemaPart | undefined): unknown {
  const entries = Object.entries(part?.properties ?? {}).slice(0, 2);
  return Object.fromEntries(entries.map(([name, member]) => [name, example(member)]));
}

/** A value as YAML on one line. */
function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  const members = Object.entries(value).map(([name, member]) => `${name}: ${inline(member)}`);
  return `{ ${members.join(', ')} }`;
}
