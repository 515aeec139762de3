/**
 * Why a token is not one that two readers would understand alike; undefined where there is nothing to say. Entra makes
 * none of these, and what its libraries do with them is not documented: the twin refuses where Azure might not.
 */
export function doubtfulForm(token: string): string | undefined {
  const parts = token.split('.');
  const bytes = parts.map((part) => Buffer.from(part, 'base64url'));
  // Bits that no byte holds could differ without the signature noticing.
  if (bytes.some((part, index) => part.toString('base64url') !== parts[index]))
    return 'a part is not canonical base64url';
  const [header = '', payload = ''] = bytes.map((part) => part.toString('utf8'));
  if ([header, payload].some(repeatsMember)) return 'a member stands twice';
  const { crit, kid, b64 } = read(header);
  if (crit !== undefined || b64 !== undefined) return 'the header asks for extensions (crit)';
  if (kid !== undefined && typeof kid !== 'string') return 'the key id is no text';
  return undefined;
}

/** What is no JSON object is refused as no token at all. */
function read(json: string): Readonly<Record<string, unknown>> {
  try {
    return Object(JSON.parse(json)) as Readonly<Record<string, unknown>>;
  } catch {
    return {};
  }
}

/** Whether an object in the JSON text, at any depth, has two members of one name. */
function repeatsMember(json: string): boolean {
  const open: (Set<string> | undefined)[] = [];
  for (const [token, , colon] of json.matchAll(/("(?:[^"\\]|\\.)*")\s*(:)?|[{}[\]]/g)) {
    if (token === '{') open.push(new Set());
    else if (token === '[') open.push(undefined);
    else if (token === '}' || token === ']') open.pop();
    else if (colon !== undefined) {
      const name = String(read(`{"name":${token.slice(0, token.lastIndexOf('"') + 1)}}`)['name']);
      const names = open.at(-1);
      if (names?.has(name) === true) return true;
      names?.add(name);
    }
  }
  return false;
}
