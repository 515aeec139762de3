import { iterate, NetArray } from '../values/collections.ts';
import { int, Integer } from '../values/number.ts';
import { valueText } from '../values/text.ts';
import { Char, EnumValue, NetException, type Value } from '../values/value.ts';
import {
  argument,
  ignoresCase,
  indexArgument,
  outOfRange,
  tableFor,
  textArgument,
  textOf,
  type Invocation,
} from './invocation.ts';
import { compareText } from './comparison.ts';

const isString = (value: Value): value is string => typeof value === 'string';

/** Instance members of `System.String`. */
export const STRING = tableFor(isString, {
  properties: { Length: (self) => int(self.length) },
  methods: {
    Contains: (self, call) => fold(self, argument(call, 1)).includes(fold(textArgument(call, 0), argument(call, 1))),
    StartsWith: (self, call) =>
      fold(self, argument(call, 1)).startsWith(fold(textArgument(call, 0), argument(call, 1))),
    EndsWith: (self, call) => fold(self, argument(call, 1)).endsWith(fold(textArgument(call, 0), argument(call, 1))),
    IndexOf: (self, call) => int(indexOf(self, call)),
    LastIndexOf: (self, call) =>
      int(fold(self, argument(call, 1)).lastIndexOf(fold(textArgument(call, 0), argument(call, 1)))),
    IndexOfAny: (self, call) => {
      const wanted = [...iterate(argument(call, 0))].map(textOf);
      const found = wanted.map((each) => self.indexOf(each)).filter((index) => index !== -1);
      return int(found.length === 0 ? -1 : Math.min(...found));
    },
    Substring: substring,
    Remove: (self, call) => {
      const start = indexArgument(call, 0);
      const length = call.args.length > 1 ? indexArgument(call, 1) : self.length - start;
      if (start < 0 || length < 0 || start + length > self.length) throw outOfRange('startIndex');
      return self.slice(0, start) + self.slice(start + length);
    },
    Insert: (self, call) => {
      const start = indexArgument(call, 0);
      if (start < 0 || start > self.length) throw outOfRange('startIndex');
      return self.slice(0, start) + textArgument(call, 1) + self.slice(start);
    },
    Replace: replace,
    Split: split,
    Trim: (self, call) => trim(self, call, true, true),
    TrimStart: (self, call) => trim(self, call, true, false),
    TrimEnd: (self, call) => trim(self, call, false, true),
    ToLower: (self) => self.toLowerCase(),
    ToLowerInvariant: (self) => self.toLowerCase(),
    ToUpper: (self) => upperCase(self),
    ToUpperInvariant: (self) => upperCase(self),
    PadLeft: (self, call) => self.padStart(indexArgument(call, 0), padding(call)),
    PadRight: (self, call) => self.padEnd(indexArgument(call, 0), padding(call)),
    ToCharArray: (self) => new NetArray([...iterate(self)], 'char'),
    CompareTo: (self, call) => int(compareText(self, valueText(argument(call, 0)))),
    Equals: (self, call) => {
      const other = argument(call, 0);
      return typeof other === 'string' && fold(self, argument(call, 1)) === fold(other, argument(call, 1));
    },
    Normalize: (self) => self.normalize(),
    IsNormalized: (self) => self.normalize() === self,
    Clone: (self) => self,
  },
});

/** One character for one: `ß` stays, because .NET maps characters and not text. */
function upperCase(text: string): string {
  if (!/[^\x20-\x7e]/.test(text)) return text.toUpperCase();
  return text.replaceAll(/./gsu, (character) =>
    character.toUpperCase().length > character.length ? character : character.toUpperCase(),
  );
}

function fold(text: string, comparison: Value): string {
  return ignoresCase(comparison) ? upperCase(text) : text;
}

function indexOf(self: string, call: Invocation): number {
  const second = argument(call, 1);
  const start = second instanceof Integer ? Number(second.value) : 0;
  const comparison = call.args.at(-1) ?? null;
  if (start < 0 || start > self.length) throw outOfRange('startIndex');
  return fold(self, comparison).indexOf(fold(textArgument(call, 0), comparison), start);
}

function substring(self: string, call: Invocation): string {
  const start = indexArgument(call, 0);
  if (start < 0) throw outOfRangeText('StartIndex cannot be less than zero.', 'startIndex');
  if (start > self.length) throw outOfRangeText('startIndex cannot be larger than length of string.', 'startIndex');
  if (call.args.length === 1) return self.slice(start);
  const length = indexArgument(call, 1);
  if (length < 0) throw outOfRangeText('Length cannot be less than zero.', 'length');
  if (start + length > self.length)
    throw outOfRangeText('Index and length must refer to a location within the string.', 'length');
  return self.slice(start, start + length);
}

function outOfRangeText(message: string, parameter: string): NetException {
  return new NetException('ArgumentOutOfRangeException', `${message} (Parameter '${parameter}')`);
}

function replace(self: string, call: Invocation): string {
  const from = textArgument(call, 0, 'oldValue');
  const to = argument(call, 1) === null ? '' : textOf(argument(call, 1));
  if (from === '')
    throw new NetException('ArgumentException', "The value cannot be an empty string. (Parameter 'oldValue')");
  if (!ignoresCase(argument(call, 2))) return self.replaceAll(from, () => to);
  return self.replace(new RegExp(from.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'gi'), () => to);
}

/** Separators may be characters, strings or arrays of either; count and options follow in any overload's order. */
function split(self: string, call: Invocation): NetArray {
  const separators: string[] = [];
  let limit = Number.POSITIVE_INFINITY;
  let options = 0;
  for (const value of call.args) {
    if (value instanceof EnumValue) options = value.number;
    else if (value instanceof Integer) limit = Number(value.value);
    else if (value instanceof Char || typeof value === 'string') separators.push(textOf(value));
    else if (value !== null) separators.push(...[...iterate(value)].map(textOf));
  }
  const effective = separators.filter((separator) => separator !== '');
  let parts = splitText(self, effective.length > 0 ? effective : undefined, limit, (options & 1) === 1);
  if ((options & 2) === 2) parts = parts.map((part) => part.trim());
  if ((options & 1) === 1) parts = parts.filter((part) => part !== '');
  return new NetArray(parts, 'string');
}

function splitText(
  text: string,
  separators: readonly string[] | undefined,
  limit: number,
  skipEmpty: boolean,
): string[] {
  const parts: string[] = [];
  let start = 0;
  for (let at = 0; at < text.length && parts.length < limit - 1;) {
    const found =
      separators === undefined ? /\s/.exec(text.charAt(at))?.[0] : separators.find((each) => text.startsWith(each, at));
    if (found === undefined) {
      at += 1;
      continue;
    }
    if (!skipEmpty || at > start) parts.push(text.slice(start, at));
    at += found.length;
    start = at;
  }
  return [...parts, text.slice(start)];
}

function trim(self: string, call: Invocation, start: boolean, end: boolean): string {
  const given = call.args.flatMap((value) =>
    value === null ? [] : value instanceof Char ? [value.text] : [...iterate(value)].map(textOf),
  );
  const drops = (character: string): boolean => (given.length === 0 ? /\s/.test(character) : given.includes(character));
  let from = 0;
  let to = self.length;
  while (start && from < to && drops(self.charAt(from))) from += 1;
  while (end && to > from && drops(self.charAt(to - 1))) to -= 1;
  return self.slice(from, to);
}

function padding(call: Invocation): string {
  return call.args.length > 1 ? textOf(argument(call, 1)) : ' ';
}
