import { SaxesParser } from 'saxes';

/** An element of a body. */
export interface XmlNode {
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly children: readonly (XmlNode | XmlText)[];
  /** Written as `<a/>`. */
  readonly selfClosing: boolean;
}

export interface XmlText {
  readonly kind: 'text' | 'cdata';
  readonly text: string;
}

/** A body that is XML. */
export interface XmlBody {
  /** Version, encoding, standalone; absent where there is no declaration. */
  readonly declaration?: Readonly<Record<string, string>>;
  readonly root: XmlNode;
}

interface OpenNode extends XmlNode {
  readonly children: (XmlNode | XmlText)[];
}

/** Whether a part of an element is text. */
export function isText(part: XmlNode | XmlText): part is XmlText {
  return 'text' in part;
}

/** Reads XML; white space between elements is left out. Throws Error where it is not well-formed. */
export function parseXmlBody(text: string): XmlBody {
  const parser = new SaxesParser({ fragment: false });
  const open: OpenNode[] = [];
  let root: XmlNode | undefined;
  let declaration: Record<string, string> | undefined;
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('xmldecl', (found) => {
    declaration = Object.fromEntries(
      Object.entries(found).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  });
  parser.on('opentag', ({ name, attributes, isSelfClosing }) => {
    const node: OpenNode = { name, attributes: Object.entries(attributes), children: [], selfClosing: isSelfClosing };
    open.at(-1)?.children.push(node);
    root ??= node;
    open.push(node);
  });
  const add = (kind: XmlText['kind']) => (found: string) => {
    if (kind === 'cdata' || found.trim() !== '') open.at(-1)?.children.push({ kind, text: found });
  };
  parser.on('text', add('text'));
  parser.on('cdata', add('cdata'));
  parser.on('closetag', () => void open.pop());
  parser.write(text.replace(/^\uFEFF/, '').trimStart()).close();
  if (root === undefined) throw new Error('Root element is missing.');
  return { root, ...(declaration === undefined ? {} : { declaration }) };
}

/** Text of an element without that of its children. */
export function ownText(node: XmlNode): string {
  return node.children
    .filter(isText)
    .map(({ text }) => text)
    .join('');
}

/** A name without its namespace prefix. */
export function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
