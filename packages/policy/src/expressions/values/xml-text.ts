import { SaxesParser } from 'saxes';
import { NetException } from './value.ts';
import type { XContainer } from './xml.ts';
import { XAttribute, XDeclaration, XDocument, XElement, XLeaf, XMLNS, XNameObject, isText, type XNode } from './xml.ts';

/** Reads a document. White space between elements is dropped unless it is to be kept. */
export function parseXml(text: string, keepSpace: boolean): XDocument {
  const parser = new SaxesParser({ xmlns: true });
  const document = new XDocument();
  let current: XContainer = document;
  const add = (node: XNode): void => {
    current.insert(node);
  };
  parser.on('error', (error) => {
    throw xmlError(error.message, parser.line, parser.column);
  });
  parser.on('xmldecl', ({ version, encoding, standalone }) => {
    document.declaration = new XDeclaration(version ?? null, encoding ?? null, standalone ?? null);
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    const element = new XElement(new XNameObject(local, uri));
    for (const attribute of Object.values(attributes)) element.addAttribute(attributeOf(attribute));
    current.insert(element);
    current = element;
  });
  parser.on('closetag', ({ isSelfClosing }) => {
    if (current instanceof XElement) current.isExplicit = !isSelfClosing && current.nodes.length === 0;
    current = current.parent ?? document;
  });
  parser.on('text', (value) => {
    if (current instanceof XDocument || (!keepSpace && value.trim() === '')) return;
    add(new XLeaf('Text', value));
  });
  parser.on('cdata', (value) => {
    add(new XLeaf('CDATA', value));
  });
  parser.on('comment', (value) => {
    add(new XLeaf('Comment', value));
  });
  parser.on('processinginstruction', ({ target, body }) => {
    add(new XLeaf('ProcessingInstruction', body, target));
  });
  if (text.trim() === '') throw xmlError('Root element is missing.', 0, 0);
  parser.write(text.replace(/^\uFEFF/, '')).close();
  return document;
}

function attributeOf({
  prefix,
  local,
  uri,
  value,
}: {
  readonly prefix: string;
  readonly local: string;
  readonly uri: string;
  readonly value: string;
}): XAttribute {
  if (prefix === '' && local === 'xmlns') return new XAttribute(new XNameObject('xmlns'), value);
  return new XAttribute(new XNameObject(local, prefix === 'xmlns' ? XMLNS : uri), value);
}

/** .NET's words differ from case to case; the place is what both say. */
function xmlError(message: string, line: number, column: number): NetException {
  const text = message.replace(/^\d+:\d+: /, '');
  return new NetException('XmlException', line === 0 ? text : `${text} Line ${line}, position ${column}.`);
}

/** ToString() of a node: two blanks of indentation a level, none where text stands among the nodes. */
export function xmlText(node: XNode, isIndented: boolean): string {
  return write(node, new Map([['', '']]), isIndented ? 0 : undefined);
}

type Prefixes = ReadonlyMap<string, string>;

function write(node: XNode, prefixes: Prefixes, depth: number | undefined): string {
  if (node instanceof XDocument)
    return node.nodes.map((each) => write(each, prefixes, depth)).join(depth === undefined ? '' : '\n');
  if (node instanceof XElement) return writeElement(node, prefixes, depth);
  return node instanceof XLeaf ? writeLeaf(node) : '';
}

function writeLeaf({ nodeType, value, target }: XLeaf): string {
  if (nodeType === 'CDATA') return `<![CDATA[${value}]]>`;
  if (nodeType === 'Comment') return `<!--${value}-->`;
  if (nodeType === 'ProcessingInstruction') return `<?${target}${value === '' ? '' : ` ${value}`}?>`;
  return escaped(value).replaceAll('\r', '&#xD;');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function writeElement(element: XElement, outer: Prefixes, depth: number | undefined): string {
  const prefixes = new Map(outer);
  for (const { name, value, isDeclaration } of element.attributes)
    if (isDeclaration) prefixes.set(name.namespace === '' ? '' : name.local, value);
  const extra: string[] = [];
  const tag = qualified(element.name, prefixes, extra, true);
  const attributes = element.attributes.map(
    ({ name, value, isDeclaration }) =>
      ` ${isDeclaration ? declarationName(name) : qualified(name, prefixes, extra, false)}="${quoted(value)}"`,
  );
  const open = `<${tag}${extra.join('')}${attributes.join('')}`;
  if (element.nodes.length === 0) return element.isExplicit ? `${open}></${tag}>` : `${open} />`;
  const isMixed = element.nodes.some((node) => node instanceof XLeaf && isText(node));
  const inner = depth === undefined || isMixed ? undefined : depth + 1;
  const gap = (level: number): string => `\n${'  '.repeat(level)}`;
  const parts = element.nodes.map((node) => `${inner === undefined ? '' : gap(inner)}${write(node, prefixes, inner)}`);
  return `${open}>${parts.join('')}${inner === undefined ? '' : gap(inner - 1)}</${tag}>`;
}

function quoted(value: string): string {
  return escaped(value)
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '&#xA;')
    .replaceAll('\r', '&#xD;')
    .replaceAll('\t', '&#x9;');
}

function declarationName(name: XNameObject): string {
  return name.namespace === '' ? 'xmlns' : `xmlns:${name.local}`;
}

/** The name with the nearest prefix of its namespace; where there is none, one is declared. */
function qualified(name: XNameObject, prefixes: Map<string, string>, extra: string[], isElement: boolean): string {
  const { local, namespace } = name;
  if (namespace === 'http://www.w3.org/XML/1998/namespace') return `xml:${local}`;
  if (namespace === '' && !isElement) return local;
  if (isElement && prefixes.get('') === namespace) return local;
  const known = [...prefixes].findLast(([prefix, uri]) => uri === namespace && prefix !== '');
  if (known !== undefined) return `${known[0]}:${local}`;
  if (isElement) {
    prefixes.set('', namespace);
    extra.push(` xmlns="${quoted(namespace)}"`);
    return local;
  }
  const prefix = `p${prefixes.size}`;
  prefixes.set(prefix, namespace);
  extra.push(` xmlns:${prefix}="${quoted(namespace)}"`);
  return `${prefix}:${local}`;
}
