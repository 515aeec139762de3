import { argumentNull, NetException, NetObject } from './value.ts';

export const XMLNS = 'http://www.w3.org/2000/xmlns/';
const XML = 'http://www.w3.org/XML/1998/namespace';

/** `System.Xml.Linq.XNamespace`. */
export class XNamespaceObject extends NetObject {
  readonly netType = 'System.Xml.Linq.XNamespace';
  readonly uri: string;

  constructor(uri: string) {
    super();
    this.uri = uri;
  }

  get equalityKey(): string {
    return this.uri;
  }

  static readonly xml = new XNamespaceObject(XML);
  static readonly xmlns = new XNamespaceObject(XMLNS);
}

/** `System.Xml.Linq.XName`: a local name in a namespace. */
export class XNameObject extends NetObject {
  readonly netType = 'System.Xml.Linq.XName';
  readonly local: string;
  readonly namespace: string;

  constructor(local: string, namespace = '') {
    super();
    if (!/^[\p{L}_][\p{L}\p{N}._\-\u00b7]*$/u.test(local)) throw invalidName(local);
    this.local = local;
    this.namespace = namespace;
  }

  /** Reads `{namespace}local` or `local`. */
  static parse(text: string): XNameObject {
    const expanded = /^\{([^}]*)\}(.+)$/.exec(text);
    return expanded === null ? new XNameObject(text) : new XNameObject(expanded[2] ?? '', expanded[1] ?? '');
  }

  get equalityKey(): string {
    return this.text;
  }

  get text(): string {
    return this.namespace === '' ? this.local : `{${this.namespace}}${this.local}`;
  }
}

function invalidName(name: string): NetException {
  if (name === '')
    return new NetException('ArgumentException', "The value cannot be an empty string. (Parameter 'name')");
  const index = Array.from(name).findIndex(
    (each, at) => !(at === 0 ? /[\p{L}_]/u : /[\p{L}\p{N}._\-\u00b7]/u).test(each),
  );
  const character = name.charAt(index);
  const hex = character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
  return index === 0
    ? new NetException(
        'XmlException',
        `Name cannot begin with the '${character}' character, hexadecimal value 0x${hex}.`,
      )
    : new NetException(
        'XmlException',
        `The '${character}' character, hexadecimal value 0x${hex}, cannot be included in a name.`,
      );
}

/** Base of everything in a tree of XML. */
export abstract class XObject extends NetObject {
  parent: XContainer | undefined;
  abstract readonly nodeType: string;
}

export class XAttribute extends XObject {
  readonly netType = 'System.Xml.Linq.XAttribute';
  readonly nodeType = 'Attribute';
  readonly name: XNameObject;
  value: string;

  constructor(name: XNameObject, value: string) {
    super();
    this.name = name;
    this.value = value;
  }

  get isDeclaration(): boolean {
    return this.name.namespace === XMLNS || (this.name.namespace === '' && this.name.local === 'xmlns');
  }
}

export abstract class XNode extends XObject {
  abstract clone(): XNode;
}

/** Text, CDATA, a comment or a processing instruction. */
export class XLeaf extends XNode {
  readonly nodeType: 'Text' | 'CDATA' | 'Comment' | 'ProcessingInstruction';
  readonly target: string;
  value: string;

  constructor(nodeType: XLeaf['nodeType'], value: string, target = '') {
    super();
    this.nodeType = nodeType;
    this.value = value;
    this.target = target;
  }

  get netType(): string {
    const name = this.nodeType === 'CDATA' ? 'CData' : this.nodeType;
    return `System.Xml.Linq.X${name}`;
  }

  override clone(): XLeaf {
    return new XLeaf(this.nodeType, this.value, this.target);
  }
}

/** `XElement` or `XDocument`: what has nodes inside. */
export abstract class XContainer extends XNode {
  nodes: XNode[] = [];

  /** Adds a node at `index`; what hangs in a tree already is copied. Texts that meet become one. */
  insert(node: XNode, index = this.nodes.length): void {
    const own = node.parent === undefined ? node : node.clone();
    const before = this.nodes[index - 1];
    if (own instanceof XLeaf && own.nodeType === 'Text' && before instanceof XLeaf && before.nodeType === 'Text') {
      before.value += own.value;
      return;
    }
    own.parent = this;
    this.nodes.splice(index, 0, own);
  }

  remove(node: XNode): void {
    this.nodes = this.nodes.filter((each) => each !== node);
    node.parent = undefined;
  }

  get elements(): readonly XElement[] {
    return this.nodes.filter((node) => node instanceof XElement);
  }

  *descendants(): Iterable<XNode> {
    for (const node of this.nodes) {
      yield node;
      if (node instanceof XContainer) yield* node.descendants();
    }
  }

  /** All text inside, in document order. */
  get text(): string {
    return this.nodes
      .map((node) => (node instanceof XContainer ? node.text : node instanceof XLeaf && isText(node) ? node.value : ''))
      .join('');
  }
}

export function isText(leaf: XLeaf): boolean {
  return leaf.nodeType === 'Text' || leaf.nodeType === 'CDATA';
}

export class XElement extends XContainer {
  readonly netType = 'System.Xml.Linq.XElement';
  readonly nodeType = 'Element';
  name: XNameObject;
  attributes: XAttribute[] = [];
  /** `<a></a>`, and not `<a />`. */
  isExplicit = false;

  constructor(name: XNameObject) {
    super();
    this.name = name;
  }

  attribute(name: XNameObject): XAttribute | undefined {
    return this.attributes.find((each) => each.name.text === name.text);
  }

  addAttribute(attribute: XAttribute): void {
    if (this.attribute(attribute.name) !== undefined)
      throw new NetException('InvalidOperationException', 'Duplicate attribute.');
    const own = attribute.parent === undefined ? attribute : new XAttribute(attribute.name, attribute.value);
    own.parent = this;
    this.attributes.push(own);
  }

  setAttribute(name: XNameObject, value: string | undefined): void {
    const known = this.attribute(name);
    if (value === undefined) this.attributes = this.attributes.filter((each) => each !== known);
    else if (known === undefined) this.addAttribute(new XAttribute(name, value));
    else known.value = value;
  }

  override clone(): XElement {
    const copy = new XElement(this.name);
    copy.isExplicit = this.isExplicit;
    for (const { name, value } of this.attributes) copy.addAttribute(new XAttribute(name, value));
    for (const node of this.nodes) copy.insert(node.clone());
    return copy;
  }
}

export class XDeclaration extends NetObject {
  readonly netType = 'System.Xml.Linq.XDeclaration';
  readonly version: string | null;
  readonly encoding: string | null;
  readonly standalone: string | null;

  constructor(version: string | null, encoding: string | null, standalone: string | null) {
    super();
    this.version = version;
    this.encoding = encoding;
    this.standalone = standalone;
  }

  get text(): string {
    const part = (name: string, value: string | null): string => (value === null ? '' : ` ${name}="${value}"`);
    return `<?xml${part('version', this.version ?? '1.0')}${part('encoding', this.encoding)}${part('standalone', this.standalone)}?>`;
  }
}

export class XDocument extends XContainer {
  readonly netType = 'System.Xml.Linq.XDocument';
  readonly nodeType = 'Document';
  declaration: XDeclaration | undefined;

  get root(): XElement | undefined {
    return this.elements[0];
  }

  override clone(): XDocument {
    const copy = new XDocument();
    copy.declaration = this.declaration;
    for (const node of this.nodes) copy.insert(node.clone());
    return copy;
  }
}

/** An XName argument: a name, or text that is read as one. */
export function nameOf(value: unknown): XNameObject {
  if (value instanceof XNameObject) return value;
  if (typeof value === 'string') return XNameObject.parse(value);
  throw argumentNull('name');
}
