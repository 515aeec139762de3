import { isObject, isNumber, listOf, own, put, textOf, type JsonObject, type JsonValue } from '../json.ts';
import { digitsOf } from '../numbers.ts';
import type { Spot } from '../findings.ts';
import { child, type Context } from './context.ts';

/** The first https server with its variables written in; the importer makes the service URL of it. */
export function convertServers(context: Context, value: JsonValue, spot: Spot): JsonValue | undefined {
  if (!Array.isArray(value)) {
    context.findings.mistake(spot, 'servers are a list; write each after a dash');
    return undefined;
  }
  if (value.length === 0) context.findings.change('server-unused', spot, 'none');
  let first: JsonObject | undefined;
  for (const [index, server] of value.entries()) {
    const made = first === undefined ? usable(context, server, child(spot, index)) : undefined;
    if (made === undefined) context.findings.change('server-unused', child(spot, index), urlOf(server));
    first ??= made;
  }
  return first === undefined ? undefined : [first];
}

function usable(context: Context, server: JsonValue, spot: Spot): JsonObject | undefined {
  if (!isObject(server)) return undefined;
  const written = textOf(own(server, 'url')) ?? '';
  const filled = fillIn(written, own(server, 'variables'));
  const absolute = /^https:\/\//i.test(filled) ? filled : absoluteUrl(filled, spot.document.url);
  if (absolute === undefined || !URL.canParse(absolute) || absolute.includes('{')) return undefined;
  if (filled !== written) context.findings.change('server-variable', spot, `${written} → ${filled}`);
  if (absolute !== filled) context.findings.change('server-relative', spot, `${filled} → ${absolute}`);
  const description = own(server, 'description');
  const made: JsonObject = { url: absolute };
  if (typeof description === 'string') put(made, 'description', description);
  return made;
}

function fillIn(url: string, variables: JsonValue | undefined): string {
  return url.replaceAll(/\{([^{}]+)\}/g, (placeholder, name: string) => {
    const variable = isObject(variables) ? own(variables, name) : undefined;
    const value = isObject(variable) ? (own(variable, 'default') ?? listOf(own(variable, 'enum'))[0]) : undefined;
    if (isNumber(value)) return digitsOf(value);
    return typeof value === 'string' ? value : placeholder;
  });
}

/** A relative server starts from where the document was fetched; a file has no such place. */
function absoluteUrl(url: string, base: string): string | undefined {
  if (url === '' || /^[a-z][a-z0-9+.-]*:/i.test(url) || !base.startsWith('https:')) return undefined;
  return URL.canParse(url, base) ? new URL(url, base).href : undefined;
}

function urlOf(server: JsonValue): string {
  return isObject(server) ? `'${textOf(own(server, 'url')) ?? ''}'` : '';
}

/** Host and schemes of 2.0: kept where https is among them. */
export function convertHost(context: Context, made: JsonObject, spot: Spot): void {
  const schemes = own(made, 'schemes');
  if (!Array.isArray(schemes)) return;
  const unused = schemes.filter((scheme) => scheme !== 'https');
  if (unused.length === 0) return;
  context.findings.change('server-unused', child(spot, 'schemes'), unused.map(String).join(', '));
  if (schemes.includes('https')) put(made, 'schemes', ['https']);
  else for (const key of ['schemes', 'host']) Reflect.deleteProperty(made, key);
}
