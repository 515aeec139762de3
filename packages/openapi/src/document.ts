import { isNumber, isObject, type JsonObject, type JsonValue } from './json.ts';
import { OpenApiError, type Mistake } from './mistakes.ts';
import { placeOfOffset, placesOf, writingMistakes } from './places.ts';
import { readJson, SyntaxMistake } from './read-json.ts';
import { readYaml } from './read-yaml.ts';
import { digitsOf } from './numbers.ts';

/** A parsed text: the document itself, or one that it refers to. */
export interface SourceDocument {
  /** Absolute; relative references start here. */
  readonly url: string;
  /** What the user calls it. */
  readonly name: string;
  /** Kept to find the places of mistakes; undefined for what was made in memory. */
  readonly text: string | undefined;
  readonly root: JsonValue;
}

/** Parses JSON or YAML. Throws `OpenApiError` with every mistake of its writing. */
export async function parseText(text: string, url: string, name: string): Promise<SourceDocument> {
  const isJson = /^\s*[{[]/.test(text);
  try {
    const root = isJson ? await readJsonOrFlow(text, name) : await readYaml(text);
    if (root !== undefined) return { url, name, text, root };
  } catch (error) {
    if (!(error instanceof SyntaxMistake)) throw error;
    const fallback = await placed(error, text, name);
    const isSound = isJson || typeof error.where === 'string';
    throw new OpenApiError(isSound ? [fallback] : await writingMistakesOr(fallback, text));
  }
  throw new OpenApiError(await writingMistakesOr({ source: name, text: 'a key is there twice' }, text));
}

/** Undefined where a key is there twice: whoever wrote it meant one of two things. YAML may begin with a brace, too. */
async function readJsonOrFlow(text: string, name: string): Promise<JsonValue | undefined> {
  try {
    const { value, hasDuplicates } = readJson(text);
    return hasDuplicates ? undefined : value;
  } catch (error) {
    if (!(error instanceof SyntaxMistake) || name.endsWith('.json')) throw error;
    return await readYaml(text).catch(() => {
      throw error;
    });
  }
}

async function placed({ where, message }: SyntaxMistake, text: string, source: string): Promise<Mistake> {
  if (typeof where === 'number') return { source, place: placeOfOffset(text, where), text: message };
  const [place] = await placesOf(text, [where]);
  return { source, ...(place === undefined ? {} : { place }), pointer: where, text: message };
}

async function writingMistakesOr(fallback: Mistake, text: string): Promise<readonly Mistake[]> {
  const found = await writingMistakes(text).catch((error: unknown) => {
    if (error instanceof RangeError) return [];
    throw error;
  });
  return found.length === 0
    ? [fallback]
    : found.map(({ place, text: what }) => ({ source: fallback.source, place, text: what }));
}

/** Versions that are prepared; each as the document may write it. */
export type Dialect = '2.0' | '3.0' | '3.1';

/** The version that a document declares. Throws `OpenApiError`. */
export function dialectOf({ root, name }: SourceDocument): { readonly dialect: Dialect; readonly written: JsonValue } {
  const refuse = (text: string, pointer = ''): never => {
    throw new OpenApiError([{ source: name, pointer, text }]);
  };
  if (!isObject(root)) return refuse('an OpenAPI document is a mapping with `openapi`, `info` and `paths`');
  const key = Object.hasOwn(root, 'openapi') ? 'openapi' : 'swagger';
  const written = Object.hasOwn(root, key) ? (root[key] as JsonValue) : undefined;
  if (written === undefined)
    return refuse("neither 'openapi' nor 'swagger' says which version of OpenAPI this is; write `openapi: 3.0.3`");
  const version = isNumber(written) ? digitsOf(written) : written;
  const dialect = typeof version === 'string' ? /^(2\.0|3\.[01])(?:\.\d+)?$/.exec(version)?.[1] : undefined;
  if (dialect === undefined || (dialect === '2.0') !== (key === 'swagger'))
    return refuse(
      `OpenAPI ${JSON.stringify(version)} is not supported; \`swagger: '2.0'\`, \`openapi: 3.0.x\` and 3.1.x are`,
      `/${key}`,
    );
  return { dialect: dialect as Dialect, written };
}

/** The root of a document whose version is known. */
export function rootOf(document: SourceDocument): JsonObject {
  return document.root as JsonObject;
}
