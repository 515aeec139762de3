import { filledQuery, paceQuery, usageQueries } from '@lz/templates';
import { describe, expect, test } from 'vitest';
import { SCHEMAS } from '../../packages/twin/src/data-planes/insights/index.ts';
import type { Column } from '../../packages/twin/src/kql/index.ts';
import { MISTAKES, QUERIES } from '../../packages/twin/test/kql/cases.ts';
import { evaluate, EVENTS } from '../../packages/twin/test/kql/evaluate.ts';
import { kustoLanguage, type KustoList } from './kusto-language.ts';
import { SCALARS } from '../../packages/twin/test/kql/scalars.ts';

const Language = kustoLanguage();

const tables: Readonly<Record<string, readonly Column[]>> = { ...SCHEMAS, Events: EVENTS.columns };
const members = Object.entries(tables).map(([name, columns]) =>
  Language.Symbols.TableSymbol.From(`(${columns.map((one) => `${one.name}:${one.type}`).join(', ')})`).WithName(name),
);
const { Default } = Language.GlobalState;
const globals = Default.WithDatabase(Default.Database.AddMembers(members));

function itemsOf<T>(list: KustoList<T> | undefined): readonly T[] {
  return list === undefined ? [] : Array.from({ length: list.Count }, (_, index) => list.getItem(index));
}

function analyse(query: string) {
  const code = Language.KustoCode.ParseAndAnalyze(query, globals);
  return {
    errors: itemsOf(code.GetDiagnostics()).flatMap(({ Severity, Message }) => (Severity === 'Error' ? [Message] : [])),
    columns: itemsOf(code.ResultType?.Columns).map(({ Name, Type }) => `${Name}:${Type.Name}`),
  };
}

/** What the engine refuses and its binder lets pass: values that cannot be compared, dynamic keys of a join, nothing. */
const ENGINE = ['Events\n| where Sum == "x"', 'Events | join (Events) on Properties', ''];

describe("Kusto's own binder", () => {
  test.each(QUERIES)('finds these columns in %s', (query, columns) => {
    expect(analyse(query)).toEqual({ errors: [], columns });
  });

  test.each(SCALARS)('gives the type of %s', (expression) => {
    const query = `print x = ${expression}`;
    expect(analyse(query)).toEqual({ errors: [], columns: evaluate(query).columns });
  });

  test.each(MISTAKES.filter(([query, message]) => !message.startsWith('not-supported') && !ENGINE.includes(query)))(
    'refuses %s',
    (query) => {
      expect(analyse(query).errors).not.toEqual([]);
    },
  );

  test.each(MISTAKES.filter(([, message]) => message.startsWith('not-supported')))(
    'knows what is not here: %s',
    (query) => {
      expect(analyse(query).errors.filter((message) => /is not a known|expected/i.test(message))).toEqual([]);
    },
  );

  test.each([...usageQueries, paceQuery])('takes $id of the workbook', (query) => {
    const facts = { environment: 'contoso-dev', prices: "'gpt-5-mini', 0.25, 2.0", currency: 'USD' };
    expect(analyse(filledQuery(query, facts)).errors).toEqual([]);
    expect(analyse(filledQuery(query, { ...facts, prices: '' })).errors).toEqual([]);
  });
});
