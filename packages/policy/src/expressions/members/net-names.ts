import { definitionOf } from '../types/type-table.ts';
import { isKeywordType, netShortName } from '../values/keyword-types.ts';

const NAMESPACES: readonly (readonly [RegExp, string])[] = [
  [/^J(?:Array|Constructor|Container|Object|Property|Raw|Token|TokenType|Value)$/, 'Newtonsoft.Json.Linq'],
  [
    /^X(?:Attribute|CData|Comment|Container|Declaration|Document|Element|Name|Namespace|Node|Object|Text)$/,
    'System.Xml.Linq',
  ],
  [
    /^(?:Dictionary|HashSet|I?List|Queue|Stack|KeyValuePair|IDictionary|IEnumerable|ICollection)$/,
    'System.Collections.Generic',
  ],
  [/^(?:StringBuilder|Encoding)$/, 'System.Text'],
  [/^(?:Regex|Match|Group|Capture)$/, 'System.Text.RegularExpressions'],
];

/** The full name of a type as .NET's messages show it. */
export function fullNetName(name: string): string {
  if (isKeywordType(name)) return `System.${netShortName(name)}`;
  const namespace = NAMESPACES.find(([pattern]) => pattern.test(name))?.[1] ?? 'System';
  const arity = [1, 2].find((count) => definitionOf(`${name}\`${count}`) !== undefined);
  return `${namespace}.${name}${namespace.endsWith('Generic') && arity !== undefined ? `\`${arity}` : ''}`;
}
