import { JToken } from '../expressions/values/json.ts';
import { jsonText } from '../expressions/values/json-text.ts';
import { isNumber } from '../expressions/values/number.ts';
import { valueText } from '../expressions/values/text.ts';
import type { Value } from '../expressions/values/value.ts';
import { parseTemplate } from '../liquid/parse-template.ts';
import { renderTemplate } from '../liquid/render.ts';
import { NumberText, parsePlainJson, type PlainJson, type PlainObject } from '../conversion/plain-json.ts';
import { isText, localName, ownText, parseXmlBody, type XmlNode } from '../conversion/xml-node.ts';
import { messageOf } from './direction.ts';
import type { NameValues } from './header-list.ts';
import { isMediaType } from './media-type.ts';
import { PolicyError } from './policy-error.ts';
import type { Run } from './run.ts';

/** How an element with `xsi:nil="true"` binds. */
type XsiNil = 'blank' | 'null';

/** Renders the template of a `set-body`; `bodyless` where there is nothing to bind to. */
export async function renderLiquid(
  run: Run,
  template: string,
  { xsiNil, bodyless = false }: { readonly xsiNil: XsiNil; readonly bodyless?: boolean },
): Promise<string> {
  const data = await liquidData(run, xsiNil);
  return renderTemplate(parseTemplate(template), bodyless ? { ...data, body: '' } : data).trim();
}

/** What a template can name: `body` and `context`. */
async function liquidData(run: Run, xsiNil: XsiNil): Promise<PlainObject> {
  const message = messageOf(run);
  const text = new TextDecoder().decode(await message.body.collect());
  return { body: bodyData(text, message.headers.first('Content-Type'), xsiNil), context: contextData(run) };
}

/** JSON and XML bind by the message's content type, JSON also where there is none; anything else is text. */
function bodyData(text: string, type: string | undefined, xsiNil: XsiNil): PlainJson {
  if (text.trim() === '') return '';
  try {
    if (isMediaType(type, 'json') || (type === undefined && /^[[{]/.test(text.trim()))) return parsePlainJson(text);
    if (!isMediaType(type, 'xml')) return text;
    const { root } = parseXmlBody(text);
    return { [localName(root.name)]: elementData(root, xsiNil) };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new PolicyError('LiquidTemplateFailed', `The body cannot be bound to the Liquid template: ${cause}`);
  }
}

/** Elements by local name; those that stand more than once are lists. */
function elementData(node: XmlNode, xsiNil: XsiNil): PlainJson {
  const nil = node.attributes.some(([name, value]) => localName(name) === 'nil' && name !== 'nil' && value === 'true');
  if (nil) return xsiNil === 'null' ? null : '';
  const children = node.children.filter((part): part is XmlNode => !isText(part));
  if (children.length === 0) return ownText(node);
  const members: Record<string, PlainJson | PlainJson[]> = {};
  for (const child of children) {
    const name = localName(child.name);
    const value = elementData(child, xsiNil);
    const known = Object.hasOwn(members, name) ? members[name] : undefined;
    if (known === undefined) members[name] = value;
    else if (Array.isArray(known)) known.push(value);
    else members[name] = [known, value];
  }
  return members;
}

function contextData(run: Run): PlainObject {
  const { api, operation, product, subscription, user, deployment } = run.call;
  return {
    Request: requestData(run),
    Response: run.response === undefined ? null : responseData(run),
    Variables: Object.fromEntries(
      [...run.variables.items()].map(({ key, value }) => [valueText(key), variableData(value)]),
    ),
    Api: { Id: api?.id ?? null, Name: api?.name ?? null, Path: api?.path ?? null, Version: api?.version ?? null },
    Operation: { Id: operation?.id ?? null, Name: operation?.name ?? null, Method: operation?.method ?? null },
    Product: { Id: product?.id ?? null, Name: product?.name ?? null },
    Subscription: { Id: subscription?.id ?? null, Name: subscription?.name ?? null, Key: subscription?.key ?? null },
    User: { Id: user?.id ?? null, Email: user?.email ?? null, FirstName: user?.firstName ?? null },
    Deployment: { Region: deployment?.region ?? null, ServiceName: deployment?.serviceName ?? null },
    RequestId: run.requestId,
  };
}

function requestData(run: Run): PlainObject {
  return {
    Url: urlData(run.url),
    Method: run.method,
    OriginalMethod: run.original.method,
    OriginalUrl: urlData(new URL(run.original.url)),
    IpAddress: run.original.ip ?? null,
    MatchedParameters: { ...run.original.matchedParameters },
    HasBody: run.requestBody.bytes.length > 0,
    ClientCertificates: [],
    Headers: headersData(run.requestHeaders),
  };
}

function responseData({ response, method }: Run): PlainObject {
  return {
    StatusCode: new NumberText(String(response?.status ?? 0)),
    Method: method,
    Headers: response === undefined ? {} : headersData(response.headers),
  };
}

function urlData(url: URL): PlainObject {
  const port = url.port === '' ? (url.protocol === 'http:' ? '80' : '443') : url.port;
  return {
    Scheme: url.protocol.slice(0, -1),
    Host: url.hostname,
    Port: new NumberText(port),
    Path: url.pathname,
    Query: Object.fromEntries(url.searchParams),
    QueryString: url.search,
    ToUri: url.href,
    ToString: url.href,
  };
}

function headersData(headers: NameValues): PlainObject {
  return Object.fromEntries(headers.names().map((name) => [name, headers.all(name).join(',')]));
}

function variableData(value: Value): PlainJson {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (value instanceof JToken) return parsePlainJson(jsonText(value, false));
  return isNumber(value) ? new NumberText(valueText(value)) : valueText(value);
}
