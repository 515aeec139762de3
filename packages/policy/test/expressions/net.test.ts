import { describe, expect, test } from 'vitest';
import { compileExpression, evaluateExpression } from '../../src/expressions/expression.ts';
import { netTypeName } from '../../src/expressions/values/collections.ts';
import { valueText } from '../../src/expressions/values/text.ts';
import { NetException, type Value } from '../../src/expressions/values/value.ts';
import answers from './net-answers.json' with { type: 'json' };
import { SOURCES } from './sources.ts';

const runtime = {
  now: () => Date.UTC(2026, 10, 23, 8),
  newGuid: () => '00000000-0000-4000-8000-000000000001',
  random: () => 0.5,
};

/** The answer in the words of ask-net.mjs: the type's name and its text, or the exception's name. */
function ask(source: string): string {
  try {
    return show(evaluateExpression(compileExpression(source), null, runtime));
  } catch (error) {
    if (error instanceof NetException) return `!${error.netType}`;
    throw error;
  }
}

function show(value: Value): string {
  return value === null ? 'null' : `${netTypeName(value).split('.').at(-1) ?? ''}: ${valueText(value)}`;
}

describe('expressions give what .NET gives', () => {
  test.each(SOURCES)('%s', (source) => {
    expect(ask(source)).toBe((answers as Readonly<Record<string, string>>)[source]);
  });
});
