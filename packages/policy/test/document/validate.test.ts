import { describe, expect, test } from 'vitest';
import {
  describeMistake,
  validateFragment,
  validatePolicy,
  type Known,
  type ValidateOptions,
} from '../../src/index.ts';

const KNOWN: Known = {
  backends: new Set(['foundry']),
  fragments: new Set(['common']),
  namedValues: new Set(['tenant']),
};

const inbound = (content: string): string => `<policies><inbound>${content}</inbound></policies>`;

const SOUND: readonly (readonly [name: string, text: string])[] = [
  ['empty sections', '<policies><inbound/><backend/><outbound/><on-error/></policies>'],
  ['unescaped quotes and brackets', inbound('<set-variable name="a" value="@("a" + (1 < 2 ? ">" : "<"))" />')],
  ['escaped quotes', inbound('<set-variable name="a" value="@(&quot;(&quot; + 1)" />')],
  [
    'brackets in strings and comments',
    inbound(
      '<set-variable name="a" value="@{ /* ) } */ var s = "}" + \')\' + @"""}" + $"{1}{{"; return s; // } \n }" />',
    ),
  ],
  ['is null with or', inbound('<set-variable name="a" value="@("a" is null || "b" == null)" />')],
  [
    'known backend, fragment and named value',
    inbound(
      '<include-fragment fragment-id="common" /><set-backend-service backend-id="foundry" /><set-variable name="t" value="{{tenant}}" />',
    ),
  ],
  ['named value inside an expression', inbound('<set-variable name="a" value="@("{{tenant}}".Length)" />')],
  [
    'retry around forward-request',
    '<policies><backend><retry condition="@(context.Response.StatusCode == 429)" count="2" interval="1"><forward-request buffer-request-body="true" /></retry></backend></policies>',
  ],
  ['comments everywhere', '<!-- a --><policies><!-- @( --><inbound><!-- " --><base /></inbound></policies>'],
  [
    'a body of JSON',
    inbound('<return-response><set-status code="200" /><set-body>{"a": [1, 2], "b": "x"}</set-body></return-response>'),
  ],
  ['set-body with element content', inbound('<set-body><x>1</x></set-body>')],
  ['id on any policy', inbound('<base id="first" />')],
  [
    'cors',
    inbound(
      '<cors><allowed-origins><origin>*</origin></allowed-origins><allowed-methods><method>GET</method></allowed-methods></cors>',
    ),
  ],
];

const BROKEN: readonly (readonly [name: string, text: string, at: readonly [number, number], message: RegExp])[] = [
  [
    'not well-formed',
    '<policies><inbound></policies>',
    [1, 30],
    /'inbound' start tag on line 1 does not match the end tag of 'policies'/,
  ],
  ['wrong root', '<policy/>', [1, 2], /root element/],
  ['unknown section', '<policies><before/></policies>', [1, 12], /not a section/],
  ['sections out of order', '<policies><outbound/>\n<inbound/></policies>', [2, 2], /wrong place/],
  ['section twice', '<policies><inbound/><inbound/></policies>', [1, 22], /twice/],
  ['unknown policy', inbound('\n  <set-headers />'), [2, 4], /'set-headers' is not a valid policy/],
  ['unsupported policy', inbound('<xsl-transform />'), [1, 21], /'xsl-transform' is not supported by this engine/],
  ['wrong section', inbound('<forward-request />'), [1, 21], /not allowed in the section 'inbound'/],
  ['missing attribute', inbound('<set-header><value>a</value></set-header>'), [1, 21], /required attribute 'name'/],
  [
    'unknown attribute',
    inbound('<set-header name="a" exist-action="skip" />'),
    [1, 55],
    /'exist-action' is not a valid attribute/,
  ],
  ['value not listed', inbound('<set-header name="a" exists-action="replace" />'), [1, 56], /must be one of override/],
  [
    'unknown child',
    inbound('<choose><if condition="true" /></choose>'),
    [1, 29],
    /'if' is not a valid child of 'choose'/,
  ],
  ['choose without when', inbound('<choose><otherwise /></choose>'), [1, 21], /needs a child 'when'/],
  ['otherwise before when', inbound('<choose><otherwise /><when condition="true" /></choose>'), [1, 42], /wrong place/],
  ['text where none belongs', inbound('hello'), [1, 20], /cannot contain text/],
  ['flag', inbound('<rewrite-uri template="/a" copy-unmatched-params="yes" />'), [1, 70], /true or false/],
  [
    'whole number',
    inbound('<rate-limit-by-key calls="x" renewal-period="10" counter-key="k" />'),
    [1, 46],
    /whole number/,
  ],
  [
    'renewal period too long',
    inbound('<rate-limit-by-key calls="1" renewal-period="301" counter-key="k" />'),
    [1, 65],
    /at most 300/,
  ],
  [
    'both addresses of a backend',
    inbound('<set-backend-service base-url="https://a" backend-id="foundry" />'),
    [1, 21],
    /Exactly one of/,
  ],
  [
    'unknown backend',
    inbound('<set-backend-service backend-id="nobody" />'),
    [1, 53],
    /Backend with id 'nobody' could not be found/,
  ],
  [
    'unknown fragment',
    inbound('<include-fragment fragment-id="nobody" />'),
    [1, 51],
    /Policy fragment with id 'nobody'/,
  ],
  [
    'unknown named value',
    inbound('<set-variable name="a" value="{{nobody}}" />'),
    [1, 50],
    /Cannot find a property 'nobody'/,
  ],
  ['expression without end', inbound('<set-variable name="a" value="@(1 + (2)" />'), [1, 50], /no end here/],
  [
    'syntax of an expression',
    inbound('\n<set-variable name="a" value="@(1 +)" />'),
    [2, 36],
    /CS1525: Invalid expression term/,
  ],
  [
    'unknown name',
    inbound('<set-variable name="a" value="@(contxt.Api.Id)" />'),
    [1, 52],
    /The name 'contxt' does not exist/,
  ],
  [
    'unknown member of context',
    inbound('<set-variable name="a" value="@(context.Request.Header)" />'),
    [1, 68],
    /'IRequest' does not contain a definition for 'Header'/,
  ],
  [
    'type that is not allowed',
    inbound('<set-variable name="a" value="@(System.IO.File.ReadAllText("x"))" />'),
    [1, 62],
    /not allowed/,
  ],
  [
    'static member that is not allowed',
    inbound('<set-variable name="a" value="@(DateTime.FromBinary(1L))" />'),
    [1, 61],
    /not allowed/,
  ],
  [
    'block without return',
    inbound('<set-variable name="a" value="@{ if (true) { return 1; } }" />'),
    [1, 51],
    /Not all code paths return a value/,
  ],
  [
    'C# 8',
    inbound('<set-variable name="a" value="@{ string s = null; s ??= "a"; return s; }" />'),
    [1, 72],
    /not available in C# 7/,
  ],
  [
    'expression where a literal belongs',
    inbound('<set-variable name="@("a")" value="b" />'),
    [1, 40],
    /Expressions are not allowed/,
  ],
  [
    'six dimensions',
    inbound(
      `<llm-emit-token-metric>${'abcdef'
        .split('')
        .map((name) => `<dimension name="${name}" value="1" />`)
        .join('')}</llm-emit-token-metric>`,
    ),
    [1, 204],
    /at most 5 'dimension'/,
  ],
  [
    'dimension without value',
    inbound('<llm-emit-token-metric><dimension name="Model" /></llm-emit-token-metric>'),
    [1, 44],
    /needs a value/,
  ],
  [
    'dimensions that differ by case',
    inbound(
      '<llm-emit-token-metric><dimension name="M" value="1" /><dimension name="m" value="1" /></llm-emit-token-metric>',
    ),
    [1, 76],
    /stands twice/,
  ],
  [
    'token limit without limit',
    inbound('<llm-token-limit counter-key="k" estimate-prompt-tokens="true" />'),
    [1, 21],
    /tokens-per-minute/,
  ],
  [
    'quota without period',
    inbound('<llm-token-limit counter-key="k" estimate-prompt-tokens="true" token-quota="5" />'),
    [1, 21],
    /go together/,
  ],
  ['two forwards', '<policies><backend><base /><forward-request /></backend></policies>', [1, 29], /only one/],
  [
    'set-body in order',
    inbound('<return-response><set-body>a</set-body><set-status code="200" /></return-response>'),
    [1, 60],
    /wrong place/,
  ],
];

describe('what API Management accepts', () => {
  test.each(SOUND)('%s', (_name, text) => {
    expect(validatePolicy(text, { format: 'rawxml', known: KNOWN })).toEqual([]);
  });

  test('escaped expressions in format xml', () => {
    const text = inbound('<set-variable name="a" value="@(1 &lt; 2 ? &quot;)&quot; : null)" />');
    expect(validatePolicy(text, { format: 'xml', known: KNOWN })).toEqual([]);
  });

  test('a document of exactly 256 KiB', () => {
    const text = inbound(`<!--${'x'.repeat(256 * 1024 - inbound('<!---->').length)}-->`);
    expect(validatePolicy(text, { format: 'rawxml' })).toEqual([]);
    expect(validatePolicy(`${text} `, { format: 'rawxml' })[0]?.message).toMatch(/262145 bytes/);
  });
});

describe('what API Management refuses, with line and column', () => {
  test.each(BROKEN)('%s', (_name, text, [line, column], message) => {
    const found = validatePolicy(text, { format: 'rawxml', known: KNOWN }).filter((mistake) =>
      message.test(mistake.message),
    );
    expect(found.map((mistake) => [mistake.line, mistake.column])).toEqual([[line, column]]);
  });

  test('unescaped quotes in format xml', () => {
    const text = inbound('<set-variable name="a" value="@("a")" />');
    expect(validatePolicy(text, { format: 'xml', known: KNOWN })).not.toEqual([]);
  });

  test('every mistake at once, in document order', () => {
    const text = inbound('<nope />\n<set-header />\n<set-variable name="a" value="@(x)" />');
    expect(validatePolicy(text, { format: 'rawxml', known: KNOWN }).map(({ line }) => line)).toEqual([1, 2, 3]);
  });
});

describe('fragments', () => {
  test.each([
    ['<fragment><set-header name="a"><value>b</value></set-header></fragment>', undefined],
    ['<fragment><base /></fragment>', /may not contain 'base'/],
    ['<fragment><include-fragment fragment-id="common" /></fragment>', /may not contain 'include-fragment'/],
    ['<policies><inbound /></policies>', /'fragment' is expected/],
    [`<fragment><!--${'x'.repeat(525_000)}--></fragment>`, /limit is 524288/],
  ])('%#', (text, message) => {
    const [first] = validateFragment(text, { format: 'rawxml', known: KNOWN });
    if (message === undefined) expect(first).toBeUndefined();
    else expect(first?.message).toMatch(message);
  });
});

describe('where a policy may stand', () => {
  const whole = (sections: string): string => `<policies>${sections}</policies>`;
  test.each<[string, Omit<ValidateOptions, 'format'>, RegExp | undefined]>([
    [
      inbound('<rate-limit calls="1" renewal-period="1" />'),
      { scope: 'global' },
      /'rate-limit' is not allowed in the scope 'global', but in product, api, operation/,
    ],
    [inbound('<rate-limit calls="1" renewal-period="1" />'), { scope: 'operation' }, undefined],
    [inbound('<quota calls="1" renewal-period="300" />'), { scope: 'api' }, /not allowed in the scope 'api'/],
    [inbound('<quota calls="1" renewal-period="300" />'), { scope: 'product' }, undefined],
    [
      inbound('<llm-token-limit counter-key="k" estimate-prompt-tokens="true" tokens-per-minute="1" />'),
      { tier: 'Consumption' },
      /not available in the Consumption tier/,
    ],
    [
      inbound('<llm-token-limit counter-key="k" estimate-prompt-tokens="true" tokens-per-minute="1" />'),
      { tier: 'StandardV2' },
      undefined,
    ],
    [inbound(`<!--${'x'.repeat(17_000)}-->`), { tier: 'Consumption' }, /the limit is 16384 bytes/],
    [inbound('<rewrite-uri template="/a/{id}" />'), { urlTemplate: '/{ID}?q={q}' }, undefined],
    [
      inbound('<rewrite-uri template="/a/{other}" />'),
      { urlTemplate: '/{id}' },
      /Only parameters specified in the original URL template/,
    ],
    [
      inbound('<choose><when condition="true"><base /></when></choose>'),
      {},
      /'base' may stand directly in a section only/,
    ],
    [inbound('<set-body><base /></set-body>'), {}, undefined],
    [
      whole('<outbound><cors><allowed-origins><origin>*</origin></allowed-origins></cors></outbound>'),
      {},
      /not allowed in the section 'outbound', but in inbound/,
    ],
    [whole('<cors />'), {}, /Policy section is not allowed in the specified scope/],
    [whole('<inbound><outbound /></inbound>'), {}, /The section 'outbound' may not stand inside of another/],
    [whole('<inbound id="x" />'), {}, /a section has none/],
    [
      inbound('<send-request response-variable-name="r"><set-url>https://a</set-url></send-request>'),
      {},
      /needs a child 'set-method' unless mode is 'copy'/,
    ],
    [inbound('<send-request mode="copy" response-variable-name="r" />'), {}, undefined],
    [inbound('<send-request mode="@("copy")" response-variable-name="r" />'), {}, undefined],
    [
      inbound('<send-request mode="new"><set-url>https://a</set-url><set-method>GET</set-method></send-request>'),
      {},
      /required attribute 'response-variable-name' is missing/,
    ],
    [inbound('<authentication-certificate thumbprint="a" certificate-id="b" />'), {}, /Exactly one of/],
    [
      inbound('<set-backend-service base-url="https://a" sf-partition-key="1" />'),
      {},
      /attribute 'sf-partition-key' of 'set-backend-service' is not supported/,
    ],
    [inbound('<wait><set-method>GET</set-method></wait>'), {}, /'set-method' may not stand here/],
    [inbound('<cache-lookup vary-by-developer="no" vary-by-developer-groups="false" />'), {}, /must be true or false/],
    [inbound('<cache-lookup-value key="k" variable-name="@("v")" />'), {}, /Expressions are not allowed/],
    [
      inbound('<rate-limit calls="1" renewal-period="1"><api calls="1" renewal-period="1" /></rate-limit>'),
      {},
      /At least one of 'name', 'id'/,
    ],
    [inbound('<mock-respons />'), {}, /Did you mean 'mock-response'/],
    [inbound('<find-and-replace from="a" to="" />'), {}, undefined],
    [inbound('<find-and-replace from="" to="a" />'), {}, /must not be empty/],
    [inbound('<ip-filter action="allow"><address>{{address}}</address></ip-filter>'), {}, undefined],
  ])('%s with %j', (text, at, message) => {
    const mistakes = validatePolicy(text, { format: 'rawxml', ...at });
    if (message === undefined) expect(mistakes).toEqual([]);
    else expect(mistakes.map((each) => each.message).join('\n')).toMatch(message);
  });

  test('a mistake reads as API Management writes it', () => {
    const [first] = validatePolicy(
      '<policies>\n    <inbound>\n        <set-header>x</set-header>\n    </inbound>\n</policies>',
      { format: 'rawxml' },
    );
    expect(first && describeMistake(first)).toBe(
      "Error in element 'set-header' on line 3, column 10: The required attribute 'name' is missing.",
    );
  });
});
