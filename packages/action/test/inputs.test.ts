import { describe, expect, test } from 'vitest';
import {
  ConfigurationError,
  inputVariable,
  parseDuration,
  readInputs,
  type InputDefinition,
  type InputSchema,
} from '../src/index.ts';

const GUID = '11111111-2222-3333-4444-555555555555';
const schema = {
  text: { type: 'string', description: 'Text.', required: true },
  'dry-run': { type: 'boolean', description: 'Switch.', default: 'false' },
  count: { type: 'integer', description: 'Number.', default: '3', range: [1, 5] },
  mode: { type: 'choice', description: 'Mode.', default: 'apply', allowed: ['plan', 'apply'] },
  wait: { type: 'duration', description: 'Time.' },
  'client-id': { type: 'guid', description: 'Identity.', fallback: 'AZURE_CLIENT_ID' },
} as const satisfies InputSchema;

const envOf = (inputs: Record<string, string>) =>
  Object.fromEntries(Object.entries(inputs).map(([name, value]) => [inputVariable(name), value]));

function mistakesOf(inputs: Record<string, string>, more: NodeJS.ProcessEnv = {}): readonly string[] {
  try {
    readInputs(schema, { ...envOf(inputs), ...more });
    return [];
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error;
    return error.mistakes.map(({ message }) => message);
  }
}

describe('inputs', () => {
  test('defaults apply, and every type is read', () => {
    expect(readInputs(schema, envOf({ text: ' hello ' }))).toEqual({
      text: 'hello',
      dryRun: false,
      count: 3,
      mode: 'apply',
      wait: undefined,
      clientId: '',
    });
    const all = {
      text: 'a',
      'dry-run': 'True',
      count: '5',
      mode: 'plan',
      wait: '1.5s',
      'client-id': GUID.toUpperCase(),
    };
    expect(readInputs(schema, envOf(all))).toEqual({
      text: 'a',
      dryRun: true,
      count: 5,
      mode: 'plan',
      wait: 1500,
      clientId: GUID,
    });
  });

  test('a variable stands in for an empty input, and never for a given one', () => {
    const other = GUID.replaceAll('1', '9');
    expect(readInputs(schema, { ...envOf({ text: 'a', 'client-id': '' }), AZURE_CLIENT_ID: GUID }).clientId).toBe(GUID);
    expect(readInputs(schema, { ...envOf({ text: 'a', 'client-id': other }), AZURE_CLIENT_ID: GUID }).clientId).toBe(
      other,
    );
  });

  test.each([
    [{ text: 'a', 'dry-run': 'yes' }, 'Input "dry-run" is "yes" but must be true or false.'],
    [{ text: 'a', 'dry-run': '1' }, 'Input "dry-run" is "1" but must be true or false.'],
    [{ text: 'a', 'dry-run': 'tRUE' }, 'Input "dry-run" is "tRUE" but must be true or false.'],
    [{ text: 'a', count: '6' }, 'Input "count" is "6" but must be a whole number from 1 to 5.'],
    [{ text: 'a', count: '-1' }, 'Input "count" is "-1" but must be a whole number from 1 to 5.'],
    [{ text: 'a', count: '2.5' }, 'Input "count" is "2.5" but must be a whole number from 1 to 5.'],
    [{ text: 'a', mode: 'Plan' }, 'Input "mode" is "Plan" but must be one of plan, apply.'],
    [{ text: 'a', wait: '10' }, 'Input "wait" is "10" but must be a duration like 500ms, 10s, 1m.'],
    [
      { text: 'a', 'client-id': 'me' },
      'Input "client-id" is "me" but must be a GUID like 00000000-0000-0000-0000-000000000000.',
    ],
    [{}, 'Input "text" is missing. Text.'],
    [{ text: '  ' }, 'Input "text" is missing. Text.'],
  ])('%j: %s', (inputs, message) => {
    expect(mistakesOf(inputs as Record<string, string>)).toEqual([message]);
  });

  test('a variable that is wrong is named', () => {
    expect(mistakesOf({ text: 'a' }, { AZURE_CLIENT_ID: 'x' })[0]).toMatch(
      /^Variable AZURE_CLIENT_ID \(for input "client-id"\) is "x"/,
    );
  });

  test('every mistake is told at once', () => {
    expect(mistakesOf({ count: 'x', mode: 'y' })).toHaveLength(3);
  });

  test.each([
    ['500ms', 500],
    ['10s', 10_000],
    ['1.5m', 90_000],
    ['2h', 7_200_000],
    ['0ms', 0],
    ['10', undefined],
    ['s', undefined],
    ['-1s', undefined],
    ['1d', undefined],
  ])('the duration %s', (text, expected) => {
    expect(parseDuration(text)).toBe(expected);
  });

  test('the values of a choice are a type of their own', () => {
    const { mode } = readInputs(schema, envOf({ text: 'a' }));
    const narrowed: 'plan' | 'apply' = mode;
    expect(narrowed).toBe('apply');
    expect(schema satisfies Record<string, InputDefinition>).toBeDefined();
  });
});
