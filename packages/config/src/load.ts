import { Buffer } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import type { AnyEnvironment } from './environment.ts';
import type { FileShape } from './file-shape.ts';
import { sortMistakes, pathText, type Mistake } from './mistakes.ts';
import { resolveEnvironment } from './resolve.ts';
import { rules } from './rules/index.ts';
import { schemaMistakes } from './schema-mistakes.ts';
import { validate } from './schema-validator.generated.js';
import { View, type Finding } from './view.ts';
import { readYaml } from './yaml-source.ts';

/** An environment, or every mistake that stands in its way. */
export type Loaded =
  | { readonly environment: AnyEnvironment; readonly mistakes?: undefined }
  | { readonly environment?: undefined; readonly mistakes: readonly Mistake[] };

/** Largest environment file in bytes; one that holds every option is some 4 KiB. */
export const maxFileBytes = 1024 * 1024;

/**
 * Reads the text of an environment file. Never throws for what stands in the text: mistakes come back all at once, in
 * the order of the file. `file` is named in them, and paths in the file are relative to its folder.
 */
export function loadEnvironment(text: string, file: string): Loaded {
  const bytes = Buffer.byteLength(text);
  if (bytes > maxFileBytes) return whole(file, ...tooLarge(bytes));
  const source = readYaml(text);
  const located = (finding: Finding): Mistake => {
    const { path, part, message, fix } = finding;
    return { file, ...source.positionOf(path, part), path: pathText(path), message, fix };
  };
  const syntax = source.mistakes.map(({ line, column, path, message, fix }) => ({
    file,
    line,
    column,
    path,
    message,
    fix,
  }));
  if (source.value === undefined) return { mistakes: sortMistakes(syntax) };
  // What stands on a line whose syntax is in doubt may be read wrongly: its own mistake is enough.
  const doubtful = new Set(syntax.map(({ line }) => line));
  const found = check(source.value)
    .map(located)
    .filter(({ line }) => !doubtful.has(line));
  const mistakes = sortMistakes([...syntax, ...found]);
  if (mistakes.length > 0) return { mistakes };
  return { environment: resolveEnvironment(source.value as FileShape, file) };
}

/** `loadEnvironment` of a file on disk; that it cannot be read is a mistake like any other. */
export function loadEnvironmentFile(file: string): Loaded {
  try {
    const { size } = statSync(file);
    if (size > maxFileBytes) return whole(file, ...tooLarge(size));
    return loadEnvironment(new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)), file);
  } catch (error) {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    return whole(file, ...unreadable(String(error.code)));
  }
}

/** Checks against the schema, which fills in defaults on the way, then every rule as far as its values are whole. */
function check(value: unknown): readonly Finding[] {
  const written = typeof value === 'object' && value !== null ? Object.keys(value) : [];
  const errors = validate(value) ? [] : (validate.errors ?? []);
  const bySchema = schemaMistakes(errors, value);
  const view = new View(
    value,
    bySchema.map(({ path }) => path),
    written,
  );
  for (const rule of rules) rule(view);
  return [...bySchema, ...view.findings];
}

function whole(file: string, message: string, fix: string): Loaded {
  return { mistakes: [{ file, line: 1, column: 1, path: '', message, fix }] };
}

function tooLarge(bytes: number): [string, string] {
  const words = `the file has ${bytes.toLocaleString('en')} bytes; at most ${maxFileBytes.toLocaleString('en')} are read`;
  return [words, 'check that this is an environment file'];
}

function unreadable(code: string): [string, string] {
  switch (code) {
    case 'ENOENT':
    case 'ENOTDIR':
      return ['there is no such file', 'check the path, which is relative to the working directory'];
    case 'EISDIR':
      return ['this is a folder', 'name one environment file in it'];
    case 'ERR_ENCODING_INVALID_ENCODED_DATA':
      return ['the file is not UTF-8 text', 'save it as UTF-8'];
    default:
      return [`the file cannot be read (${code})`, 'check its permissions'];
  }
}
