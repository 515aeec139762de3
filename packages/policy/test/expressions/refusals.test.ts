import { describe, expect, test } from 'vitest';
import { compileExpression } from '../../src/expressions/expression.ts';
import { ExpressionError } from '../../src/expressions/syntax.ts';
import answers from './net-answers.json' with { type: 'json' };
import { NOT_ALLOWED } from './not-allowed.ts';
import { REFUSALS } from './refusals.ts';

interface Diagnostic {
  readonly code: string;
  readonly at: number;
}

/** What newer compilers call by another number in C# 7.3; the parenthesis is the oracle's own method around it. */
const SAME: Readonly<Record<string, string>> = {
  CS8957: 'CS0173',
  CS9135: 'CS0150',
  CS1073: 'CS1026',
};

function diagnose(source: string): ExpressionError | undefined {
  try {
    compileExpression(source);
    return undefined;
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
}

describe('expressions that do not compile', () => {
  test.each(REFUSALS)('%s', (source) => {
    const said = (answers.refusals as Readonly<Record<string, readonly Diagnostic[]>>)[source] ?? [];
    const error = diagnose(source);
    // That not every path returns is shown at the block's brace here, at its method by the compiler.
    const places = said.map(({ code, at }) => `${SAME[code] ?? code} ${code === 'CS0161' && at < 0 ? 1 : at}`);
    expect(places).toContain(`${error?.code ?? 'compiles'} ${error?.at ?? ''}`);
  });
});

describe('what compilers of C# 7 say and newer ones word in another way', () => {
  test.each([
    ['@{ var x = y => y; return x; }', 'CS0815', 7],
    ['@{ var x = "a".ToUpper; return x; }', 'CS0815', 7],
  ])('%s', (source, code, at) => {
    expect(diagnose(source)).toMatchObject({ code, at });
  });
});

describe('expressions that compile and are not allowed', () => {
  test.each(NOT_ALLOWED)('%s', (source, name, at) => {
    const error = diagnose(source);
    expect(error?.message).toContain(name);
    expect(error?.message).toMatch(/not allowed/);
    expect(error?.at).toBe(at);
  });
});
