import type { FunctionCall } from '../context.ts';
import { ExpressionError } from '../errors.ts';
import { type Json, type JsonObject, getProperty, getString } from '../json.ts';
import { objectAt, stringAt } from './arguments.ts';
import { type FunctionTable, pure } from './registry.ts';

/** Functions that take URIs apart and put them together. */
export const uriFunctions: FunctionTable = {
  parseUri: pure(1, 1, (args, call) => parse(stringAt(args, 0, call))),
  buildUri: pure(1, 1, (args, call) => build(objectAt(args, 0, call), call)),
};

function parse(text: string): Json {
  if (!URL.canParse(text)) throw new ExpressionError(`The value '${text}' is not a valid absolute URI.`);
  const url = new URL(text);
  return {
    scheme: url.protocol.slice(0, -1),
    host: url.hostname,
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    ...(url.pathname === '' ? {} : { path: url.pathname }),
    ...(url.search === '' ? {} : { query: url.search }),
  };
}

function build(parts: JsonObject, call: FunctionCall): string {
  const scheme = getString(parts, 'scheme');
  const host = getString(parts, 'host');
  if (scheme === undefined || host === undefined) {
    throw new ExpressionError(
      `The template language function '${call.name}' expects an object with 'scheme' and 'host'.`,
    );
  }
  const port = getProperty(parts, 'port');
  const path = getString(parts, 'path') ?? '';
  const query = getString(parts, 'query') ?? '';
  const url = `${scheme}://${host}${typeof port === 'number' ? `:${String(port)}` : ''}${path === '' || path.startsWith('/') ? path : `/${path}`}${query === '' || query.startsWith('?') ? query : `?${query}`}`;
  if (!URL.canParse(url)) throw new ExpressionError(`The parts given to '${call.name}' make no valid URI: '${url}'.`);
  return new URL(url).href;
}
