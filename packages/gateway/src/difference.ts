import { withoutLayout } from './policy/xml.ts';
import type { DesiredResource } from './desired-state.ts';

/** The members of a resource that differ from what is desired, as paths: `properties.url`. */
export function differences(
  desired: Pick<DesiredResource, 'properties' | 'policy'>,
  actual: unknown,
): readonly string[] {
  if (desired.policy !== true) return unequalMembers(desired.properties, propertiesOf(actual), 'properties');
  const others = Object.entries(desired.properties).filter(([name]) => name !== 'format' && name !== 'value');
  const rest = unequalMembers(Object.fromEntries(others), propertiesOf(actual), 'properties');
  return policyDiffers(desired.properties['value'], actual) ? ['properties.value', ...rest] : rest;
}

function policyDiffers(desired: unknown, actual: unknown): boolean {
  const { value } = propertiesOf(actual) as { value?: unknown };
  return typeof value !== 'string' || !isSamePolicy(value, String(desired));
}

/** Whether two documents are one, however they are laid out and whether or not their expressions are escaped. */
export function isSamePolicy(one: string, other: string): boolean {
  return withoutLayout(unescaped(one)) === withoutLayout(unescaped(other));
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

/** API Management gives `rawxml` back with its expressions written out, in whichever way they were sent. */
function unescaped(xml: string): string {
  return xml
    .replaceAll(/&#(?:x([0-9a-f]+)|([0-9]+));/gi, (_all, hex?: string, decimal?: string) =>
      String.fromCodePoint(hex === undefined ? Number(decimal) : parseInt(hex, 16)),
    )
    .replaceAll(/&(lt|gt|quot|apos|amp);/g, (all, name: string) => ENTITIES[name] ?? all);
}

function propertiesOf(resource: unknown): unknown {
  return typeof resource === 'object' && resource !== null && 'properties' in resource ? resource.properties : {};
}

/** Members that Azure adds by itself are not differences; a list must be equal as a whole. */
function unequalMembers(desired: unknown, actual: unknown, path: string): readonly string[] {
  if (Array.isArray(desired)) {
    const same = Array.isArray(actual) && actual.length === desired.length;
    if (!same) return [path];
    return desired.flatMap((item, index) => unequalMembers(item, actual[index], `${path}[${index}]`));
  }
  if (typeof desired === 'object' && desired !== null) {
    const members = (typeof actual === 'object' && actual !== null ? actual : {}) as Readonly<Record<string, unknown>>;
    return Object.entries(desired).flatMap(([key, value]) => unequalMembers(value, members[key], `${path}.${key}`));
  }
  return sameScalar(desired, actual, path) ? [] : [path];
}

/** Members whose case a person or a caller sees. */
const EXACT = /(?:^|\.)(?:displayName|description|name|title|value|path|url|serviceUrl)$/;

/** Azure gives ids and enumeration values back in another case than it took them. */
function sameScalar(desired: unknown, actual: unknown, path: string): boolean {
  if (typeof desired !== 'string' || typeof actual !== 'string' || EXACT.test(path)) return desired === actual;
  return desired.toLowerCase() === actual.toLowerCase();
}
