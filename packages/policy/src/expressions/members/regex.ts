import { NetArray } from '../values/collections.ts';
import { bounded } from './bounded-regex.ts';
import { MatchCollection, MatchObject } from '../values/objects.ts';
import { EnumValue, Lambda, NetException, type Value } from '../values/value.ts';
import { valueText } from '../values/text.ts';

const IGNORE_CASE = 1;
const MULTILINE = 2;
const SINGLELINE = 16;
const IGNORE_WHITESPACE = 32;

/** A .NET pattern as JavaScript's: inline options and named groups are rewritten, the rest is common to both. */
export function compilePattern(pattern: string, options: Value): RegExp {
  let flags = options instanceof EnumValue ? options.number : 0;
  let source = pattern;
  const inline = /^\(\?([imsx]+)\)/.exec(source);
  if (inline !== null) {
    source = source.slice(inline[0].length);
    for (const [letter, flag] of [
      ['i', IGNORE_CASE],
      ['m', MULTILINE],
      ['s', SINGLELINE],
      ['x', IGNORE_WHITESPACE],
    ] as const) {
      if (inline[1]?.includes(letter) === true) flags |= flag;
    }
  }
  source = source
    .replaceAll(/\(\?'(\w+)'/g, '(?<$1>')
    .replaceAll('\\A', '^')
    .replaceAll(/\\[zZ]/g, '$');
  if ((flags & IGNORE_WHITESPACE) !== 0)
    source = source.replaceAll(/\\.|\s+|#.*$/gm, (part) => (part.startsWith('\\') ? part : ''));
  const letters = `${(flags & IGNORE_CASE) === 0 ? '' : 'i'}${(flags & MULTILINE) === 0 ? '' : 'm'}${(flags & SINGLELINE) === 0 ? '' : 's'}`;
  try {
    return new RegExp(source, `gd${letters}`);
  } catch {
    throw new NetException('RegexParseException', `Invalid pattern '${pattern}'.`);
  }
}

/** The first match at or after the start, or null. */
export function match(pattern: RegExp, input: string): RegExpExecArray | null {
  pattern.lastIndex = 0;
  return bounded(pattern, input, () => pattern.exec(input));
}

export function toMatch(found: RegExpExecArray | null): MatchObject {
  if (found === null) return new MatchObject('Match', undefined, 0, new Map());
  const groups = new Map<string, MatchObject>();
  const whole = new MatchObject('Group', found[0], found.index, new Map());
  groups.set('0', whole);
  for (const [index, text] of found.entries()) {
    if (index > 0)
      groups.set(String(index), new MatchObject('Group', text, found.indices?.[index]?.[0] ?? 0, new Map()));
  }
  for (const [name, text] of Object.entries(found.groups ?? {})) {
    groups.set(name, new MatchObject('Group', text, found.indices?.groups?.[name]?.[0] ?? 0, new Map()));
  }
  return new MatchObject('Match', found[0], found.index, groups);
}

export function matches(pattern: RegExp, input: string): MatchCollection {
  const found = allOf(pattern, input).map((each, index) => [String(index), toMatch(each)] as const);
  return new MatchCollection(new Map(found));
}

function allOf(pattern: RegExp, input: string): readonly RegExpExecArray[] {
  return bounded(pattern, input, () => [...input.matchAll(pattern)]);
}

/** `Replace` with a text of `$1`, `${name}` and `$&`, or with a lambda. */
export function replaceMatches(pattern: RegExp, input: string, replacement: Value, limit = -1): string {
  if (replacement instanceof Lambda) {
    let result = '';
    let from = 0;
    let left = limit;
    for (const found of allOf(pattern, input)) {
      if (left === 0) break;
      left -= 1;
      result += input.slice(from, found.index) + valueText(replacement.invoke([toMatch(found)]));
      from = found.index + found[0].length;
    }
    return result + input.slice(from);
  }
  const text = valueText(replacement)
    .replaceAll(/\$\{(\w+)\}/g, (_all, name: string) => (/^\d+$/.test(name) ? `$${name}` : `$<${name}>`))
    .replaceAll('$0', '$&');
  if (limit < 0) return bounded(pattern, input, () => input.replace(pattern, text));
  const single = new RegExp(pattern.source, pattern.flags.replace('g', ''));
  return replaceMatches(
    pattern,
    input,
    new Lambda(1, ([found]) => (found instanceof MatchObject ? found.text.replace(single, text) : '')),
    limit,
  );
}

export function splitByPattern(pattern: RegExp, input: string): NetArray {
  const single = new RegExp(pattern.source, pattern.flags.replace('g', ''));
  return new NetArray(
    bounded(pattern, input, () => input.split(single)),
    'string',
  );
}
