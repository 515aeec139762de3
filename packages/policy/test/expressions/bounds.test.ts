import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileExpression, evaluateExpression } from '../../src/expressions/expression.ts';
import { ExpressionError } from '../../src/expressions/syntax.ts';
import { isNumber } from '../../src/expressions/values/number.ts';
import { NetException, type Value } from '../../src/expressions/values/value.ts';
import { worldContext } from '../support/expression-world.ts';
import { CONTEXT_SOURCES } from './context-sources.ts';
import { LANGUAGE_SOURCES } from './language-sources.ts';

const runtime = { now: () => 0, newGuid: () => '00000000-0000-4000-8000-000000000001', random: () => 0.5 };
const evaluate = (source: string): Value => evaluateExpression(compileExpression(source), worldContext(), runtime);

function thrown(source: string): string {
  try {
    evaluate(source);
    return 'nothing';
  } catch (error) {
    if (error instanceof NetException) return error.netType;
    throw error;
  }
}

describe('an expression ends', () => {
  test.each([
    ['an endless loop', '@{ while (true) { } }', 'TimeoutException'],
    ['an endless loop with a step', '@{ for (var i = 0; ; i++) { } }', 'TimeoutException'],
    ['an endless recursion', '@{ int F(int n) => F(n + 1); return F(0); }', 'InsufficientExecutionStackException'],
    [
      'a recursion of lambdas',
      '@{ Func<int,int> f = null; f = n => f(n) + 1; return f(1); }',
      'InsufficientExecutionStackException',
    ],
    [
      'a pattern that backtracks without end',
      '@(Regex.IsMatch(new string(\'a\', 40) + "b", "^(a+)+$"))',
      'RegexMatchTimeoutException',
    ],
    ['an array beyond the memory', '@(new int[2000000000])', 'OutOfMemoryException'],
    ['a sequence beyond the memory', '@(Enumerable.Range(0, 2000000000).Sum())', 'OutOfMemoryException'],
    ['a text beyond the memory', "@(new string('a', 2000000000))", 'OutOfMemoryException'],
  ])('%s', { timeout: 20_000 }, (_what, source, exception) => {
    expect(thrown(source)).toBe(exception);
  });

  test('brackets without end are an error with a position, not a crash', () => {
    const source = `@(${'('.repeat(20_000)}1${')'.repeat(20_000)})`;
    expect(() => compileExpression(source)).toThrow(ExpressionError);
  });

  test('the same text is compiled once', () => {
    expect(compileExpression('@(context.Api.Id + 1)')).toBe(compileExpression('@(context.Api.Id + 1)'));
  });
});

describe('properties', () => {
  const sources = [...LANGUAGE_SOURCES, ...CONTEXT_SOURCES];
  const tokens = [...new Set(sources.flatMap((source) => source.match(/\w+|"[^"]*"|[^\s\w]/g) ?? []))];

  test('whatever is written, it compiles or is refused with a position inside of it', () => {
    const damaged = fc
      .tuple(
        fc.constantFrom(...sources),
        fc.nat(),
        fc.constantFrom(...tokens),
        fc.constantFrom('insert', 'replace', 'delete'),
      )
      .map(([source, at, token, how]) => {
        const parts = source.match(/\w+|"[^"]*"|[^\s\w]|\s+/g) ?? [];
        parts.splice(
          2 + (at % Math.max(1, parts.length - 3)),
          how === 'insert' ? 0 : 1,
          ...(how === 'delete' ? [] : [token]),
        );
        return parts.join('');
      });
    fc.assert(
      fc.property(damaged, (source) => {
        try {
          compileExpression(source);
        } catch (error) {
          if (!(error instanceof ExpressionError)) throw error;
          expect(error.at).toBeGreaterThanOrEqual(0);
          expect(error.at).toBeLessThanOrEqual(source.length);
        }
      }),
      { numRuns: 1_500 },
    );
  });

  test('whole numbers add, subtract and multiply as 32 bits do', () => {
    const int = fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 });
    fc.assert(
      fc.property(int, int, fc.constantFrom('+', '-', '*'), (a, b, operator) => {
        const value = evaluate(`@{ int a = ${a}; int b = ${b}; return a ${operator} b; }`);
        const exact = { '+': BigInt(a) + BigInt(b), '-': BigInt(a) - BigInt(b), '*': BigInt(a) * BigInt(b) }[operator];
        expect(isNumber(value) && value.value).toBe(BigInt.asIntN(32, exact));
      }),
      { numRuns: 200 },
    );
  });
});
