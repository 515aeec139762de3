import type { PolicyElement } from '../../document/policy-document.ts';
import { jsonToXml } from '../../conversion/json-to-xml.ts';
import { parsePlainJson } from '../../conversion/plain-json.ts';
import { parseXmlBody } from '../../conversion/xml-node.ts';
import { xmlToJson } from '../../conversion/xml-to-json.ts';
import { bodyText, messageOf, replaceBody, type Message } from '../direction.ts';
import { isMediaType } from '../media-type.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';
import type { Handler } from './handler.ts';

/** `json-to-xml`. */
export const convertJsonToXml: Handler = async (run, element) => {
  const message = messageOf(run);
  if (!(await applies(run, element, message, 'json', 'xml'))) return;
  const options = {
    parseDate: await run.flag(element, 'parse-date', true),
    separator: (await run.text(element, 'namespace-separator')) ?? '_',
    namespacePrefix: await run.text(element, 'namespace-prefix'),
    attributeBlock: await run.text(element, 'attribute-block-name'),
  };
  const text = await bodyText(message);
  convert(message, 'application/xml', () => jsonToXml(parsePlainJson(text), options));
};

/** `xml-to-json`. */
export const convertXmlToJson: Handler = async (run, element) => {
  const message = messageOf(run);
  if (!(await applies(run, element, message, 'xml', 'json'))) return;
  const options = {
    friendly: (await run.required(element, 'kind')) === 'javascript-friendly',
    arrays: await run.flag(element, 'always-array-child-elements', false),
  };
  const text = await bodyText(message);
  convert(message, 'application/json', () => xmlToJson(parseXmlBody(text), options));
};

/** By the message's own type, and by what the caller said it wants. */
async function applies(
  run: Run,
  element: PolicyElement,
  { headers }: Message,
  from: 'json' | 'xml',
  to: 'json' | 'xml',
): Promise<boolean> {
  const always = (await run.required(element, 'apply')) === 'always';
  if (!always && !isMediaType(headers.first('Content-Type'), from)) return false;
  if (!(await run.flag(element, 'consider-accept-header', true))) return true;
  return run.requestHeaders
    .all('Accept')
    .flatMap((value) => value.split(','))
    .some((type) => isMediaType(type, to) && !/;\s*q=0(?:\.0*)?\s*$/.test(type));
}

/** An empty body has nothing to be converted. */
function convert(message: Message, type: string, make: () => string): void {
  if (message.body.bytes.length === 0) return;
  try {
    replaceBody(message, Buffer.from(make()), type);
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new PolicyError('BodyConversionFailed', `The body cannot be converted: ${cause}`);
  }
}
