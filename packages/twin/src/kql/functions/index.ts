import type { Expression } from '../ast.ts';
import { compile } from '../compile.ts';
import { notSupported, semanticError } from '../errors.ts';
import type { Scope, Typed } from '../scope.ts';
import { bagFunctions } from './bags.ts';
import { choiceFunctions } from './choice.ts';
import { conversionFunctions } from './conversion.ts';
import type { Functions } from './function.ts';
import { numberFunctions } from './numbers.ts';
import { textFunctions } from './text.ts';
import { timeFunctions } from './time.ts';

/** Every scalar function that is here. */
export const FUNCTIONS: Functions = {
  ...textFunctions,
  ...numberFunctions,
  ...timeFunctions,
  ...conversionFunctions,
  ...choiceFunctions,
  ...bagFunctions,
};

/** Functions of Kusto that are not here, so that they are not taken for slips. */
const NOT_HERE =
  /^(?:series_|geo_|ipv[46]_|hash|bin_at|bin_auto|row_|prev$|next$|parse_(?:url|csv|xml|path|version|user_agent|ipv|command|urlquery)|extract_|zip$|array_|bag_|set_|treepath$|dynamic_to|format_|binary_|url_|base64_|gzip_|zlib_|ingestion_time$|cursor_|current_|welch_test$|rand$|new_guid$|translate$|unicode_|punycode_|to_utf8$|countof$|make_|repeat$|range$|has_ipv|has_any_index$|week_of_year$|datetime_|estimate_|percentrank_|rank_|beta_|gamma$|erf|cos$|sin$|tan$|acos$|asin$|atan|cot$|degrees$|radians$|pi$|jaccard_index$|tohex$|todecimal$|unixtime_|isinf$|isascii$|isutf8$|column_ifexists$|assert$|exp2$|exp10$|loggamma$)/;

/** A call of a function. */
export function callFunction(call: Extract<Expression, { readonly kind: 'call' }>, scope: Scope): Typed {
  const { name, position } = call;
  if (name === 'column_ifexists') return columnIfExists(call, scope);
  const found = Object.hasOwn(FUNCTIONS, name) ? FUNCTIONS[name] : undefined;
  if (found === undefined) throw unknown(call, scope);
  const args = call.args.map((argument) => compile(argument, scope));
  if (args.length < found.least || args.length > found.most) {
    const wanted = found.least === found.most ? `${found.least}` : `${found.least} to ${found.most}`;
    throw semanticError(`${name}(): function expects ${wanted} argument(s), and has ${args.length}`, position);
  }
  return found.make(args, { name, position, scope });
}

function unknown({ name, position }: { name: string; position: Expression['position'] }, { operator }: Scope) {
  if (NOT_HERE.test(name)) return notSupported(`The function '${name}'`, position);
  return semanticError(`'${operator}' operator: Unknown function: '${name}'`, position);
}

function columnIfExists(
  { args: [name, fallback], position }: Extract<Expression, { kind: 'call' }>,
  scope: Scope,
): Typed {
  if (name?.kind !== 'literal' || typeof name.value !== 'string' || fallback === undefined)
    throw semanticError('column_ifexists(): expects the name of a column in quotes and another value', position);
  const there = scope.columns.some((column) => column.name === name.value);
  return compile(there ? { kind: 'name', name: name.value, position } : fallback, scope);
}
