import { isNumber, isObject, type JsonObject, type JsonValue } from './json.ts';
import { OpenApiError, type Mistake } from './mistakes.ts';
import { placeOfOffset, placesOf, writingMistakes } from './places.ts';
import { readJson, SyntaxMistake, TOO_DEEP } from './read-json.ts';
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
    const root = isJson ? await readJsonOrFlow(text) : await readYaml(text);
    if (root !== undefined) return { url, name, text, root };
  } catch (error) {
    if (!(error instanceof SyntaxMistake)) throw error;
    const fallback = await placed(error, text, name);
    const isSound = isJson || typeof error.where === 'string' || error.message.startsWith(TOO_DEEP);
    throw new OpenApiError(isSound ? [fallback] : await writingMistakesOr(fallback, text));
  }
  throw new OpenApiError(await writingMistakesOr({ source: name, text: 'a key is there twice' }, text));
}

/** Undefined where a key is there twice: whoever wrote it meant one of two things. YAML may begin with a brace, too. */
async function readJsonOrFlow(text: string): Promise<JsonValue | undefined> {
  try {
    const { value, hasDuplicates } = readJson(text);
    return hasDuplicates ? undefined : value;
  } catch (error) {
    if (!(error instanceof SyntaxMistake) || !/^\s*\{\s*[^"\s}]/.test(text)) throw error;
    return await readYaml(text).catch(() => {
      throw error;
    });
  }
}

async function placed({ where, message }: SyntaxMistake, text: string, name: string): Promise<Mistake> {
  if (typeof where === 'number') return { source: name, place: placeOfOffset(text, where), text: message };
  return await placedMistake({ text, name }, where, message);
}

async function placedMistake(
  { name: source, text: given }: Pick<SourceDocument, 'name' | 'text'>,
  pointer: string,
  text: string,
): Promise<Mistake> {
  const [place] = given === undefined ? [] : await placesOf(given, [pointer]);
  return { source, ...(place === undefined ? {} : { place }), pointer, text };
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
export async function dialectOf(document: SourceDocument): Promise<Dialect> {
  const { root } = document;
  const refuse = async (text: string, pointer = ''): Promise<never> => {
    throw new OpenApiError([await placedMistake(document, pointer, text)]);
  };
  if (!isObject(root)) return await refuse('an OpenAPI document is a mapping with `openapi`, `info` and `paths`');
  const key = Object.hasOwn(root, 'openapi') ? 'openapi' : 'swagger';
  const written = Object.hasOwn(root, key) ? (root[key] as JsonValue) : undefined;
  if (written === undefined)
    return await refuse(
      "neither 'openapi' nor 'swagger' says which version of OpenAPI this is; write `openapi: 3.0.3`",
    );
  const version = isNumber(written) ? digitsOf(written) : written;
  const dialect = typeof version === 'string' ? /^(2\.0|3\.[01])(?:\.\d+)?$/.exec(version)?.[1] : undefined;
  if (dialect === undefined || (dialect === '2.0') !== (key === 'swagger'))
    return await refuse(
      `OpenAPI ${JSON.stringify(version)} is not supported; \`swagger: '2.0'\`, \`openapi: 3.0.x\` and 3.1.x are`,
      `/${key}`,
    );
  return dialect as Dialect;
}

/** The root of a document whose version is known. */
export function rootOf(document: SourceDocument): JsonObject {
  return document.root as JsonObject;
}
