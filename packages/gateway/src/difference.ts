import { withoutLayout } from './policy/xml.ts';
import type { DesiredResource } from './desired-state.ts';

/** The members of a resource that differ from what is desired, as paths: `properties.url`. */
export function differences(desired: DesiredResource, actual: unknown): readonly string[] {
  if (desired.policy === true) return policyDiffers(desired, actual) ? ['properties.value'] : [];
  return unequalMembers(desired.properties, propertiesOf(actual), 'properties');
}

function policyDiffers(desired: DesiredResource, actual: unknown): boolean {
  const { value } = propertiesOf(actual) as { value?: unknown };
  return typeof value !== 'string' || withoutLayout(value) !== withoutLayout(String(desired.properties['value']));
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
  return sameScalar(desired, actual) ? [] : [path];
}

/** Azure gives ids and enumeration values back in another case than it took them. */
function sameScalar(desired: unknown, actual: unknown): boolean {
  if (typeof desired !== 'string' || typeof actual !== 'string') return desired === actual;
  return desired.toLowerCase() === actual.toLowerCase();
}
