import type { FunctionCall } from '../context.ts';
import { ExpressionError } from '../errors.ts';
import type { Value } from '../expression/value.ts';
import { type Json, isArray } from '../json.ts';
import { argumentError, arrayAt, integerAt, stringAt } from './arguments.ts';
import { formatComposite } from './format.ts';
import { nameBasedGuid, uniqueString } from './hash.ts';
import { type FunctionTable, pure } from './registry.ts';
import { toText } from './text.ts';

/** Functions that make, search and change strings. */
export const stringFunctions: FunctionTable = {
  endsWith: pure(2, 2, (args, call) => lower(args, 0, call).endsWith(lower(args, 1, call))),
  startsWith: pure(2, 2, (args, call) => lower(args, 0, call).startsWith(lower(args, 1, call))),
  format: pure(1, Infinity, (args, call) => formatComposite(stringAt(args, 0, call), args.slice(1))),
  guid: pure(1, Infinity, (args, call) => nameBasedGuid(texts(args, call))),
  uniqueString: pure(1, Infinity, (args, call) => uniqueString(texts(args, call))),
  join: pure(2, 2, (args, call) =>
    arrayAt(args, 0, call)
      .map(toText)
      .join(stringAt(args, 1, call)),
  ),
  split: pure(2, 2, (args, call) => split(stringAt(args, 0, call), args[1] ?? null, call)),
  padLeft: pure(2, 3, padLeft),
  replace: pure(3, 3, (args, call) => {
    const searched = stringAt(args, 1, call);
    if (searched === '')
      throw new ExpressionError(`The template language function 'replace' cannot search for an empty string.`);
    return stringAt(args, 0, call).replaceAll(searched, () => stringAt(args, 2, call));
  }),
  string: pure(1, 1, ([value = null], call) => {
    if (typeof value === 'number' && !Number.isInteger(value))
      throw argumentError(call, 0, 'Integer, String, Boolean, Object, Array', value);
    return toText(value);
  }),
  substring: pure(2, 3, substring),
  toLower: pure(1, 1, (args, call) => stringAt(args, 0, call).toLowerCase()),
  toUpper: pure(1, 1, (args, call) => stringAt(args, 0, call).toUpperCase()),
  trim: pure(1, 1, (args, call) => stringAt(args, 0, call).trim()),
};

function lower(args: readonly Value[], index: number, call: FunctionCall): string {
  return stringAt(args, index, call).toLowerCase();
}

function texts(args: readonly Json[], call: FunctionCall): readonly string[] {
  return args.map((_, index) => stringAt(args, index, call));
}

function split(text: string, delimiter: Json, call: FunctionCall): readonly string[] {
  const delimiters = isArray(delimiter) ? delimiter.map(toText) : [stringAt([text, delimiter], 1, call)];
  const wanted = delimiters.filter((item) => item !== '');
  if (wanted.length === 0) return [text];
  return text.split(new RegExp(wanted.map((item) => item.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|'), 'u'));
}

function padLeft(args: readonly Json[], call: FunctionCall): string {
  const value = args[0] ?? null;
  if (typeof value !== 'string' && typeof value !== 'number') throw argumentError(call, 0, 'String', value);
  const fill = args.length > 2 ? stringAt(args, 2, call) : ' ';
  if (fill.length !== 1)
    throw new ExpressionError(`The template language function 'padLeft' pads with one character, not '${fill}'.`);
  return toText(value).padStart(integerAt(args, 1, call), fill);
}

function substring(args: readonly Json[], call: FunctionCall): string {
  const text = stringAt(args, 0, call);
  const start = integerAt(args, 1, call);
  const length = args.length > 2 ? integerAt(args, 2, call) : text.length - start;
  if (start < 0 || length < 0 || start + length > text.length) {
    throw new ExpressionError(
      `Unable to evaluate the template language function 'substring'. The index and length parameters must refer to a location within the string. The index parameter: '${String(start)}', the length parameter: '${String(length)}', the length of the string parameter: '${String(text.length)}'. Please see https://aka.ms/arm-functions/#substring for usage details.`,
    );
  }
  return text.slice(start, start + length);
}
