import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { printed } from './evaluate.ts';

describe('a scalar expression', () => {
  test.each<readonly [string, unknown]>([
    ['1 + 2 * 3', 7],
    ['(1 + 2) * 3', 9],
    ['7 / 2', 3],
    ['-7 / 2', -3],
    ['7 / 2.0', 3.5],
    ['-7 % 3', 2],
    ['1 / 0', null],
    ['1.0 / 0', 'Infinity'],
    ['0x10', 16],
    ['1e3', 1000],
    ["'it''s'", 'its'],
    ["'tab\\there'", 'tab\there'],
    ['@"c:\\x"', 'c:\\x'],
    ['h"hidden"', 'hidden'],
    ['true and not(false)', true],
    ['1 == 1.0', true],
    ["'a' == 'A'", false],
    ["'a' =~ 'A'", true],
    ["'a' !~ 'A'", false],
    ["'Total Tokens' has 'tokens'", true],
    ["'TotalTokens' has 'tokens'", false],
    ["'Total Tokens' has_cs 'tokens'", false],
    ["'TotalTokens' contains 'tok'", true],
    ["'TotalTokens' !contains 'tok'", false],
    ["'gpt-5-mini' startswith 'GPT'", true],
    ["'gpt-5-mini' startswith_cs 'GPT'", false],
    ["'gpt-5-mini' endswith 'mini'", true],
    ["'gpt-5-mini' hasprefix 'min'", true],
    ["'gpt-5-mini' has_any ('big', 'mini')", true],
    ["'gpt-5-mini' has_all ('big', 'mini')", false],
    ["'abc' matches regex '^a.c$'", true],
    ["'b' in ('a', 'b')", true],
    ["'B' in~ ('a', 'b')", true],
    ["'b' !in ('a', 'b')", false],
    ['5 between (1 .. 5)', true],
    ['5 !between (1 .. 5)', false],
    ['datetime(2026-11-20) between (datetime(2026-11-19) .. 2d)', true],
    ["iff(1 > 2, 'a', 'b')", 'b'],
    ["case(1 > 2, 'a', 2 > 1, 'b', 'c')", 'b'],
    ["coalesce('', 'x')", 'x'],
    ['coalesce(long(null), 3)', 3],
    ["strcat('a', 1, '-', 2.5, true)", 'a1-2.5True'],
    ["strcat_delim('/', 'a', 'b')", 'a/b'],
    ["substring('abcdef', 1, 3)", 'bcd'],
    ["split('a,b,c', ',')[1]", 'b'],
    ["tostring(split('a,b', ',', 1)[0])", 'b'],
    ["extract('user=(\\\\w+)', 1, 'user=ada;')", 'ada'],
    ["replace_regex('a1b22', '[0-9]+', '#')", 'a#b#'],
    ["replace_string('a.b', '.', '-')", 'a-b'],
    ["trim(' +', '  x ')", 'x'],
    ["tolower('ABC')", 'abc'],
    ["strlen('naïve')", 5],
    ["isempty('')", true],
    ["isnotempty('x')", true],
    ['isnull(real(null))', true],
    ["isnotnull(todatetime('nonsense'))", false],
    ['round(2.345, 2)', 2.35],
    ['round(-2.5)', -3],
    ['round(0.000125, 6)', 0.000125],
    ['round(5.4e-7, 6)', 0.000001],
    ['round(1234.5, -2)', 1200],
    ['bin(17, 5)', 15],
    ['bin(-3, 5)', -5],
    ['bin(1.7, 0.5)', 1.5],
    ['bin(datetime(2026-11-20 13:45:10), 1h)', '2026-11-20T13:00:00Z'],
    ['bin(datetime(2026-11-20), 7d)', '2026-11-16T00:00:00Z'],
    ['startofday(datetime(2026-11-20 13:45))', '2026-11-20T00:00:00Z'],
    ['startofweek(datetime(2026-11-20))', '2026-11-15T00:00:00Z'],
    ['startofmonth(datetime(2026-11-20), -1)', '2026-10-01T00:00:00Z'],
    ['endofmonth(datetime(2026-02-03)) > datetime(2026-02-28 23:59)', true],
    ['now()', '2026-11-20T12:00:00Z'],
    ['ago(1d)', '2026-11-19T12:00:00Z'],
    ['ago(1.5h)', '2026-11-20T10:30:00Z'],
    ['now(-1d)', '2026-11-19T12:00:00Z'],
    ['datetime(2026-11-20) - datetime(2026-11-18)', '2.00:00:00'],
    ['1d + 90m', '1.01:30:00'],
    ['3h / 1h', 3],
    ['timespan(1.02:03:04.5)', '1.02:03:04.5000000'],
    ["datetime_add('month', 1, datetime(2026-11-20))", '2026-12-20T00:00:00Z'],
    ["datetime_diff('day', datetime(2026-11-20), datetime(2026-11-01 23:00))", 19],
    ['dayofmonth(now())', 20],
    ['dayofweek(datetime(2026-11-20))', '5.00:00:00'],
    ["format_datetime(datetime(2026-01-02 03:04:05), 'yyyy-MM-dd HH:mm:ss')", '2026-01-02 03:04:05'],
    ["format_datetime(datetime(2026-01-02 13:04), 'd.M.yy h:mm tt')", '2.1.26 1:04 PM'],
    ['dynamic({"a": {"b": [1, 2]}}).a.b[1]', '2'],
    ['parse_json(\'{"a": 1}\').a + 1', 2],
    ["parse_json('no json')", 'no json'],
    ['dynamic([1, 2])[-1]', '2'],
    ['tostring(dynamic({"a": 1}))', '{"a":1}'],
    ['tostring(dynamic(null))', ''],
    ["dynamic({'a': 'x'}).a == 'x'", true],
    ['array_length(dynamic([1, 2, 3]))', 3],
    ["bag_pack('a', 1, 'b', 'x')", '{"a":1,"b":"x"}'],
    ["set_has_element(dynamic(['a']), 'a')", true],
    ["strcat_array(dynamic(['a', 'b']), '+')", 'a+b'],
    ["tolong('12')", 12],
    ["tolong('12.5')", null],
    ['tolong(12.9)', 12],
    ["toreal('1.5')", 1.5],
    ["todatetime('2026-11-20T01:00:00+01:00')", '2026-11-20T00:00:00Z'],
    ["tobool('true')", true],
    ['tostring(1.0)', '1.0'],
    ['tostring(true)', 'True'],
    ['tostring(datetime(2026-11-20))', '2026-11-20T00:00:00.0000000Z'],
    ['max_of(1, 3, 2)', 3],
    ['min_of(1.5, 3)', 1.5],
    ['pow(2, 10)', 1024],
    ["column_ifexists('None', 7)", 7],
  ])('%s is %j', (expression, expected) => {
    expect(printed(expression)).toEqual(expected);
  });
});

describe('properties', () => {
  const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
  const size = fc.integer({ min: 1, max: 1000 });

  test('bin is the greatest multiple that is not beyond', () => {
    fc.assert(
      fc.property(number, size, (value, step) => {
        const piece = Number(printed(`bin(${value}, ${step})`));
        expect(piece % step === 0 && piece <= value && value - piece < step).toBe(true);
      }),
    );
  });

  test('the remainder is never negative, and what division leaves', () => {
    fc.assert(
      fc.property(number, size, (a, b) => {
        const rest = Number(printed(`(${a}) % ${b}`));
        expect(rest >= 0 && rest < b && (a - rest) % b === 0).toBe(true);
      }),
    );
  });

  test('text in a literal comes out as it went in', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(printed(`@'${text.replaceAll("'", "''")}'`)).toBe(text);
      }),
    );
  });
});
