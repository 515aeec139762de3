import { isText, type XmlBody, type XmlNode, type XmlText } from './xml-node.ts';

/** How `xml-to-json` writes. */
export interface XmlToJsonOptions {
  readonly friendly: boolean;
  /** Every child element becomes an array, even a single one. */
  readonly arrays: boolean;
}

type Json = null | string | Json[] | { [name: string]: Json };

/** XML as JSON: Newtonsoft's shape, or one without declarations, namespaces and marks. */
export function xmlToJson({ declaration, root }: XmlBody, options: XmlToJsonOptions): string {
  const document: Record<string, Json> = {};
  if (declaration !== undefined && !options.friendly)
    document['?xml'] = Object.fromEntries(Object.entries(declaration).map(([name, value]) => [`@${name}`, value]));
  document[memberName(root.name, options)] = elementJson(root, options);
  return JSON.stringify(document);
}

/** A prefix is no part of a JavaScript name. */
function memberName(name: string, { friendly }: XmlToJsonOptions): string {
  return friendly ? name.replaceAll(':', '_') : name;
}

function elementJson(node: XmlNode, options: XmlToJsonOptions): Json {
  const attributes = attributesOf(node, options);
  const [only] = node.children;
  if (attributes.length === 0) {
    if (only === undefined) return node.selfClosing ? null : '';
    if (node.children.length === 1 && isText(only) && only.kind === 'text') return only.text;
  }
  const members: Record<string, Json> = Object.fromEntries(attributes);
  for (const part of node.children) addMember(members, part, options);
  return members;
}

function attributesOf(node: XmlNode, { friendly }: XmlToJsonOptions): readonly (readonly [string, string])[] {
  if (!friendly) return node.attributes.map(([name, value]) => [`@${name}`, value]);
  return node.attributes
    .filter(([name]) => name !== 'xmlns' && !name.startsWith('xmlns:'))
    .map(([name, value]) => [name.replaceAll(':', '_'), value]);
}

/** Members of the same name come together as an array. */
function addMember(members: Record<string, Json>, part: XmlNode | XmlText, options: XmlToJsonOptions): void {
  const name = isText(part) ? textName(part, options) : memberName(part.name, options);
  const value = isText(part) ? part.text : elementJson(part, options);
  const known = Object.hasOwn(members, name) ? members[name] : undefined;
  if (Array.isArray(known)) known.push(value);
  else if (known !== undefined) members[name] = [known, value];
  else members[name] = options.arrays && !isText(part) ? [value] : value;
}

function textName({ kind }: XmlText, { friendly }: XmlToJsonOptions): string {
  if (friendly) return kind === 'text' ? '$text' : '$cdata';
  return kind === 'text' ? '#text' : '#cdata-section';
}
