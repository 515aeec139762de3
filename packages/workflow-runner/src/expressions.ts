import { Evaluator, Lexer, Parser, data } from '@actions/expressions';
import type { FunctionDefinition } from '@actions/expressions/funcs/info';
import { WorkflowError } from './errors.ts';

/** Contexts by name (`github`, `inputs`, `needs`, …) as plain values. */
export type Contexts = Readonly<Record<string, unknown>>;

/** What the status functions answer where an expression stands. */
export interface Status {
  readonly success: boolean;
  readonly failure: boolean;
  readonly cancelled: boolean;
}

const NO_STATUS: Status = { success: true, failure: false, cancelled: false };
const STATUS_FUNCTIONS = ['success', 'failure', 'cancelled', 'always'] as const;

/** Evaluates one expression (without `${{ }}`) to a plain value. Throws `WorkflowError` on a mistake in it. */
export function evaluate(source: string, contexts: Contexts, status: Status = NO_STATUS): unknown {
  try {
    const functions = statusFunctions(status);
    const { tokens } = new Lexer(source).lex();
    const tree = new Parser(tokens, Object.keys(contexts), [...functions.values()]).parse();
    const result = new Evaluator(tree, toData(contexts) as data.Dictionary, functions).evaluate();
    return JSON.parse(JSON.stringify(result, data.replacer)) as unknown;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    throw new WorkflowError(`expression '${source.trim()}': ${error.message}`);
  }
}

/** Replaces every `${{ … }}` in a scalar; always text, as `env`, `with` and `run` take it. */
export function interpolate(value: unknown, contexts: Contexts, status?: Status): string {
  if (value === null || value === undefined) return '';
  if (typeof value !== 'string') return textOf(value);
  return splitExpressions(value)
    .map((part) => (part.expression ? textOf(evaluate(part.text, contexts, status)) : part.text))
    .join('');
}

/** Like `interpolate`, but a scalar that is one single expression keeps its type (boolean inputs need it). */
export function interpolateTyped(value: unknown, contexts: Contexts): unknown {
  if (typeof value !== 'string') return value;
  const parts = splitExpressions(value);
  const [only] = parts;
  return parts.length === 1 && only?.expression === true ? evaluate(only.text, contexts) : interpolate(value, contexts);
}

/** Whether an `if` holds. Without a status function it stands under an implicit `success()`, as on GitHub. */
export function condition(source: string | boolean | undefined, contexts: Contexts, status: Status): boolean {
  const text = source === undefined ? '' : String(source).trim();
  const parts = splitExpressions(text);
  const [only] = parts;
  const bare = parts.length === 1 && only?.expression === true ? only.text.trim() : text;
  if (!mentionsStatus(bare) && !status.success) return false;
  return bare === '' || isTruthy(evaluate(bare, contexts, status));
}

function mentionsStatus(source: string): boolean {
  const withoutStrings = source.replaceAll(/'(?:[^']|'')*'/g, "''");
  return new RegExp(`\\b(?:${STATUS_FUNCTIONS.join('|')})\\s*\\(`, 'i').test(withoutStrings);
}

function isTruthy(value: unknown): boolean {
  return value !== null && value !== false && value !== 0 && value !== '';
}

function statusFunctions(status: Status): Map<string, FunctionDefinition> {
  const answers = { ...status, always: true };
  return new Map(
    STATUS_FUNCTIONS.map((name) => [
      name,
      { name, minArgs: 0, maxArgs: 0, call: () => new data.BooleanData(answers[name]) },
    ]),
  );
}

function toData(value: unknown): data.ExpressionData {
  return JSON.parse(JSON.stringify(value), data.reviver) as data.ExpressionData;
}

function textOf(value: unknown): string {
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null || value === undefined ? '' : Array.isArray(value) ? 'Array' : 'Object';
}

interface Part {
  readonly expression: boolean;
  readonly text: string;
}

/** Cuts `a ${{ b }} c` into its parts; a `}}` inside a quoted string does not end an expression. */
function splitExpressions(source: string): readonly Part[] {
  const parts: Part[] = [];
  let rest = source;
  for (let start = rest.indexOf('${{'); start !== -1; start = rest.indexOf('${{')) {
    const end = endOfExpression(rest, start + 3);
    if (start > 0) parts.push({ expression: false, text: rest.slice(0, start) });
    parts.push({ expression: true, text: rest.slice(start + 3, end) });
    rest = rest.slice(end + 2);
  }
  if (rest !== '') parts.push({ expression: false, text: rest });
  return parts;
}

function endOfExpression(source: string, from: number): number {
  let quoted = false;
  for (let index = from; index < source.length; index += 1) {
    if (source[index] === "'") quoted = !quoted;
    else if (!quoted && source.startsWith('}}', index)) return index;
  }
  throw new WorkflowError(`'${source}' has a '\${{' without its '}}'`);
}
