/**
 * A JSON value as a literal of the Bicep language. Members that are undefined are left out. Throws for a number that is
 * not whole: Bicep has none.
 */
export function bicepLiteral(value: unknown, indent = ''): string {
  if (typeof value === 'string') return text(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') return whole(value);
  if (typeof value !== 'object') throw new Error(`Bicep has no literal for a ${typeof value}`);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    return block(
      '[',
      ']',
      value.map((item) => inner + bicepLiteral(item, inner)),
      indent,
    );
  }
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .map(([name, member]) => `${inner}${key(name)}: ${bicepLiteral(member, inner)}`);
  return block('{', '}', members, indent);
}

function block(open: string, close: string, lines: readonly string[], indent: string): string {
  return lines.length === 0 ? open + close : [open, ...lines, indent + close].join('\n');
}

function whole(value: number): string {
  if (Number.isSafeInteger(value)) return String(value);
  throw new Error(`Bicep has no literal for ${value}`);
}

function key(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : text(name);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function text(value: string): string {
  const escaped = value.replace(/[\\'\n\r\t]/g, (character) => escapes[character] ?? character);
  return `'${escaped.replaceAll('${', '\\${')}'`;
}
