import type { JoinKey, Named, SortKey, Step } from './ast.ts';
import type { Cursor } from './cursor.ts';
import { notSupported, semanticError, type KqlPosition } from './errors.ts';
import { parseExpression, parseNamed } from './parse-expression.ts';
import { parsePipeline, parseUnion } from './parse-query.ts';
import type { KqlType } from './values.ts';

type ReadStep = (cursor: Cursor, position: KqlPosition) => Step;

const STEPS: Readonly<Record<string, ReadStep>> = {
  where: (cursor, position) => ({ kind: 'where', condition: parseExpression(cursor), position }),
  filter: (cursor, position) => ({ kind: 'where', condition: parseExpression(cursor), position }),
  extend: (cursor, position) => ({ kind: 'extend', columns: cursor.list(() => parseNamed(cursor)), position }),
  project: (cursor, position) => ({ kind: 'project', columns: cursor.list(() => parseNamed(cursor)), position }),
  'project-away': (cursor, position) => ({ kind: 'project-away', patterns: patterns(cursor), position }),
  'project-keep': (cursor, position) => ({ kind: 'project-keep', patterns: patterns(cursor), position }),
  'project-reorder': (cursor, position) => ({ kind: 'project-reorder', patterns: patterns(cursor), position }),
  'project-rename': (cursor, position) => ({ kind: 'project-rename', renames: renames(cursor), position }),
  summarize: (cursor, position) => ({ kind: 'summarize', ...summarized(cursor), position }),
  distinct: (cursor, position) => ({ kind: 'distinct', columns: distinctColumns(cursor), position }),
  sort: (cursor, position) => ({ kind: 'sort', keys: sortKeys(cursor), position }),
  order: (cursor, position) => ({ kind: 'sort', keys: sortKeys(cursor), position }),
  top: (cursor, position) => ({ kind: 'top', count: parseExpression(cursor), keys: sortKeys(cursor), position }),
  take: (cursor, position) => ({ kind: 'take', count: parseExpression(cursor), position }),
  limit: (cursor, position) => ({ kind: 'take', count: parseExpression(cursor), position }),
  count: (_, position) => ({ kind: 'count', position }),
  getschema: (_, position) => ({ kind: 'getschema', position }),
  join: joined,
  'mv-expand': expanded,
  mvexpand: expanded,
  render: (cursor, position) => ({ kind: 'nothing', position: skipRest(cursor, position) }),
  as: (cursor, position) => ({ kind: 'nothing', position: skipRest(cursor, position) }),
};

/** Operators of Kusto that are not here, so that they are not taken for slips. */
const NOT_HERE = [
  ...['make-series', 'parse', 'parse-where', 'parse-kv', 'evaluate', 'invoke', 'lookup', 'sample', 'sample-distinct'],
  ...['scan', 'search', 'find', 'serialize', 'top-nested', 'top-hitters', 'reduce', 'partition', 'consume', 'facet'],
  ...[
    'fork',
    'mv-apply',
    'macro-expand',
    'graph-match',
    'make-graph',
    'project-by-names',
    'assert-schema',
    'execute_and_cache',
  ],
];

/** One operator; its bar has been read. */
export function parseStep(cursor: Cursor): Step {
  const { position } = cursor;
  if (cursor.is('union')) return { kind: 'union', ...parseUnion(cursor), position };
  const name = operatorName(cursor);
  const read = Object.hasOwn(STEPS, name) ? STEPS[name] : undefined;
  if (read !== undefined) return read(cursor, position);
  if (NOT_HERE.includes(name)) throw notSupported(`The operator '${name}'`, position);
  throw cursor.unexpected(`'${name}' is not an operator`);
}

/** A name with hyphens: `project-away`. Both parts must touch the hyphen. */
function operatorName(cursor: Cursor): string {
  if (cursor.token.kind !== 'name') throw cursor.unexpected('expected an operator');
  let { text: name, end } = cursor.next();
  while (cursor.is('-') && cursor.token.start === end && cursor.peek(1).kind === 'name') {
    cursor.next();
    const part = cursor.next();
    name += `-${part.text}`;
    end = part.end;
  }
  return name;
}

/** Drawing instructions are for whoever draws. */
function skipRest(cursor: Cursor, position: KqlPosition): KqlPosition {
  while (cursor.token.kind !== 'end' && !cursor.is('|') && !cursor.is(';') && !cursor.is(')')) {
    if (cursor.is('(')) cursor.raw();
    else cursor.next();
  }
  return position;
}

/** Names of columns in which `*` stands for any characters. */
function patterns(cursor: Cursor): readonly string[] {
  return cursor.list(() => {
    let pattern = '';
    let end: number | undefined;
    while (
      (cursor.token.kind === 'name' || cursor.is('*') || cursor.is('[')) &&
      (end ?? cursor.token.start) === cursor.token.start
    ) {
      if (cursor.is('*')) pattern += cursor.next().text;
      else pattern += cursor.name();
      end = cursor.peek(-1).end;
    }
    if (pattern === '') throw cursor.unexpected('expected the name of a column');
    return pattern;
  });
}

function renames(cursor: Cursor): readonly { to: string; from: string }[] {
  return cursor.list(() => {
    const to = cursor.name();
    cursor.expect('=');
    return { to, from: cursor.name() };
  });
}

function summarized(cursor: Cursor): { aggregates: readonly Named[]; by: readonly Named[] } {
  const aggregates = cursor.is('by') ? [] : cursor.list(() => parseNamed(cursor));
  const by = cursor.take('by') ? cursor.list(() => parseNamed(cursor)) : [];
  return { aggregates, by };
}

function distinctColumns(cursor: Cursor): readonly Named[] | undefined {
  return cursor.take('*') ? undefined : cursor.list(() => parseNamed(cursor));
}

function sortKeys(cursor: Cursor): readonly SortKey[] {
  cursor.expect('by');
  return cursor.list(() => {
    const expression = parseExpression(cursor);
    const ascending = cursor.take('asc');
    if (!ascending) cursor.take('desc');
    // What is null comes first where small comes first.
    const nullsFirst = cursor.take('nulls') ? placeOfNulls(cursor) : ascending;
    return { expression, descending: !ascending, nullsFirst };
  });
}

function placeOfNulls(cursor: Cursor): boolean {
  if (cursor.take('first')) return true;
  cursor.expect('last');
  return false;
}

const FLAVOURS = [
  'inner',
  'innerunique',
  'leftouter',
  'rightouter',
  'fullouter',
  'leftanti',
  'leftantisemi',
  'anti',
  'leftsemi',
];

function joined(cursor: Cursor, position: KqlPosition): Step {
  let flavour = 'innerunique';
  while (cursor.token.kind === 'name' && cursor.peek(1).text === '=') {
    const option = cursor.name();
    cursor.expect('=');
    const value = cursor.name();
    if (option === 'kind') flavour = value;
  }
  if (!FLAVOURS.includes(flavour)) throw notSupported(`The join kind '${flavour}'`, position);
  const right = cursor.take('(') ? pipelineInParentheses(cursor) : { ...parsePipelineSource(cursor) };
  cursor.expect('on');
  return { kind: 'join', flavour, right, on: joinKeys(cursor), position };
}

function pipelineInParentheses(cursor: Cursor) {
  const pipeline = parsePipeline(cursor);
  cursor.expect(')');
  return pipeline;
}

function parsePipelineSource(cursor: Cursor) {
  const { position } = cursor;
  return { source: { kind: 'table' as const, name: cursor.name(), position }, steps: [] };
}

function joinKeys(cursor: Cursor): readonly JoinKey[] {
  const keys: JoinKey[] = [];
  do {
    const { position } = cursor;
    if (!cursor.is('$left') && !cursor.is('$right')) {
      const name = cursor.name();
      keys.push({ left: name, right: name, position });
      continue;
    }
    const first = sided(cursor);
    cursor.expect('==');
    const second = sided(cursor);
    if (first.side === second.side) throw semanticError('join: a condition compares $left with $right', position);
    const [left, right] = first.side === '$left' ? [first, second] : [second, first];
    keys.push({ left: left.name, right: right.name, position });
  } while (cursor.take(',') || cursor.take('and'));
  return keys;
}

function sided(cursor: Cursor): { side: string; name: string } {
  const side = cursor.name();
  if (side !== '$left' && side !== '$right') throw cursor.unexpected('expected $left or $right');
  cursor.expect('.');
  return { side, name: cursor.name() };
}

function expanded(cursor: Cursor, position: KqlPosition): Step {
  if (
    cursor.token.kind === 'name' &&
    ['kind', 'bagexpansion', 'with_itemindex'].includes(cursor.token.text) &&
    cursor.peek(1).text === '='
  )
    throw notSupported(`The option '${cursor.token.text}' of mv-expand`, cursor.position);
  const columns = cursor.list(() => {
    const named = parseNamed(cursor);
    if (!cursor.take('to')) return { ...named, type: undefined };
    cursor.expect('typeof');
    cursor.expect('(');
    const type = typeName(cursor);
    cursor.expect(')');
    return { ...named, type };
  });
  if (cursor.is('limit')) throw notSupported('The limit of mv-expand', cursor.position);
  return { kind: 'mv-expand', columns, position };
}

const TYPES: Readonly<Record<string, KqlType>> = {
  ...{ string: 'string', int: 'int', long: 'long', real: 'real', double: 'real', bool: 'bool', boolean: 'bool' },
  ...{
    datetime: 'datetime',
    date: 'datetime',
    timespan: 'timespan',
    time: 'timespan',
    dynamic: 'dynamic',
    guid: 'guid',
  },
};

/** The name of a type. */
export function typeName(cursor: Cursor): KqlType {
  const type = Object.hasOwn(TYPES, cursor.token.text) ? TYPES[cursor.token.text] : undefined;
  if (type === undefined) throw cursor.unexpected('expected a type');
  cursor.next();
  return type;
}
