import { EnumerableObject, iterate, Sequence } from '../values/collections.ts';
import { valueText } from '../values/text.ts';
import { EnumValue, NetException, type Value } from '../values/value.ts';
import {
  nameOf,
  XAttribute,
  XContainer,
  XDeclaration,
  XDocument,
  XElement,
  XLeaf,
  XNameObject,
  XNamespaceObject,
  XNode,
  XObject,
} from '../values/xml.ts';
import { xmlText } from '../values/xml-text.ts';
import { enumMember } from './enums.ts';
import { argument, tableFor, type Invocation } from './invocation.ts';

/** The text of content: dates and truth values are written as XML writes them. */
export function contentText(value: Value): string {
  if (typeof value === 'boolean') return value ? 'true' : 'false';
  if (value instanceof XContainer) return value.text;
  return value instanceof XAttribute || value instanceof XLeaf ? value.value : valueText(value);
}

/** Adds content as constructors and Add take it: nodes, attributes, sequences of them, anything else as text. */
export function addContent(target: XContainer, content: Value, index?: number): void {
  if (content === null) return;
  if (content instanceof XAttribute) {
    if (target instanceof XElement) target.addAttribute(content);
    return;
  }
  if (content instanceof XDocument)
    throw new NetException('ArgumentException', 'A node of type Document cannot be added to content.');
  if (content instanceof XNode) target.insert(content, index ?? target.nodes.length);
  else if (content instanceof EnumerableObject) for (const item of iterate(content)) addContent(target, item, index);
  else if (contentText(content) !== '')
    target.insert(new XLeaf('Text', contentText(content)), index ?? target.nodes.length);
}

const sequence = (walk: () => Iterable<Value>): Sequence => new Sequence(walk);

function named(items: Iterable<Value>, call: Invocation): Value[] {
  const wanted = argument(call, 0);
  const elements = [...items].filter((item) => item instanceof XElement);
  return wanted === null ? elements : elements.filter(({ name }) => name.text === nameOf(wanted).text);
}

function* ancestors(node: XObject): Iterable<XElement> {
  for (let at = node.parent; at !== undefined; at = at.parent) if (at instanceof XElement) yield at;
}

function siblings(node: XNode): readonly XNode[] {
  return node.parent?.nodes ?? [];
}

function after(node: XNode): readonly XNode[] {
  return siblings(node).slice(siblings(node).indexOf(node) + 1);
}

function before(node: XNode): readonly XNode[] {
  return siblings(node).slice(0, siblings(node).indexOf(node));
}

function documentOf(node: XObject): XDocument | null {
  let top: XObject = node;
  while (top.parent !== undefined) top = top.parent;
  return top instanceof XDocument ? top : null;
}

function removeNode(node: XNode): null {
  if (node.parent === undefined) throw new NetException('InvalidOperationException', 'The parent is missing.');
  node.parent.remove(node);
  return null;
}

function insertBeside(self: XNode, call: Invocation, offset: number): null {
  const { parent } = self;
  if (parent === undefined) throw new NetException('InvalidOperationException', 'The parent is missing.');
  let index = parent.nodes.indexOf(self) + offset;
  for (const item of call.args) {
    const { length } = parent.nodes;
    addContent(parent, item, index);
    index += parent.nodes.length - length;
  }
  return null;
}

export const X_OBJECT = tableFor((value): value is XObject => value instanceof XObject, {
  properties: {
    NodeType: (self) => enumMember('XmlNodeType', self.nodeType) ?? null,
    Parent: (self) => (self.parent instanceof XElement ? self.parent : null),
    Document: documentOf,
    BaseUri: () => '',
  },
});

export const X_NODE = tableFor((value): value is XNode => value instanceof XNode, {
  properties: {
    NextNode: (self) => after(self)[0] ?? null,
    PreviousNode: (self) => before(self).at(-1) ?? null,
  },
  methods: {
    ToString: (self, call) => xmlText(self, !isUnformatted(argument(call, 0))),
    Remove: removeNode,
    ReplaceWith: (self, call) => {
      insertBeside(self, call, 1);
      return removeNode(self);
    },
    AddAfterSelf: (self, call) => insertBeside(self, call, 1),
    AddBeforeSelf: (self, call) => insertBeside(self, call, 0),
    Ancestors: (self, call) => sequence(() => named(ancestors(self), call)),
    ElementsAfterSelf: (self, call) => sequence(() => named(after(self), call)),
    ElementsBeforeSelf: (self, call) => sequence(() => named(before(self), call)),
    NodesAfterSelf: (self) => sequence(() => after(self)),
    NodesBeforeSelf: (self) => sequence(() => before(self)),
    IsAfter: (self, call) => before(self).includes(argument(call, 0) as XNode),
    IsBefore: (self, call) => after(self).includes(argument(call, 0) as XNode),
  },
});

function isUnformatted(options: Value): boolean {
  return options instanceof EnumValue && (options.number & 1) === 1;
}

export const X_LEAF = tableFor((value): value is XLeaf => value instanceof XLeaf, {
  properties: { Value: (self) => self.value, Data: (self) => self.value, Target: (self) => self.target },
});

export const X_CONTAINER = tableFor((value): value is XContainer => value instanceof XContainer, {
  properties: {
    FirstNode: (self) => self.nodes[0] ?? null,
    LastNode: (self) => self.nodes.at(-1) ?? null,
  },
  methods: {
    Add: (self, call) => {
      for (const item of call.args) addContent(self, item);
      return null;
    },
    AddFirst: (self, call) => {
      let index = 0;
      for (const item of call.args) {
        const { length } = self.nodes;
        addContent(self, item, index);
        index += self.nodes.length - length;
      }
      return null;
    },
    Element: (self, call) => self.elements.find(({ name }) => name.text === nameOf(argument(call, 0)).text) ?? null,
    Elements: (self, call) => sequence(() => named(self.elements, call)),
    Nodes: (self) => sequence(() => [...self.nodes]),
    Descendants: (self, call) => sequence(() => named(self.descendants(), call)),
    DescendantNodes: (self) => sequence(() => [...self.descendants()]),
    RemoveNodes: (self) => {
      for (const node of [...self.nodes]) self.remove(node);
      return null;
    },
    ReplaceNodes: (self, call) => {
      for (const node of [...self.nodes]) self.remove(node);
      for (const item of call.args) addContent(self, item);
      return null;
    },
  },
});

export const X_ELEMENT = tableFor((value): value is XElement => value instanceof XElement, {
  properties: {
    Name: (self) => self.name,
    Value: (self) => self.text,
    HasAttributes: (self) => self.attributes.length > 0,
    HasElements: (self) => self.elements.length > 0,
    IsEmpty: (self) => self.nodes.length === 0 && !self.isExplicit,
    FirstAttribute: (self) => self.attributes[0] ?? null,
    LastAttribute: (self) => self.attributes.at(-1) ?? null,
  },
  methods: {
    Attribute: (self, call) => self.attribute(nameOf(argument(call, 0))) ?? null,
    Attributes: (self, call) =>
      sequence(() =>
        self.attributes.filter(
          ({ name }) => argument(call, 0) === null || name.text === nameOf(argument(call, 0)).text,
        ),
      ),
    SetAttributeValue: (self, call) => {
      const value = argument(call, 1);
      self.setAttribute(nameOf(argument(call, 0)), value === null ? undefined : contentText(value));
      return null;
    },
    SetElementValue: (self, call) => {
      const name = nameOf(argument(call, 0));
      const value = argument(call, 1);
      const known = self.elements.find((each) => each.name.text === name.text);
      if (value === null) {
        if (known !== undefined) self.remove(known);
        return null;
      }
      const element = known ?? new XElement(name);
      setText(element, contentText(value));
      if (known === undefined) self.insert(element);
      return null;
    },
    SetValue: (self, call) => setText(self, contentText(argument(call, 0))),
    RemoveAttributes: (self) => {
      self.attributes = [];
      return null;
    },
    RemoveAll: (self) => {
      self.attributes = [];
      self.nodes = [];
      return null;
    },
    ReplaceAll: (self, call) => {
      self.attributes = [];
      self.nodes = [];
      for (const item of call.args) addContent(self, item);
      return null;
    },
    AncestorsAndSelf: (self, call) => sequence(() => named([self, ...ancestors(self)], call)),
    DescendantsAndSelf: (self, call) => sequence(() => named([self, ...self.descendants()], call)),
    GetDefaultNamespace: (self) => new XNamespaceObject(namespaceOf(self, 'xmlns') ?? ''),
    GetNamespaceOfPrefix: (self, call) => {
      const found = namespaceOf(self, valueText(argument(call, 0)));
      return found === undefined ? null : new XNamespaceObject(found);
    },
  },
});

/** Replaces everything inside by a text. */
export function setText(element: XElement, text: string): null {
  for (const node of [...element.nodes]) element.remove(node);
  if (text === '') element.isExplicit = true;
  else element.insert(new XLeaf('Text', text));
  return null;
}

function namespaceOf(element: XElement, prefix: string): string | undefined {
  for (const each of [element, ...ancestors(element)]) {
    const found = each.attributes.find(({ name, isDeclaration }) => isDeclaration && name.local === prefix);
    if (found !== undefined) return found.value;
  }
  return undefined;
}

export const X_DOCUMENT = tableFor((value): value is XDocument => value instanceof XDocument, {
  properties: {
    Root: (self) => self.root ?? null,
    Declaration: (self) => self.declaration ?? null,
    DocumentType: () => null,
  },
});

export const X_ATTRIBUTE = tableFor((value): value is XAttribute => value instanceof XAttribute, {
  properties: {
    Name: (self) => self.name,
    Value: (self) => self.value,
    IsNamespaceDeclaration: (self) => self.isDeclaration,
    NextAttribute: (self) => neighbour(self, 1),
    PreviousAttribute: (self) => neighbour(self, -1),
  },
  methods: {
    ToString: attributeText,
    Remove: (self) => {
      if (self.parent instanceof XElement)
        self.parent.attributes = self.parent.attributes.filter((each) => each !== self);
      self.parent = undefined;
      return null;
    },
    SetValue: (self, call) => {
      self.value = contentText(argument(call, 0));
      return null;
    },
  },
});

function neighbour(self: XAttribute, offset: number): Value {
  const all = self.parent instanceof XElement ? self.parent.attributes : [];
  return all[all.indexOf(self) + offset] ?? null;
}

/** `a="1"`. */
export function attributeText(self: XAttribute): string {
  return `${self.isDeclaration && self.name.namespace !== '' ? 'xmlns:' : ''}${self.name.local}="${self.value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')}"`;
}

export const X_NAME = tableFor((value): value is XNameObject => value instanceof XNameObject, {
  properties: {
    LocalName: (self) => self.local,
    NamespaceName: (self) => self.namespace,
    Namespace: (self) => new XNamespaceObject(self.namespace),
  },
  methods: { ToString: (self) => self.text },
});

export const X_NAMESPACE = tableFor((value): value is XNamespaceObject => value instanceof XNamespaceObject, {
  properties: { NamespaceName: (self) => self.uri },
  methods: {
    ToString: (self) => self.uri,
    GetName: (self, call) => new XNameObject(valueText(argument(call, 0)), self.uri),
  },
});

export const X_DECLARATION = tableFor((value): value is XDeclaration => value instanceof XDeclaration, {
  properties: {
    Version: (self) => self.version,
    Encoding: (self) => self.encoding,
    Standalone: (self) => self.standalone,
  },
  methods: { ToString: (self) => self.text },
});

/** LINQ's methods over sequences of nodes: `elements.Descendants("a")`, `nodes.Remove()`. */
export const X_SEQUENCES = tableFor((value): value is EnumerableObject => value instanceof EnumerableObject, {
  methods: {
    Elements: (self, call) => sequence(() => containers(self).flatMap((each) => named(each.elements, call))),
    Descendants: (self, call) => sequence(() => containers(self).flatMap((each) => named(each.descendants(), call))),
    DescendantsAndSelf: (self, call) =>
      sequence(() => containers(self).flatMap((each) => named([each, ...each.descendants()], call))),
    Nodes: (self) => sequence(() => containers(self).flatMap((each) => [...each.nodes])),
    Attributes: (self, call) =>
      sequence(() =>
        containers(self).flatMap((each) =>
          each instanceof XElement
            ? each.attributes.filter(
                ({ name }) => argument(call, 0) === null || name.text === nameOf(argument(call, 0)).text,
              )
            : [],
        ),
      ),
    Ancestors: (self, call) =>
      sequence(() =>
        [...iterate(self)].flatMap((each) => (each instanceof XObject ? named(ancestors(each), call) : [])),
      ),
    Remove: (self) => {
      for (const each of [...iterate(self)]) {
        if (each instanceof XNode) removeNode(each);
        else if (each instanceof XAttribute && each.parent instanceof XElement)
          each.parent.setAttribute(each.name, undefined);
      }
      return null;
    },
    InDocumentOrder: (self) => self,
  },
});

function containers(source: Value): readonly XContainer[] {
  return [...iterate(source)].filter((each) => each instanceof XContainer);
}
