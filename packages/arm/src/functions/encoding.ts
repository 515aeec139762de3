import { ExpressionError } from '../errors.ts';
import type { Json } from '../json.ts';
import { stringAt } from './arguments.ts';
import { type FunctionTable, pure } from './registry.ts';

/** Functions that encode and decode: base64, data URIs, URI components, JSON. */
export const encodingFunctions: FunctionTable = {
  base64: pure(1, 1, (args, call) => Buffer.from(stringAt(args, 0, call), 'utf8').toString('base64')),
  base64ToString: pure(1, 1, (args, call) => decodeBase64(stringAt(args, 0, call))),
  base64ToJson: pure(1, 1, (args, call) => parseJson(decodeBase64(stringAt(args, 0, call)), call.name)),
  dataUri: pure(
    1,
    1,
    (args, call) =>
      `data:text/plain;charset=utf-8;base64,${Buffer.from(stringAt(args, 0, call), 'utf8').toString('base64')}`,
  ),
  dataUriToString: pure(1, 1, (args, call) => decodeDataUri(stringAt(args, 0, call))),
  json: pure(1, 1, (args, call) => parseJson(stringAt(args, 0, call), call.name)),
  uri: pure(2, 2, (args, call) => joinUri(stringAt(args, 0, call), stringAt(args, 1, call))),
  uriComponent: pure(1, 1, (args, call) => escapeData(stringAt(args, 0, call))),
  uriComponentToString: pure(1, 1, (args, call) => unescapeData(stringAt(args, 0, call))),
};

function decodeBase64(text: string): string {
  const clean = text.replaceAll(/\s/g, '');
  if (clean.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/.test(clean)) {
    throw new ExpressionError(`The value '${text}' is not a valid base64 string.`);
  }
  return Buffer.from(clean, 'base64').toString('utf8');
}

function decodeDataUri(text: string): string {
  const match = /^data:([^,]*?)(;base64)?,(.*)$/isu.exec(text);
  if (match === null) throw new ExpressionError(`The value '${text}' is not a valid data URI.`);
  return match[2] === undefined ? unescapeData(match[3] ?? '') : decodeBase64(match[3] ?? '');
}

function parseJson(text: string, functionName: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch {
    throw new ExpressionError(
      `The template language function '${functionName}' parameter is not valid. The provided value '${text}' cannot be parsed to JSON. Please see https://aka.ms/arm-functions/#${functionName} for usage details.`,
    );
  }
}

function joinUri(base: string, relative: string): string {
  if (!URL.canParse(relative, base))
    throw new ExpressionError(`The URI '${base}' cannot be combined with '${relative}'.`);
  return new URL(relative, base).href;
}

/** .NET's `Uri.EscapeDataString`: everything but the unreserved characters of RFC 3986. */
function escapeData(text: string): string {
  return encodeURIComponent(text.toWellFormed()).replaceAll(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

/** .NET's `Uri.UnescapeDataString`: sequences that are no valid UTF-8 stay as they are. */
function unescapeData(text: string): string {
  return text.replaceAll(/(?:%[0-9a-f]{2})+/gi, (escaped) => {
    try {
      return decodeURIComponent(escaped);
    } catch {
      return escaped;
    }
  });
}
