import { describe, expect, test } from 'vitest';
import { validatePolicy } from '../../src/index.ts';
import { TestGateway } from '../support/world.ts';

const BODY = {
  name: 'Ada Lovelace',
  customer: { purchase: { identifier: 'p-1', price: 12.5 } },
  items: [
    { id: 1, tags: ['x', 'y'], on: true },
    { id: 2, tags: [], on: false },
    { id: 3, on: null },
  ],
  when: '2026-11-23T08:09:10Z',
  big: 12345678901234567890n,
};

const text = JSON.stringify(BODY, (_name, value: unknown) => (typeof value === 'bigint' ? 'BIG' : value)).replace(
  '"BIG"',
  '12345678901234567890',
);

/** The body that reaches the backend. */
async function rendered(template: string, body = text, type = 'application/json', attributes = ''): Promise<string> {
  const gateway = new TestGateway();
  const ran = await gateway.run(
    `<inbound><set-variable name="v" value="@(7)" /><set-body template="liquid" ${attributes}>${template}</set-body></inbound>`,
    {
      body: Buffer.from(body),
      headers: [
        ['Content-Type', type],
        ['X-A', 'b'],
      ],
    },
  );
  if (ran.outcome.error !== null) throw new Error(ran.outcome.error.message);
  return Buffer.from(gateway.sent[0]?.body ?? []).toString();
}

describe('liquid templates', () => {
  test.each([
    ['{"id": "{{body.customer.purchase.identifier}}"}', '{"id": "p-1"}'],
    ['{{ body.big }} {{ body.customer.purchase.price }} {{ body.nothing.at.all }}', '12345678901234567890 12.5'],
    ['{{ body.items[1].id }} {{ body["items"].size }} {{ body.items.first.id }} {{ body.items.last.id }}', '2 3 1 3'],
    ['{% for item in body.items %}{{ item.id }}{% unless forloop.last %},{% endunless %}{% endfor %}', '1,2,3'],
    ['[{% JSONArrayFor item in body.items %}{"id":{{item.id}}}{% endJSONArrayFor %}]', '[{"id":1},{"id":2},{"id":3}]'],
    ['{% for i in (1..5) reversed limit: 2 %}{{ i }}{% endfor %}', '21'],
    ['{% for i in body.items offset: 1 limit: 1 %}{{ i.id }}{% endfor %}', '2'],
    ['{% for i in body.none %}x{% else %}none{% endfor %}', 'none'],
    ['{% for i in body.items %}{% if i.id == 2 %}{% break %}{% endif %}{{ i.id }}{% endfor %}', '1'],
    ['{% for i in body.items %}{% if i.id == 2 %}{% continue %}{% endif %}{{ i.id }}{% endfor %}', '13'],
    ['{% if body.items.size > 2 and body.name contains "Ada" %}yes{% else %}no{% endif %}', 'yes'],
    ['{% if body.items[1].on %}a{% elsif body.items[0].on %}b{% else %}c{% endif %}', 'b'],
    ['{% if body.items[1].tags == empty %}empty{% endif %}{% if body.nope == nil %} nil{% endif %}', 'empty nil'],
    ['{% unless body.items[2].on %}off{% else %}on{% endunless %}', 'off'],
    ['{% case body.items[0].id %}{% when 2 %}two{% when 1, 3 %}odd{% else %}?{% endcase %}', 'odd'],
    ['{% assign a = body.name | Upcase %}{% capture b %}[{{ a }}]{% endcapture %}{{ b }}', '[ADA LOVELACE]'],
    ['{% comment %}{{ body.name }}{% endcomment %}{% raw %}{{ as is }}{% endraw %}', '{{ as is }}'],
    ['{% cycle "a", "b" %}{% cycle "a", "b" %}{% cycle "a", "b" %}', 'aba'],
    ['{% increment n %}{% increment n %}{% decrement m %}', '01-1'],
    ['a {%- if true -%} b {%- endif -%} c', 'abc'],
    [
      '{{ context.Request.Method }} {{ context.Request.Headers["X-A"] }} {{ context.Request.OriginalUrl.Host }} {{ context.Variables["v"] }}',
      'POST b gateway.azure-api.net 7',
    ],
    ['{{ body.when | Date:"yyyyMMddTHH:mm:ssZ" }}', '20261123T08:09:10Z'],
    [
      '{{ 7 | DividedBy:2 }} {{ 7.0 | DividedBy:2 }} {{ 7 | Modulo:4 }} {{ "3" | Plus:4 }} {{ 2 | Times:2.5 }} {{ 5 | Minus:8 | Abs }}',
      '3 3.5 3 7 5 3',
    ],
    [
      '{{ "a,b,c" | Split:"," | Join:"-" }} {{ "abc" | Slice:1,2 }} {{ "abc" | Size }} {{ "abc" | Replace:"b","x" }}',
      'a-b-c bc 3 axc',
    ],
    [
      '{{ "hello world" | Capitalize }} {{ "x" | Append:"y" | Prepend:"w" }} {{ "&lt;a&gt;" | Escape }} {{ "a b" | UrlEncode }}',
      'Hello World wxy &lt;a&gt; a+b',
    ],
    [
      '{{ body.nope | Default:"d" }} {{ body.items | Map:"id" | Join:"" }} {{ 3.14159 | Round:2 }} {{ "one two three" | TruncateWords:2 }}',
      'd 123 3.14 one two...',
    ],
    [
      '{{ "abcdefgh" | Truncate:5 }} {{ "b,a" | Split:"," | Sort | First }} {{ 3 | AtLeast:5 }} {{ 3 | AtMost:2 }} {{ 1234.5 | Currency }}',
      'ab... a 5 2 $1,234.50',
    ],
  ])('%s', async (template, output) => {
    expect(await rendered(template)).toBe(output);
  });

  test('JSON becomes SOAP', async () => {
    const template =
      '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>{% if body.customer.purchase.price &gt; 10 %}<Id>{{body.customer.purchase.identifier}}</Id>{% endif %}</soap:Body></soap:Envelope>';
    expect(await rendered(template)).toBe(
      '<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><Id>p-1</Id></soap:Body></soap:Envelope>',
    );
  });

  const SOAP =
    '<soap:Envelope xmlns:soap="urn:s" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soap:Body><orders><order><id>1</id></order><order><id xsi:nil="true"/></order></orders></soap:Body></soap:Envelope>';
  test.each([
    ['', '{% for o in body.envelope.body.orders.order %}[{{ o.id }}]{% endfor %}', '[1][]'],
    [
      'xsi-nil="null"',
      '{% for o in body.envelope.body.orders.order %}{% if o.id == nil %}null{% endif %}{% endfor %}',
      'null',
    ],
    ['', '{% for o in body.envelope.body.orders.order %}{% if o.id == nil %}null{% endif %}{% endfor %}', ''],
  ])('XML binds by local names %s', async (attributes, template, output) => {
    expect(await rendered(template, SOAP, 'text/xml', attributes)).toBe(output);
  });

  test('in return-response there is no body to bind to', async () => {
    const ran = await new TestGateway().run(
      '<inbound><return-response><set-body template="liquid">[{{ body.name }}{{ context.Request.Method }}]</set-body></return-response></inbound>',
      { json: BODY.items },
    );
    expect(ran.text).toBe('[POST]');
  });

  test('a body that is not what its type says is an error', async () => {
    await expect(rendered('{{ body }}', 'nothing')).rejects.toThrow(/cannot be bound/);
  });

  test.each([
    ['{{ body.a | upcase }}', /There is no filter 'upcase'. Did you mean 'Upcase'/],
    ['{% if body.a %}', /'endif' is missing/],
    ['{{ body.a', /has no end/],
    ['{% frob %}', /Unknown tag 'frob'/],
    ['{% include "x" %}', /not supported by this engine/],
    ['{% for a of b %}{% endfor %}', /'in' is expected/],
  ])('%s is refused when it is saved', (template, message) => {
    const document = `<policies><inbound>\n<set-body template="liquid">${template}</set-body></inbound></policies>`;
    const [first] = validatePolicy(document, { format: 'rawxml' });
    expect(first).toMatchObject({ line: 2, column: 2, element: 'set-body' });
    expect(first?.message).toMatch(message);
  });

  test('names of a template are no named values', () => {
    const document =
      '<policies><inbound><set-body template="liquid">{{ body.name }}</set-body><set-body>{{ body.name }}</set-body></inbound></policies>';
    const known = { backends: new Set<string>(), fragments: new Set<string>(), namedValues: new Set<string>() };
    expect(validatePolicy(document, { format: 'rawxml', known }).map(({ column }) => column)).toEqual([84]);
  });
});
