import { isPlainList, isPlainObject, NumberText, type PlainJson, type PlainObject } from './plain-json.ts';

/** How `json-to-xml` reads member names. */
export interface JsonToXmlOptions {
  readonly parseDate: boolean;
  readonly separator: string;
  /** Members that begin so are namespace declarations. */
  readonly namespacePrefix: string | undefined;
  /** Members of this member are attributes. */
  readonly attributeBlock: string | undefined;
}

const NIL = 'xsi:nil="true" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"';

/** JSON as XML. What has not exactly one member to be the root gets the root `Document`. */
export function jsonToXml(json: PlainJson, options: JsonToXmlOptions): string {
  const [member, ...others] = isPlainObject(json) ? Object.entries(json) : [];
  const single = member !== undefined && others.length === 0 && !isPlainList(member[1]);
  return single ? element(member[0], member[1], options, new Set()) : element('Document', json, options, new Set());
}

function element(name: string, value: PlainJson, options: JsonToXmlOptions, outer: ReadonlySet<string>): string {
  if (isPlainList(value) && name !== 'Document') return repeated(name, value, options, outer);
  const prefixes = isPlainObject(value) ? new Set([...outer, ...declared(value, options)]) : outer;
  const tag = xmlName(name, options, prefixes);
  if (value === null) return `<${tag} ${NIL} />`;
  if (isPlainList(value))
    return `<${tag}>${value.map((item) => element(name, item, options, outer)).join('')}</${tag}>`;
  if (!isPlainObject(value)) return `<${tag}>${escapeText(scalar(value, options))}</${tag}>`;
  const attributes = attributesOf(value, options);
  const content = Object.entries(value)
    .filter(([member]) => member !== options.attributeBlock && !isDeclaration(member, options))
    .map(([member, child]) => element(member, child, options, prefixes))
    .join('');
  return content === '' ? `<${tag}${attributes} />` : `<${tag}${attributes}>${content}</${tag}>`;
}

/** A list is its element over and over; an empty one leaves an empty element. */
function repeated(
  name: string,
  values: readonly PlainJson[],
  options: JsonToXmlOptions,
  outer: ReadonlySet<string>,
): string {
  if (values.length === 0) return `<${xmlName(name, options, outer)} />`;
  return values.map((value) => element(name, value, options, outer)).join('');
}

function isDeclaration(member: string, { namespacePrefix, separator }: JsonToXmlOptions): boolean {
  if (namespacePrefix === undefined) return false;
  return member === namespacePrefix || member.startsWith(`${namespacePrefix}${separator}`);
}

/** Prefixes that an object declares. */
function declared(value: PlainObject, options: JsonToXmlOptions): readonly string[] {
  return Object.keys(value)
    .filter((member) => isDeclaration(member, options) && member !== options.namespacePrefix)
    .map((member) => member.slice((options.namespacePrefix?.length ?? 0) + options.separator.length));
}

function attributesOf(value: PlainObject, options: JsonToXmlOptions): string {
  const declarations = Object.entries(value)
    .filter(([member]) => isDeclaration(member, options))
    .map(([member, uri]): [string, PlainJson] => [
      member === options.namespacePrefix
        ? 'xmlns'
        : `xmlns:${member.slice((options.namespacePrefix?.length ?? 0) + options.separator.length)}`,
      uri,
    ]);
  const block = options.attributeBlock === undefined ? undefined : value[options.attributeBlock];
  const attributes = isPlainObject(block) ? Object.entries(block) : [];
  return [...declarations, ...attributes]
    .map(([name, text]) => ` ${name}="${escapeText(scalar(text, options)).replaceAll('"', '&quot;')}"`)
    .join('');
}

/** A name with its prefix where the prefix is a declared one; what XML forbids in a name is encoded as .NET does. */
function xmlName(name: string, { separator }: JsonToXmlOptions, prefixes: ReadonlySet<string>): string {
  const at = name.indexOf(separator);
  const prefix = at > 0 ? name.slice(0, at) : '';
  if (prefixes.has(prefix)) return `${encodeName(prefix)}:${encodeName(name.slice(at + separator.length))}`;
  return encodeName(name);
}

function encodeName(name: string): string {
  const encode = (character: string): string =>
    `_x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}_`;
  return name.replaceAll(/[^\p{L}\p{N}_.-]/gu, encode).replace(/^[^\p{L}_]/u, encode);
}

function scalar(value: PlainJson, { parseDate }: JsonToXmlOptions): string {
  if (value === null) return '';
  if (value instanceof NumberText) return value.text;
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'string') return JSON.stringify(value);
  return parseDate ? roundTrippedDate(value) : value;
}

/** A date that was read and written again: zeros at the end of its fraction are gone, an offset has become UTC. */
function roundTrippedDate(text: string): string {
  const match = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(\.\d{1,7})?(Z|[+-]\d\d:\d\d)?$/.exec(text);
  if (match === null || Number.isNaN(Date.parse(text))) return text;
  const [, seconds = '', fraction = '', zone = ''] = match;
  const shown = fraction.replace(/0+$/, '').replace(/^\.$/, '');
  if (zone === '' || zone === 'Z') return `${seconds}${shown}${zone}`;
  return `${new Date(`${seconds}${zone}`).toISOString().slice(0, 19)}${shown}+00:00`;
}

function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
