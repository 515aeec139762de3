import { describe, expect, test } from 'vitest';
import { compileExpression, evaluateExpression } from '../../src/expressions/expression.ts';
import { netTypeName } from '../../src/expressions/values/collections.ts';
import { valueText } from '../../src/expressions/values/text.ts';
import { NetException, type Value } from '../../src/expressions/values/value.ts';
import { worldContext } from '../support/expression-world.ts';
import { CONTEXT_SOURCES } from './context-sources.ts';
import { LANGUAGE_SOURCES } from './language-sources.ts';
import answers from './net-answers.json' with { type: 'json' };
import { SOURCES } from './sources.ts';

const runtime = {
  now: () => Date.UTC(2026, 10, 23, 8),
  newGuid: () => '00000000-0000-4000-8000-000000000001',
  random: () => 0.5,
};

/** The answer in the oracle's words: the type's name and its text, or the exception's name and message. */
function ask(source: string): string {
  try {
    return show(evaluateExpression(compileExpression(source), worldContext(), runtime));
  } catch (error) {
    if (error instanceof NetException) return `!${error.netType}: ${error.message}`;
    throw error;
  }
}

function show(value: Value): string {
  return value === null ? 'null' : `${netTypeName(value).split('.').at(-1) ?? ''}: ${valueText(value)}`;
}

describe('expressions give what .NET gives', () => {
  test.each([...SOURCES, ...LANGUAGE_SOURCES, ...CONTEXT_SOURCES])('%s', (source) => {
    expect(ask(source)).toBe((answers.values as Readonly<Record<string, string>>)[source]);
  });
});
