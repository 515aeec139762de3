import { semanticError, type KqlPosition } from './errors.ts';
import type { Typed } from './scope.ts';
import { isNumeric, textOf, type KqlType, type Row, type Value } from './values.ts';

/** `left sign right`, with Kusto's rules for the types of both sides. */
export function binary(sign: string, left: Typed, right: Typed, position: KqlPosition): Typed {
  if (sign === 'and' || sign === 'or') return logical(sign, left, right, position);
  if (Object.hasOwn(ORDERINGS, sign)) return compared(sign, left, right, position);
  if (sign === '=~' || sign === '!~') return textual(sign, left, right, position);
  if (['+', '-', '*', '/', '%'].includes(sign)) return arithmetic(sign, left, right, position);
  return textual(sign, left, right, position);
}

function logical(sign: 'and' | 'or', left: Typed, right: Typed, position: KqlPosition): Typed {
  for (const side of [left, right])
    if (side.type !== 'bool')
      throw semanticError(`Operator '${sign}' expects values of type bool, and one is ${side.type}`, position);
  if (sign === 'and') return { type: 'bool', run: (row) => left.run(row) === true && right.run(row) === true };
  return { type: 'bool', run: (row) => left.run(row) === true || right.run(row) === true };
}

const ORDERINGS: Readonly<Record<string, (order: number) => boolean>> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};

/** Whether values of both types can be compared without a cast. */
export function comparable(left: KqlType, right: KqlType): boolean {
  if (left === right || left === 'dynamic' || right === 'dynamic') return true;
  if (isNumeric(left) && isNumeric(right)) return true;
  return [left, right].includes('guid') && [left, right].includes('string');
}

function compared(sign: string, left: Typed, right: Typed, position: KqlPosition): Typed {
  if (!comparable(left.type, right.type))
    throw semanticError(
      `Cannot compare values of types ${left.type} and ${right.type}. Try adding explicit casts`,
      position,
    );
  const holds = ORDERINGS[sign];
  return {
    type: 'bool',
    run: (row) => {
      const [a, b] = alike(left, right, row);
      if (a === null || b === null || Number.isNaN(a) || Number.isNaN(b)) return sign === '!=' && a !== b;
      return holds?.(orderOf(a, b)) ?? null;
    },
  };
}

/** Both values, a `dynamic` one turned into the type of the other. */
function alike(left: Typed, right: Typed, row: Row): readonly [Value, Value] {
  const [a, b] = [left.run(row), right.run(row)];
  if (left.type === 'dynamic' && right.type !== 'dynamic') return [asOther(a, right.type), b];
  if (right.type === 'dynamic' && left.type !== 'dynamic') return [a, asOther(b, left.type)];
  return [a, b];
}

function asOther(value: Value, type: KqlType): Value {
  if (type === 'string' || type === 'guid') return textOf(value, 'dynamic');
  if (isNumeric(type)) return typeof value === 'number' ? value : null;
  return value;
}

/** Order of two values of one type: text by its characters. */
export function orderOf(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  const [left, right] = [a, b].map((value) => (typeof value === 'string' ? value : JSON.stringify(value)));
  return (left ?? '') < (right ?? '') ? -1 : (left ?? '') > (right ?? '') ? 1 : 0;
}

type TextTest = (text: string, sought: string) => boolean;

const isPart = /[\p{L}\p{N}]/u;

/** Whether `term` stands in `text` as a whole word, at its beginning or at its end. */
function hasTerm(text: string, term: string, whole: { readonly start: boolean; readonly end: boolean }): boolean {
  if (term === '') return true;
  for (let at = text.indexOf(term); at >= 0; at = text.indexOf(term, at + 1)) {
    const [before, after] = [text[at - 1] ?? '', text[at + term.length] ?? ''];
    if ((!whole.start || !isPart.test(before)) && (!whole.end || !isPart.test(after))) return true;
  }
  return false;
}

const TESTS: Readonly<Record<string, TextTest>> = {
  has: (text, sought) => hasTerm(text, sought, { start: true, end: true }),
  hasprefix: (text, sought) => hasTerm(text, sought, { start: true, end: false }),
  hassuffix: (text, sought) => hasTerm(text, sought, { start: false, end: true }),
  contains: (text, sought) => text.includes(sought),
  startswith: (text, sought) => text.startsWith(sought),
  endswith: (text, sought) => text.endsWith(sought),
};

/** `has`, `contains` … without regard to case unless the operator ends in `_cs`. */
export function textTest(sign: string): TextTest {
  const name = sign.replace(/^!/, '').replace(/_cs$/, '');
  const test = TESTS[name] ?? ((text: string, sought: string) => text === sought);
  if (sign.endsWith('_cs')) return test;
  return (text, sought) => test(text.toLowerCase(), sought.toLowerCase());
}

function textual(sign: string, left: Typed, right: Typed, position: KqlPosition): Typed {
  for (const side of [left, right])
    if (side.type !== 'string' && side.type !== 'dynamic' && side.type !== 'guid')
      throw semanticError(`Operator '${sign}' expects text, and one value is ${side.type}`, position);
  if (sign === 'matches regex') return matching(left, right, position);
  const not = sign.startsWith('!');
  const test = textTest(sign);
  const text = (side: Typed, row: Row): string => textOf(side.run(row), side.type);
  return { type: 'bool', run: (row) => test(text(left, row), text(right, row)) !== not };
}

function matching(left: Typed, right: Typed, position: KqlPosition): Typed {
  const compiled = new Map<string, RegExp>();
  return {
    type: 'bool',
    run: (row) => {
      const source = textOf(right.run(row), right.type);
      const pattern = compiled.get(source) ?? regexOf(source, position);
      compiled.set(source, pattern);
      return pattern.test(textOf(left.run(row), left.type));
    },
  };
}

/** A regular expression of Kusto, whose flags stand in front. */
export function regexOf(source: string, position: KqlPosition): RegExp {
  const [, flags = '', body = source] = /^\(\?([ims]+)\)([\s\S]*)$/.exec(source) ?? [];
  try {
    return new RegExp(body, `u${flags}`);
  } catch {
    throw semanticError(`The regular expression '${source}' is not valid`, position);
  }
}

function arithmetic(sign: string, left: Typed, right: Typed, position: KqlPosition): Typed {
  const type = arithmeticType(sign, left.type, right.type);
  if (type === undefined)
    throw semanticError(`Operator '${sign}' cannot be applied to ${left.type} and ${right.type}`, position);
  const whole = type === 'long' || type === 'int';
  return {
    type,
    run: (row) => {
      const [a, b] = [left.run(row), right.run(row)];
      return typeof a !== 'number' || typeof b !== 'number' ? null : calculated(sign, a, b, whole);
    },
  };
}

function calculated(sign: string, a: number, b: number, whole: boolean): Value {
  if (sign === '+') return a + b;
  if (sign === '-') return a - b;
  if (sign === '*') return a * b;
  if (whole && b === 0) return null;
  if (sign === '/') return whole ? Math.trunc(a / b) : a / b;
  // What is left over is never negative.
  return ((a % b) + Math.abs(b)) % Math.abs(b);
}

function arithmeticType(sign: string, left: KqlType, right: KqlType): KqlType | undefined {
  // What is dynamic counts as what it stands beside.
  const a = left === 'dynamic' ? (right === 'dynamic' ? 'real' : right) : left;
  const b = right === 'dynamic' ? a : right;
  if (isNumeric(a) && isNumeric(b)) return a === 'real' || b === 'real' ? 'real' : 'long';
  const both = `${a} ${sign} ${b}`;
  if (/^timespan [*/] (?:int|long|real)$/.test(both) || /^(?:int|long|real) \* timespan$/.test(both)) return 'timespan';
  return MIXED[both];
}

const MIXED: Readonly<Record<string, KqlType>> = {
  'datetime - datetime': 'timespan',
  'datetime - timespan': 'datetime',
  'datetime + timespan': 'datetime',
  'timespan + datetime': 'datetime',
  'timespan + timespan': 'timespan',
  'timespan - timespan': 'timespan',
  'timespan / timespan': 'real',
  'timespan % timespan': 'timespan',
};
