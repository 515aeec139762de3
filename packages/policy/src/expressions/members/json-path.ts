import type { JToken } from '../values/json.ts';
import { JArray, JObject, JProperty, JValue } from '../values/json.ts';
import { NetException } from '../values/value.ts';
import { matchesFilter } from './json-filter.ts';

/** A step of a JSONPath: from tokens to tokens. */
type Step = (token: JToken) => readonly JToken[];

/** The tokens that a JSONPath finds: `$.a.b[0]`, `a['b c']`, `..name`, `[*]`, `[1:3]`, `[0,2]`, `[?(@.price > 10)]`. */
export function selectTokens(root: JToken, path: string): readonly JToken[] {
  return stepsOf(path, root).reduce<readonly JToken[]>((tokens, step) => tokens.flatMap(step), [root]);
}

function stepsOf(path: string, root: JToken): readonly Step[] {
  const steps: Step[] = [];
  let at = path.startsWith('$') ? 1 : 0;
  while (at < path.length) {
    const rest = path.slice(at);
    const deep = rest.startsWith('..');
    const bracket = /^(?:\.\.|\.)?\[/.exec(rest);
    if (bracket !== null) {
      const end = closing(path, at + bracket[0].length);
      const step = bracketStep(path.slice(at + bracket[0].length, end), root);
      steps.push(deep ? (token) => everything(token).flatMap(step) : step);
      at = end + 1;
      continue;
    }
    const name = /^(?:\.\.|\.)?([^.[\]]+)/.exec(rest);
    if (name === null)
      throw new NetException('JsonException', `Unexpected character while parsing path: ${rest.charAt(0)}`);
    const key = name[1] ?? '';
    steps.push(
      deep
        ? (token) => below(token, key === '*' ? undefined : key)
        : (token) => (key === '*' ? values(token) : named(token, key)),
    );
    at += name[0].length;
  }
  return steps;
}

/** The bracket that closes; quotes and inner brackets are skipped. */
function closing(path: string, start: number): number {
  let depth = 0;
  let quote = '';
  for (let at = start; at < path.length; at += 1) {
    const character = path.charAt(at);
    if (quote !== '') {
      if (character === '\\') at += 1;
      else if (character === quote) quote = '';
    } else if (character === "'" || character === '"') quote = character;
    else if (character === '[' || character === '(') depth += 1;
    else if (character === ')' || (character === ']' && depth > 0)) depth -= 1;
    else if (character === ']') return at;
  }
  throw new NetException('JsonException', 'Path ended with an open indexer.');
}

function bracketStep(text: string, root: JToken): Step {
  const inner = text.trim();
  if (inner === '*') return values;
  if (inner.startsWith('?(')) {
    const filter = inner.slice(2, -1);
    return (token) => values(token).filter((child) => matchesFilter(filter, child, root, selectTokens));
  }
  const slice = /^(-?\d*)\s*:\s*(-?\d*)(?:\s*:\s*(-?\d*))?$/.exec(inner);
  if (slice !== null) return (token) => sliced(token, slice);
  const keys = inner.match(/'(?:\\.|[^'])*'|"(?:\\.|[^"])*"|-?\d+/g);
  if (keys === null)
    throw new NetException('JsonException', `Unexpected character while parsing path indexer: ${inner.charAt(0)}`);
  return (token) =>
    keys.flatMap((key) => (/^['"]/.test(key) ? named(token, unquoted(key)) : indexed(token, Number(key))));
}

function unquoted(key: string): string {
  return key.slice(1, -1).replaceAll(/\\(.)/g, '$1');
}

function values(token: JToken): readonly JToken[] {
  return token instanceof JValue
    ? []
    : token.children().map((child) => (child instanceof JProperty ? child.value : child));
}

function named(token: JToken, name: string): readonly JToken[] {
  const value = token instanceof JObject ? token.get(name) : undefined;
  return value === undefined ? [] : [value];
}

function indexed(token: JToken, index: number): readonly JToken[] {
  const item = token instanceof JArray ? token.values[index] : undefined;
  return item === undefined ? [] : [item];
}

function sliced(token: JToken, [, from = '', to = '', step = '']: RegExpExecArray): readonly JToken[] {
  if (!(token instanceof JArray)) return [];
  const size = token.values.length;
  const bound = (text: string, fallback: number): number =>
    text === '' ? fallback : Number(text) < 0 ? size + Number(text) : Number(text);
  const by = step === '' ? 1 : Number(step);
  return token.values.slice(bound(from, 0), bound(to, size)).filter((_, index) => index % by === 0);
}

/** The token and everything below it. */
function everything(token: JToken): readonly JToken[] {
  return [token, ...values(token).flatMap(everything)];
}

function below(token: JToken, name: string | undefined): readonly JToken[] {
  return token.children().flatMap((child) => {
    const value = child instanceof JProperty ? child.value : child;
    const wanted = name === undefined || (child instanceof JProperty && child.name === name);
    return [...(wanted ? [value] : []), ...below(value, name)];
  });
}
