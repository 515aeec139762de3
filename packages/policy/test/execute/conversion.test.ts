import { describe, expect, test } from 'vitest';
import { TestGateway } from '../support/world.ts';

/** The answer to the caller after outbound policies have changed a body of that type. */
async function answered(policies: string, body: string, type: string, headers: readonly [string, string][] = []) {
  const gateway = new TestGateway();
  gateway.answer = () => ({ status: 200, headers: [['Content-Type', type]], body: Buffer.from(body) });
  return await gateway.run(`<outbound><base />${policies}</outbound>`, { method: 'GET', headers });
}

const XML = 'application/xml';
const JSON_TYPE = 'application/json';
const NIL = 'xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

describe('json-to-xml', () => {
  const always = (more = ''): string => `<json-to-xml apply="always" consider-accept-header="false" ${more} />`;
  test.each([
    [
      'one member is the root',
      '{"order":{"id":5,"paid":true,"note":""}}',
      '<order><id>5</id><paid>true</paid><note></note></order>',
    ],
    ['several members get a root', '{"a":1,"b":null}', `<Document><a>1</a><b ${NIL} /></Document>`],
    ['lists repeat their element', '{"a":{"b":[1,{"c":2}],"d":[]}}', '<a><b>1</b><b><c>2</c></b><d /></a>'],
    ['large numbers keep their digits', '{"n":12345678901234567890.50}', '<n>12345678901234567890.50</n>'],
    ['marks are escaped', '{"a":"<b> & c"}', '<a>&lt;b&gt; &amp; c</a>'],
    [
      'names that XML forbids are encoded',
      '{"r":{"first name":1,"1st":2}}',
      '<r><first_x0020_name>1</first_x0020_name><_x0031_st>2</_x0031_st></r>',
    ],
    ['a date is read and written', '{"d":"2026-01-02T03:04:05.600Z"}', '<d>2026-01-02T03:04:05.6Z</d>'],
  ])('%s', async (_name, body, xml) => {
    const ran = await answered(always(), body, JSON_TYPE);
    expect([ran.text, ran.header('Content-Type')]).toEqual([xml, XML]);
  });

  test('namespaces and attributes', async () => {
    const body = JSON.stringify({
      'soapenv:Envelope': {
        'xmlns:soapenv': 'http://schemas.xmlsoap.org/soap/envelope/',
        'xmlns:v1': 'http://example.com/v1',
        'soapenv:Header': {},
        'soapenv:Body': { 'v1:Query': { '#attrs': { name: 'test' }, 'v1:Item': { text: 'dummy' } } },
      },
    });
    const ran = await answered(
      always('parse-date="false" namespace-separator=":" namespace-prefix="xmlns" attribute-block-name="#attrs"'),
      body,
      JSON_TYPE,
    );
    expect(ran.text).toBe(
      '<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:v1="http://example.com/v1"><soapenv:Header /><soapenv:Body><v1:Query name="test"><v1:Item><text>dummy</text></v1:Item></v1:Query></soapenv:Body></soapenv:Envelope>',
    );
  });

  test('parse-date="false" copies dates', async () => {
    const ran = await answered(always('parse-date="false"'), '{"d":"2026-01-02T03:04:05.600Z"}', JSON_TYPE);
    expect(ran.text).toBe('<d>2026-01-02T03:04:05.600Z</d>');
  });

  test('a body that is no JSON is an error', async () => {
    const ran = await answered(always(), 'nothing', JSON_TYPE);
    expect(ran.outcome.error).toMatchObject({ source: 'json-to-xml', section: 'outbound' });
    expect(ran.status).toBe(500);
  });
});

describe('xml-to-json', () => {
  const convert = (kind: string, more = ''): string =>
    `<xml-to-json kind="${kind}" apply="always" consider-accept-header="false" ${more} />`;
  const NOTE =
    '<?xml version="1.0" encoding="utf-8"?>\n<n:note xmlns:n="urn:n" id="1"><to>A</to><to>B</to><empty/><blank></blank><b lang="en">x</b><c><![CDATA[<z>]]></c></n:note>';

  test('direct keeps the structure', async () => {
    const ran = await answered(convert('direct'), NOTE, XML);
    expect(ran.header('Content-Type')).toBe(JSON_TYPE);
    expect(ran.json).toEqual({
      '?xml': { '@version': '1.0', '@encoding': 'utf-8' },
      'n:note': {
        '@xmlns:n': 'urn:n',
        '@id': '1',
        to: ['A', 'B'],
        empty: null,
        blank: '',
        b: { '@lang': 'en', '#text': 'x' },
        c: { '#cdata-section': '<z>' },
      },
    });
  });

  test('javascript-friendly leaves out what JavaScript has no use for', async () => {
    const ran = await answered(convert('javascript-friendly'), NOTE, XML);
    expect(ran.json).toEqual({
      n_note: { id: '1', to: ['A', 'B'], empty: null, blank: '', b: { lang: 'en', $text: 'x' }, c: { $cdata: '<z>' } },
    });
  });

  test('always-array-child-elements', async () => {
    const ran = await answered(convert('direct', 'always-array-child-elements="true"'), '<a><b><c>1</c></b></a>', XML);
    expect(ran.json).toEqual({ a: { b: [{ c: ['1'] }] } });
  });

  test.each<[string, string, string, readonly [string, string][], boolean]>([
    ['apply="content-type-xml"', 'text/xml; charset=utf-8', 'false', [], true],
    ['apply="content-type-xml"', 'application/soap+xml', 'false', [], true],
    ['apply="content-type-xml"', 'text/plain', 'false', [], false],
    ['apply="always"', 'text/plain', 'true', [], false],
    ['apply="always"', 'text/plain', 'true', [['Accept', 'text/html, application/json;q=0.5']], true],
    ['apply="always"', 'text/plain', 'true', [['Accept', 'application/json;q=0']], false],
  ])('%s of %s, Accept considered: %s %j', async (apply, type, consider, headers, converted) => {
    const ran = await answered(
      `<xml-to-json kind="direct" ${apply} consider-accept-header="${consider}" />`,
      '<a>1</a>',
      type,
      headers,
    );
    expect(ran.text).toBe(converted ? '{"a":"1"}' : '<a>1</a>');
  });
});

describe('text in bodies', () => {
  test('find-and-replace in request and response', async () => {
    const gateway = new TestGateway();
    gateway.answer = () => ({ status: 200, headers: [], body: Buffer.from('a notebook, a notebook') });
    const replace = '<find-and-replace from="notebook" to="laptop $1" />';
    const ran = await gateway.run(`<inbound>${replace}</inbound><outbound>${replace}</outbound>`, {
      body: Buffer.from('notebook'),
    });
    expect(Buffer.from(gateway.sent[0]?.body ?? []).toString()).toBe('laptop $1');
    expect(ran.text).toBe('a laptop $1, a laptop $1');
  });

  test('redirect-content-urls', async () => {
    const ran = await answered('<redirect-content-urls />', '{"next":"https://model.example/base/page/2"}', JSON_TYPE);
    expect(ran.json).toEqual({ next: 'https://gateway.azure-api.net/openai/v1/page/2' });
  });

  test.each([
    ['', '{"a":1}', 200],
    ['cb=show', 'show({"a":1});', 200],
    ['cb=a.b', 'a.b({"a":1});', 200],
    ['cb=alert(1)', undefined, 400],
  ])('jsonp with ?%s', async (query, text, status) => {
    const gateway = new TestGateway();
    gateway.answer = () => ({ status: 200, headers: [], body: Buffer.from('{"a":1}') });
    const ran = await gateway.run('<outbound><jsonp callback-parameter-name="cb" /></outbound>', {
      method: 'GET',
      url: `https://gateway.azure-api.net/openai/v1/x?${query}`,
    });
    expect(ran.status).toBe(status);
    if (text !== undefined) expect(ran.text).toBe(text);
    else
      expect(ran.outcome.error).toMatchObject({
        source: 'jsonp',
        reason: 'CallbackParameterInvalid',
        message: 'Value of callback parameter cb is not a valid JavaScript identifier.',
      });
  });
});
