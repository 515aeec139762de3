import type { JToken } from '../values/json.ts';
import { JValue } from '../values/json.ts';
import { parseJson } from '../values/json-text.ts';
import { isNumber, toJsNumber } from '../values/number.ts';
import { valueText } from '../values/text.ts';
import { NetException } from '../values/value.ts';

type Select = (root: JToken, path: string) => readonly JToken[];

/** Whether a child passes the filter of a JSONPath: `@.price > 10 && @.kind == 'book'`, `@.isbn`, `@.name =~ /a/i`. */
export function matchesFilter(filter: string, child: JToken, root: JToken, select: Select): boolean {
  return splitBy(filter, '||').some((any) =>
    splitBy(any, '&&').every((each) => holds(each.trim(), child, root, select)),
  );
}

/** Splits outside of quotes, brackets and regular expressions. */
function splitBy(text: string, operator: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let quote = '';
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charAt(at);
    if (quote !== '') quote = character === quote && text.charAt(at - 1) !== '\\' ? '' : quote;
    else if (["'", '"', '/'].includes(character)) quote = character;
    else if ('(['.includes(character)) depth += 1;
    else if (')]'.includes(character)) depth -= 1;
    else if (depth === 0 && text.startsWith(operator, at)) {
      parts.push(text.slice(start, at));
      start = at + operator.length;
    }
  }
  return [...parts, text.slice(start)];
}

function holds(condition: string, child: JToken, root: JToken, select: Select): boolean {
  if (condition.startsWith('(') && condition.endsWith(')'))
    return matchesFilter(condition.slice(1, -1), child, root, select);
  const compared = /^(.+?)\s*(===|!==|==|!=|<=|>=|<|>|=~)\s*(.+)$/.exec(condition);
  if (compared === null) return operand(condition, child, root, select).length > 0;
  const [, left = '', operator = '', right = ''] = compared;
  const lefts = operand(left.trim(), child, root, select);
  if (operator === '=~') return lefts.some((token) => matchesPattern(token, right.trim()));
  const rights = operand(right.trim(), child, root, select);
  return lefts.some((a) => rights.some((b) => compare(a, operator, b)));
}

function operand(text: string, child: JToken, root: JToken, select: Select): readonly JToken[] {
  if (text.startsWith('@')) return select(child, text.slice(1));
  if (text.startsWith('$')) return select(root, text);
  if (/^'.*'$/.test(text)) return [new JValue(text.slice(1, -1).replaceAll(/\\(.)/g, '$1'))];
  try {
    return [parseJson(text)];
  } catch (error) {
    if (error instanceof NetException)
      throw new NetException('JsonException', `Could not read query operator: ${text}`);
    throw error;
  }
}

function matchesPattern(token: JToken, pattern: string): boolean {
  const match = /^\/(.*)\/([a-z]*)$/.exec(pattern);
  return (
    match !== null &&
    token instanceof JValue &&
    new RegExp(match[1] ?? '', (match[2] ?? '').replaceAll(/[^ims]/g, '')).test(valueText(token))
  );
}

function compare(left: JToken, operator: string, right: JToken): boolean {
  if (!(left instanceof JValue) || !(right instanceof JValue)) return operator === '!=' || operator === '!==';
  const order = orderOf(left, right);
  switch (operator) {
    case '==':
    case '===':
      return order === 0;
    case '!=':
    case '!==':
      return order !== 0;
    case '<':
      return order !== undefined && order < 0;
    case '>':
      return order !== undefined && order > 0;
    case '<=':
      return order !== undefined && order <= 0;
    default:
      return order !== undefined && order >= 0;
  }
}

/** Undefined where the two cannot be compared. */
function orderOf(left: JValue, right: JValue): number | undefined {
  const [a, b] = [left.value, right.value];
  if (a === null || b === null) return a === b ? 0 : undefined;
  if (isNumber(a) && isNumber(b)) return Math.sign(toJsNumber(a) - toJsNumber(b));
  if (typeof a === 'boolean' || typeof b === 'boolean') return a === b ? 0 : undefined;
  if (isNumber(a) !== isNumber(b)) return undefined;
  const [x, y] = [valueText(a), valueText(b)];
  return x === y ? 0 : x < y ? -1 : 1;
}
