import { NetArray, NetDictionary, NetList, fromBytes } from '../expressions/values/collections.ts';
import type { JToken } from '../expressions/values/json.ts';
import { JArray, JObject } from '../expressions/values/json.ts';
import { parseJson } from '../expressions/values/json-text.ts';
import { Facade } from '../expressions/values/objects.ts';
import { int } from '../expressions/values/number.ts';
import { parseXml } from '../expressions/values/xml-text.ts';
import { NetException, type Value } from '../expressions/values/value.ts';
import type { Body } from '../ports.ts';
import { NameValues } from './header-list.ts';

/** A body that policies can read: the bytes, and whether a read without preserveContent took them. */
export class MessageBody {
  #content: Body;

  constructor(content: Body) {
    this.#content = content;
  }

  get content(): Body {
    return this.#content;
  }

  set content(content: Body) {
    this.#content = content;
  }

  /** Reads a stream to its end, so that expressions can see it. */
  async collect(): Promise<Uint8Array> {
    if (!(this.#content instanceof Uint8Array)) this.#content = await collectBody(this.#content);
    return this.#content;
  }

  /** The bytes that are here; an uncollected stream has none yet. */
  get bytes(): Uint8Array {
    return this.#content instanceof Uint8Array ? this.#content : new Uint8Array();
  }

  /** `Body`, or null where there is none. */
  toValue(): Value {
    if (this.#content instanceof Uint8Array && this.#content.length === 0) return null;
    return new Facade(
      'IMessageBody',
      {},
      {
        As: (args, typeArgs, named) => {
          return readAs(this.#take(named.get('preserveContent') ?? args[0]), typeArgs[0] ?? 'string');
        },
        AsFormUrlEncodedContent: (args, _typeArgs, named) =>
          formContent(this.#take(named.get('preserveContent') ?? args[0])),
      },
    );
  }

  /** The bytes, which are gone for whoever comes next unless they are to be preserved. */
  #take(preserve: Value | undefined): Uint8Array {
    const { bytes } = this;
    if (preserve !== true) this.#content = new Uint8Array();
    return bytes;
  }
}

/** All chunks in one piece. */
export async function collectBody(body: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of body) chunks.push(chunk);
  return Buffer.concat(chunks);
}

function readAs(bytes: Uint8Array, type: string): Value {
  const text = new TextDecoder().decode(bytes);
  switch (type) {
    case 'string':
    case 'String':
      return text;
    case 'byte[]':
    case 'Byte[]':
      return fromBytes(bytes);
    case 'JObject':
      return readToken(text, type, (token) => token instanceof JObject);
    case 'JArray':
      return readToken(text, type, (token) => token instanceof JArray);
    case 'JToken':
    case 'object':
      return readToken(text, type, () => true);
    case 'XDocument':
      return text.trim() === '' ? null : parseXml(text, false);
    case 'XElement':
    case 'XNode':
      return text.trim() === '' ? null : rootOf(text);
    default:
      throw new NetException('NotSupportedException', `Specified method is not supported: Body.As<${type}>.`);
  }
}

function rootOf(text: string): Value {
  const { root } = parseXml(text, false);
  if (root === undefined) throw new NetException('XmlException', 'Root element is missing.');
  root.parent?.remove(root);
  return root;
}

function readToken(text: string, type: string, accepts: (token: JToken) => boolean): Value {
  if (text.trim() === '') return null;
  const token = parseJson(text);
  if (accepts(token)) return token;
  const found = token instanceof JObject ? 'StartObject' : token instanceof JArray ? 'StartArray' : token.tokenType;
  const wanted = type === 'JObject' ? 'an object' : 'an array';
  throw new NetException(
    'JsonReaderException',
    `Error reading ${type} from JsonReader. Current JsonReader item is not ${wanted}: ${found}. Path '', line 1, position 1.`,
  );
}

/** A form: lists of values by name, which can be changed; a name that is asked for is there. */
class FormContent extends NetDictionary {
  override get(key: Value): Value {
    const known = super.get(key);
    if (known !== undefined) return known;
    const values = new NetList();
    this.set(key, values);
    return values;
  }
}

function formContent(bytes: Uint8Array): Value {
  const values = new NameValues([...new URLSearchParams(new TextDecoder().decode(bytes))]);
  const form = new FormContent();
  for (const name of values.names()) form.set(name, new NetList([...values.all(name)]));
  return form;
}

/** Headers or query as `context` shows them. */
export function dictionaryOf(values: NameValues): NetDictionary {
  const dictionary = new NetDictionary({ ignoreCase: true, readOnly: true, flavour: 'header' });
  for (const name of values.names()) dictionary.set(name, new NetArray([...values.all(name)], 'string'));
  return dictionary;
}

/** `IUrl`. */
export function urlObject(url: URL): Facade {
  return new Facade(
    'IUrl',
    {
      Scheme: () => url.protocol.slice(0, -1),
      Host: () => url.hostname,
      Port: () => int(url.port === '' ? (url.protocol === 'http:' ? 80 : 443) : Number(url.port)),
      Path: () => decodePath(url.pathname),
      Query: () => dictionaryOf(new NameValues([...url.searchParams])),
      QueryString: () => url.search,
    },
    {},
    url.href,
  );
}

function decodePath(path: string): string {
  try {
    return decodeURI(path);
  } catch {
    return path;
  }
}
