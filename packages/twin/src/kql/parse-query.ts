import type { Binding, Pipeline, Query, Source, Union } from './ast.ts';
import { Cursor } from './cursor.ts';
import { notSupported } from './errors.ts';
import { parseExpression, parseNamed } from './parse-expression.ts';
import { parseStep, typeName } from './parse-steps.ts';

/** Parses a whole query: `let` statements and one result. */
export function parseQuery(text: string): Query {
  const cursor = new Cursor(text);
  const bindings: Binding[] = [];
  for (;;) {
    while (cursor.take(';'));
    if (!cursor.is('let')) break;
    bindings.push(binding(cursor));
    if (cursor.token.kind !== 'end') cursor.expect(';');
  }
  if (cursor.is('set') || cursor.is('declare') || cursor.is('alias'))
    throw notSupported(`The statement '${cursor.token.text}'`, cursor.position);
  const result = parsePipeline(cursor);
  while (cursor.take(';'));
  if (cursor.token.kind !== 'end') throw cursor.unexpected('a query has one result');
  return { bindings, result };
}

function binding(cursor: Cursor): Binding {
  cursor.expect('let');
  const { position } = cursor;
  const name = cursor.name();
  cursor.expect('=');
  if (startsFunction(cursor)) throw notSupported('A function of your own', cursor.position);
  if (!startsTable(cursor)) return { name, position, value: { kind: 'scalar', expression: parseExpression(cursor) } };
  return { name, position, value: { kind: 'table', pipeline: parsePipeline(cursor) } };
}

function startsFunction(cursor: Cursor): boolean {
  if (!cursor.is('(')) return cursor.is('view');
  if (cursor.peek(1).text === ')') return true;
  return cursor.peek(1).kind === 'name' && cursor.peek(2).text === ':';
}

/** Words that begin rows, whatever follows. */
const TABLE_WORDS = new Set(['datatable', 'union', 'print', 'range', 'materialize']);

/** Whether rows and not a value follow: they are piped, or begin with a word of their own. */
function startsTable(cursor: Cursor): boolean {
  const { kind, text } = cursor.token;
  if (kind === 'name' && TABLE_WORDS.has(text) && (text !== 'range' || cursor.peek(2).text === 'from')) return true;
  let depth = 0;
  for (let ahead = 0; cursor.peek(ahead).kind !== 'end'; ahead += 1) {
    const token = cursor.peek(ahead);
    if (token.kind !== 'sign') continue;
    if ('([{'.includes(token.text)) depth += 1;
    if (')]}'.includes(token.text)) depth -= 1;
    if (depth === 0 && token.text === ';') return false;
    if (depth === 0 && token.text === '|') return true;
  }
  return false;
}

/** Rows and what is done to them, up to what cannot belong to it. */
export function parsePipeline(cursor: Cursor): Pipeline {
  const source = parseSource(cursor);
  const steps = [];
  while (cursor.take('|')) steps.push(parseStep(cursor));
  return { source, steps };
}

const REFUSED_SOURCES = [
  'search',
  'find',
  'externaldata',
  'evaluate',
  'workspace',
  'app',
  'resource',
  'cluster',
  'adx',
  'arg',
];

function parseSource(cursor: Cursor): Source {
  const { position, text, kind } = cursor.token;
  const called = cursor.peek(1).kind === 'sign' && cursor.peek(1).text === '(';
  if (cursor.take('(')) {
    const pipeline = parsePipeline(cursor);
    cursor.expect(')');
    return { kind: 'pipeline', pipeline, position };
  }
  if (kind === 'name' && REFUSED_SOURCES.includes(text) && (called || ['search', 'find'].includes(text)))
    throw notSupported(`'${text}'`, position);
  if (cursor.is('datatable')) return datatable(cursor);
  if (cursor.is('union')) return { kind: 'union', ...parseUnion(cursor), position };
  if (cursor.is('print')) {
    cursor.next();
    return { kind: 'print', columns: cursor.list(() => parseNamed(cursor)), position };
  }
  if (cursor.is('range') && cursor.peek(2).text === 'from') return range(cursor);
  if (cursor.is('materialize') && called) {
    cursor.next();
    return parseSource(cursor);
  }
  if (cursor.is('table') && called) return tableByText(cursor);
  if (kind === 'name' && called) throw notSupported(`The tabular function '${text}'`, position);
  return { kind: 'table', name: cursor.name(), position };
}

function tableByText(cursor: Cursor): Source {
  const { position } = cursor.next();
  cursor.expect('(');
  if (cursor.token.kind !== 'text') throw cursor.unexpected('expected the name of a table in quotes');
  const name = String(cursor.next().value);
  cursor.expect(')');
  return { kind: 'table', name, position };
}

function datatable(cursor: Cursor): Source {
  const { position } = cursor.next();
  cursor.expect('(');
  const columns = cursor.list(() => {
    const name = cursor.name();
    cursor.expect(':');
    return { name, type: typeName(cursor) };
  });
  cursor.expect(')');
  cursor.expect('[');
  const cells = [];
  while (!cursor.is(']')) {
    cells.push(parseExpression(cursor));
    if (!cursor.take(',')) break;
  }
  cursor.expect(']');
  if (cells.length % columns.length !== 0) throw cursor.unexpected('the values do not fill the last row');
  return { kind: 'datatable', columns, cells, position };
}

function range(cursor: Cursor): Source {
  const { position } = cursor.next();
  const name = cursor.name();
  cursor.expect('from');
  const from = parseExpression(cursor);
  cursor.expect('to');
  const to = parseExpression(cursor);
  cursor.expect('step');
  return { kind: 'range', name, from, to, step: parseExpression(cursor), position };
}

/** `union [kind=…] [withsource=…] [isfuzzy=…] A, (B | …)`. */
export function parseUnion(cursor: Cursor): Union {
  cursor.expect('union');
  const options = new Map<string, string>();
  while (['kind', 'withsource', 'isfuzzy'].includes(cursor.token.text) && cursor.peek(1).text === '=') {
    const name = cursor.name();
    cursor.expect('=');
    options.set(name, cursor.name());
  }
  const tables = cursor.list((): Pipeline => ({ source: parseSource(cursor), steps: [] }));
  return { tables, inner: options.get('kind') === 'inner', sourceColumn: options.get('withsource') };
}
