import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type JsonObject, expand } from '../src/index.ts';
import { type Expression, literal } from '../src/expression/ast.ts';
import { parseExpression } from '../src/expression/parser.ts';
import { printExpression } from '../src/expression/print.ts';

/** Evaluates one expression with parameters, through the public way in. */
function evaluate(expression: string, parameters: JsonObject = {}): unknown {
  const declared = Object.fromEntries(
    Object.keys(parameters).map((name) => [name, { type: typeof parameters[name] === 'number' ? 'int' : 'string' }]),
  );
  const template = {
    $schema: 'https://schema.management.azure.com/schemas/2019-04-01/deploymentTemplate.json#',
    contentVersion: '1.0.0.0',
    parameters: declared,
    resources: [],
    outputs: { o: { type: 'object', value: { v: expression } } },
  };
  const values = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, { value }]));
  return (expand({ template, parameters: values }).outputs['o'] as JsonObject)['v'];
}

const name = fc.stringMatching(/^[A-Za-z_]\w{0,8}$/);
const { expression } = fc.letrec<{ expression: Expression }>((tie) => ({
  expression: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.string().map((text): Expression => literal(text)),
    fc.integer().map((number): Expression => literal(number)),
    fc.record({ kind: fc.constant('call' as const), name, args: fc.array(tie('expression'), { maxLength: 3 }) }),
    fc.record({
      kind: fc.constant('property' as const),
      target: fc.record({
        kind: fc.constant('call' as const),
        name,
        args: fc.array(tie('expression'), { maxLength: 2 }),
      }),
      key: tie('expression'),
    }),
  ),
}));

describe('expressions', () => {
  it('read back as they were printed', () => {
    fc.assert(
      fc.property(expression, (value) => {
        expect(parseExpression(printExpression(value))).toEqual(value);
      }),
    );
  });

  it('never hang or crash on text that is none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        try {
          parseExpression(text);
        } catch (error) {
          expect((error as Error).name).toBe('ExpressionError');
        }
      }),
    );
  });
});

describe('functions', () => {
  it('uniqueString gives 13 characters of its alphabet, the same every time, and tells texts apart', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        const hash = evaluate("[uniqueString(parameters('a'))]", { a });
        expect(hash).toMatch(/^[a-z2-7]{13}$/);
        expect(evaluate("[uniqueString(parameters('a'))]", { a })).toBe(hash);
        if (a !== b) expect(evaluate("[uniqueString(parameters('b'))]", { b })).not.toBe(hash);
      }),
    );
  });

  it('guid gives a version 5 GUID', () => {
    fc.assert(
      fc.property(fc.string(), (a) => {
        expect(evaluate("[guid(parameters('a'))]", { a })).toMatch(
          /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
        );
      }),
    );
  });

  it('base64 and uriComponent can be undone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (a) => {
        expect(evaluate("[base64ToString(base64(parameters('a')))]", { a })).toBe(a);
        expect(evaluate("[uriComponentToString(uriComponent(parameters('a')))]", { a })).toBe(a);
      }),
    );
  });

  it('subnets of one size follow each other without a gap, and hosts lie in their network', () => {
    const network = fc.record({
      address: fc.ipV4(),
      prefix: fc.integer({ min: 1, max: 22 }),
      step: fc.integer({ min: 1, max: 6 }),
    });
    fc.assert(
      fc.property(network, ({ address, prefix, step }) => {
        const size = prefix + step;
        const all = Array.from(
          { length: 2 },
          (_, index) =>
            evaluate(
              `[parseCidr(cidrSubnet('${address}/${String(prefix)}', ${String(size)}, ${String(index)}))]`,
            ) as JsonObject,
        );
        expect(toNumber(all[1]?.['network'])).toBe(toNumber(all[0]?.['broadcast']) + 1);
        expect(evaluate(`[cidrHost('${address}/${String(prefix)}', 0)]`)).toBe(all[0]?.['firstUsable']);
      }),
    );
  });

  it('format puts texts in unchanged and doubles braces back', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (a, b) => {
        expect(evaluate("[format('{0}{{{1}}}', parameters('a'), parameters('b'))]", { a, b })).toBe(`${a}{${b}}`);
      }),
    );
  });

  it('integers agree with .NET: N0 groups, D pads, X is hexadecimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), (n) => {
        expect(evaluate("[format('{0:N0}', parameters('n'))]", { n })).toBe(n.toLocaleString('en-US'));
        const hex = BigInt.asUintN(64, BigInt(n)).toString(16).toUpperCase();
        expect(evaluate("[format('{0:X}', parameters('n'))]", { n })).toSatisfy((text: string) => hex.endsWith(text));
      }),
    );
  });
});

function toNumber(address: unknown): number {
  return String(address)
    .split('.')
    .reduce((value, part) => value * 256 + Number(part), 0);
}
