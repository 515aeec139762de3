import { EnumValue, NetException, type Value } from '../values/value.ts';
import {
  nameOf,
  XAttribute,
  XDeclaration,
  XDocument,
  XElement,
  XLeaf,
  XNameObject,
  XNamespaceObject,
  XNode,
} from '../values/xml.ts';
import { parseXml, xmlText } from '../values/xml-text.ts';
import { valueText } from '../values/text.ts';
import { argument, textArgument, type Invocation, type StaticTable } from './invocation.ts';
import { addContent, contentText } from './xml-members.ts';

const keepsSpace = (options: Value): boolean => options instanceof EnumValue && (options.number & 1) === 1;

function parseElement(call: Invocation): Value {
  const root = parseXml(textArgument(call, 0, 's'), keepsSpace(argument(call, 1))).root;
  if (root === undefined) throw new NetException('XmlException', 'Root element is missing.');
  root.parent?.remove(root);
  return root;
}

function newElement(call: Invocation): Value {
  const [first = null, ...content] = call.args;
  if (first instanceof XElement) return first.clone();
  const element = new XElement(nameOf(first));
  for (const item of content) addContent(element, item);
  if (content.some((item) => item === '') && element.nodes.length === 0) element.isExplicit = true;
  return element;
}

function newDocument(call: Invocation): Value {
  const document = new XDocument();
  for (const item of call.args) {
    if (item instanceof XDeclaration) document.declaration = item;
    else addContent(document, item);
  }
  return document;
}

const leaf =
  (type: XLeaf['nodeType']) =>
  (call: Invocation): Value => {
    const [first = null] = call.args;
    return first instanceof XLeaf ? first.clone() : new XLeaf(type, valueText(first));
  };

const optional = (value: Value): string | null => (value === null ? null : valueText(value));

/** Constructors and static members of System.Xml.Linq. */
export const XML_STATICS: Readonly<Record<string, StaticTable>> = {
  XElement: { construct: newElement, methods: { Parse: parseElement } },
  XDocument: {
    construct: newDocument,
    methods: { Parse: (call) => parseXml(textArgument(call, 0, 's'), keepsSpace(argument(call, 1))) },
  },
  XAttribute: {
    construct: (call) => {
      const [first = null, value = null] = call.args;
      if (first instanceof XAttribute) return new XAttribute(first.name, first.value);
      if (value === null) throw new NetException('ArgumentNullException', "Value cannot be null. (Parameter 'value')");
      return new XAttribute(nameOf(first), contentText(value));
    },
  },
  XText: { construct: leaf('Text') },
  XCData: { construct: leaf('CDATA') },
  XComment: { construct: leaf('Comment') },
  XProcessingInstruction: {
    construct: (call) => new XLeaf('ProcessingInstruction', textArgument(call, 1), textArgument(call, 0)),
  },
  XDeclaration: {
    construct: (call) =>
      new XDeclaration(optional(argument(call, 0)), optional(argument(call, 1)), optional(argument(call, 2))),
  },
  XName: {
    methods: {
      Get: (call) => {
        const [name = null, namespace = null] = call.args;
        return namespace === null
          ? XNameObject.parse(valueText(name))
          : new XNameObject(valueText(name), valueText(namespace));
      },
    },
  },
  XNamespace: {
    properties: {
      None: () => new XNamespaceObject(''),
      Xml: () => XNamespaceObject.xml,
      Xmlns: () => XNamespaceObject.xmlns,
    },
    methods: { Get: (call) => new XNamespaceObject(textArgument(call, 0, 'namespaceName')) },
  },
  XNode: {
    methods: {
      DeepEquals: (call) => {
        const [left = null, right = null] = call.args;
        if (!(left instanceof XNode) || !(right instanceof XNode)) return left === right;
        return xmlText(left, false) === xmlText(right, false);
      },
    },
  },
  XObject: {},
  XContainer: {},
};
