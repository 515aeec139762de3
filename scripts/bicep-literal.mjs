// Writes a JSON value as a literal of the Bicep language.

/** @param {unknown} value anything that JSON can hold; numbers are whole, as Bicep's are */
export function bicepLiteral(value, indent = '') {
  if (typeof value === 'string') return text(value);
  if (value === null || typeof value === 'boolean') return String(value);
  if (typeof value === 'number') {
    if (Number.isSafeInteger(value)) return String(value);
    throw new Error(`Bicep has no literal for ${value}`);
  }
  const inner = `${indent}  `;
  if (Array.isArray(value))
    return block(
      '[',
      ']',
      value.map((item) => inner + bicepLiteral(item, inner)),
      indent,
    );
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return block(
    '{',
    '}',
    members.map(([name, member]) => `${inner}${key(name)}: ${bicepLiteral(member, inner)}`),
    indent,
  );
}

function block(open, close, lines, indent) {
  return lines.length === 0 ? open + close : [open, ...lines, indent + close].join('\n');
}

function key(name) {
  return /^[A-Za-z_]\w*$/.test(name) ? name : text(name);
}

function text(value) {
  const escapes = { '\\': '\\\\', "'": "\\'", '\n': '\\n', '\r': '\\r', '\t': '\\t' };
  const escaped = value.replace(/[\\'\n\r\t]/g, (character) => escapes[character]).replaceAll('${', '\\${');
  return `'${escaped}'`;
}
