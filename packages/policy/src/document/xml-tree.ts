import { SaxesParser } from 'saxes';
import { positionAt, type Position } from '../mistake.ts';
import { MASK_START, type EmbeddedExpression } from './expression-masks.ts';

/** Text of an attribute or an element. `expression` is there where the whole value is one. */
export interface XmlValue {
  readonly text: string;
  readonly expression?: EmbeddedExpression;
  readonly offset: number;
}

export interface XmlElement {
  readonly name: string;
  readonly offset: number;
  /** Characters from the opening bracket to the end of the closing tag. */
  readonly length: number;
  /** Where its name begins. */
  readonly position: Position;
  readonly attributes: ReadonlyMap<string, XmlValue>;
  readonly children: readonly XmlElement[];
  /** All text directly below the element, in one piece. */
  readonly text: XmlValue | undefined;
  /** The markup between the element's tags, for policies whose content is a template. */
  readonly inner: string;
}

/** Thrown where the document is not well-formed. */
export class XmlError extends Error {
  override readonly name = 'XmlError';
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

interface Open {
  readonly name: string;
  readonly offset: number;
  contentStart: number;
  readonly attributes: Map<string, XmlValue>;
  readonly children: XmlElement[];
  text: string;
  textOffset: number;
}

/** What the reader needs of the document besides its masked text. */
export interface XmlSource {
  readonly masked: string;
  readonly original: string;
  /** The expression whose mask begins at an offset. */
  expressionAt(offset: number): EmbeddedExpression | undefined;
  /** An expression of plain text (already decoded), for documents in format `xml`. */
  expressionOf(text: string, offset: number): EmbeddedExpression | undefined;
}

/** Reads a well-formed document into elements with positions. */
export function readXml(source: XmlSource): XmlElement {
  const parser = new SaxesParser({ fragment: false, position: true });
  const stack: Open[] = [];
  let root: XmlElement | undefined;
  let attributes = new Map<string, XmlValue>();
  let tagOffset = 0;
  // The parser has closed an element already when it says that another was meant.
  let closed: Open | undefined;
  parser.on('error', (error) => {
    const at = Math.min(parser.position, source.masked.length) - 1;
    throw new XmlError(at, errorMessage(cleanMessage(error.message), source, at, closed));
  });
  parser.on('opentagstart', (tag) => {
    attributes = new Map();
    tagOffset = source.masked.lastIndexOf(`<${tag.name}`, parser.position);
  });
  parser.on('attribute', ({ name, value }) => {
    attributes.set(name, valueOf(source, value, attributeStart(source.masked, parser.position)));
  });
  parser.on('opentag', (tag) => {
    stack.push({
      name: tag.name,
      offset: tagOffset,
      contentStart: parser.position,
      attributes,
      children: [],
      text: '',
      textOffset: -1,
    });
  });
  const addText = (text: string): void => {
    const open = stack.at(-1);
    if (open === undefined) return;
    if (open.textOffset === -1 && text.trim() !== '') open.textOffset = textStart(source.masked, text, parser.position);
    open.text += text;
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.on('closetag', () => {
    const open = stack.pop();
    closed = open;
    if (open === undefined) return;
    const element = close(source, open, parser.position);
    const parent = stack.at(-1);
    if (parent === undefined) root = element;
    else parent.children.push(element);
  });
  parser.write(source.masked).close();
  if (root === undefined) throw new XmlError(0, 'Root element is missing.');
  return root;
}

/** A closing tag that closes something else is told with both names. */
function errorMessage(message: string, { masked }: XmlSource, at: number, open: Open | undefined): string {
  const closing = /<\/([^\s>]*)[^<]*$/.exec(masked.slice(0, at + 1))?.[1];
  if (!message.startsWith('unexpected close tag') || open === undefined || closing === undefined) return message;
  const { line } = positionAt(masked, open.offset);
  return `The '${open.name}' start tag on line ${line} does not match the end tag of '${closing}'.`;
}

/** saxes prefixes its messages with line and column. */
function cleanMessage(message: string): string {
  return message.replace(/^(?:[^:]*:)?\d+:\d+:\s*/, '');
}

/** Offset of the value of the attribute that ends just before `end`. */
function attributeStart(masked: string, end: number): number {
  let close = end - 1;
  // Never by searching for a quote that the document may not have: that would read all of it for each attribute.
  while (close > 0 && masked[close] !== '"' && masked[close] !== "'") close -= 1;
  return masked.lastIndexOf(masked.charAt(close), close - 1) + 1;
}

function textStart(masked: string, text: string, end: number): number {
  const first = text.trimStart().charAt(0);
  const tagEnd = Math.max(masked.lastIndexOf('>', end - 2), masked.lastIndexOf('[', end - 2)) + 1;
  const found = masked.indexOf(first, tagEnd);
  return found === -1 ? tagEnd : found;
}

function close(source: XmlSource, open: Open, end: number): XmlElement {
  const contentEnd = source.masked.lastIndexOf('</', end - 1);
  const inner = contentEnd >= open.contentStart ? source.original.slice(open.contentStart, contentEnd) : '';
  const text = open.text.trim() === '' ? undefined : valueOf(source, open.text, open.textOffset);
  const position = positionAt(source.original, open.offset + 1);
  return {
    name: open.name,
    offset: open.offset,
    length: end - open.offset,
    position,
    attributes: open.attributes,
    children: open.children,
    text,
    inner,
  };
}

function valueOf(source: XmlSource, value: string, offset: number): XmlValue {
  const trimmed = value.trim();
  if (trimmed.startsWith(MASK_START)) {
    const start = source.masked.indexOf(MASK_START, offset);
    const expression = source.expressionAt(start);
    const alone = !/[^\uE000\uE001]/.test(trimmed) && trimmed.lastIndexOf(MASK_START) === 0;
    if (expression !== undefined && alone) return { text: expression.source, expression, offset: start };
    return { text: source.original.slice(offset, offset + value.length), offset };
  }
  const expression = source.expressionOf(trimmed, offset);
  return expression === undefined ? { text: value, offset } : { text: trimmed, expression, offset };
}
