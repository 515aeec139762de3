import type { Json, JsonObject } from '../../kernel/store.ts';
import { isObject, objectAt, textAt } from '../common/json.ts';

/** One finding of the reader, in the words of OpenAPI.NET, which API Management reads documents with. Assumption. */
export type Refuse = (text: string) => never;

/** Members that hold data: their members mean nothing. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'const', 'mapping']);
/** Members whose members are names. */
const MAPS = new Set([
  'properties',
  'schemas',
  'definitions',
  'paths',
  'x-ms-paths',
  'responses',
  'content',
  'headers',
]);
const COUNTS = ['maxLength', 'minLength', 'maxItems', 'minItems', 'maxProperties', 'minProperties'];
const MAX_INT32 = 2 ** 31 - 1;
/** The largest number of .NET's `decimal`. */
const MAX_DECIMAL = 7.9228162514264338e28;

/** Refuses what OpenAPI.NET's reader and its default rules refuse in the shape of a document. */
export function checkShape(root: JsonObject, refuse: Refuse): void {
  if (textAt(root, 'info.version') === undefined) refuse("The field 'version' in 'info' object is REQUIRED.");
  checkPaths(root, refuse);
  for (const section of Object.values(objectAt(root, 'components'))) {
    for (const name of isObject(section) ? Object.keys(section) : []) {
      if (!/^[a-zA-Z0-9.\-_]+$/.test(name))
        refuse(`The key '${name}' in 'components' MUST match the regular expression '^[a-zA-Z0-9.-_]+$'.`);
    }
  }
  checkMembers(root, (textAt(root, 'openapi') ?? '').startsWith('3.0'), refuse);
}

function checkPaths(root: JsonObject, refuse: Refuse): void {
  const signatures = new Set<string>();
  for (const path of [...Object.keys(objectAt(root, 'paths')), ...Object.keys(objectAt(root, 'x-ms-paths'))]) {
    if (path.startsWith('x-')) continue;
    if (!path.startsWith('/')) refuse(`The path item name '${path}' MUST begin with a slash.`);
    if (path.includes('#')) refuse(`The path '${path}' has a fragment.`);
    const signature = path.replaceAll(/\{[^{}]*\}/g, '{}');
    if (signatures.has(signature)) refuse(`The path signature '${signature}' MUST be unique.`);
    signatures.add(signature);
  }
}

function checkMembers(root: JsonObject, is30: boolean, refuse: Refuse): void {
  const visit = (value: Json, at: string, isMap: boolean): void => {
    if (Array.isArray(value))
      for (const [index, member] of value.entries()) visit(member as Json, `${at}/${index}`, false);
    if (!isObject(value)) return;
    if (!isMap) checkObject(root, value, at, is30, refuse);
    for (const [key, member] of Object.entries(value)) {
      if (isMap || !(DATA.has(key) || key.startsWith('x-'))) visit(member, `${at}/${key}`, !isMap && MAPS.has(key));
    }
  };
  visit(root, '#', false);
  visit(objectAt(root, 'x-ms-paths'), '#/x-ms-paths', true);
}

function checkObject(root: JsonObject, value: JsonObject, at: string, is30: boolean, refuse: Refuse): void {
  const reference = value['$ref'];
  if (typeof reference === 'string') checkReference(root, reference, at, refuse);
  for (const name of COUNTS) {
    const count = value[name];
    if (typeof count === 'number' && (count > MAX_INT32 || !Number.isInteger(count)))
      refuse(`${at}/${name}: Value was either too large or too small for an Int32.`);
  }
  for (const name of ['maximum', 'minimum', 'multipleOf']) {
    const limit = value[name];
    if (typeof limit === 'number' && Math.abs(limit) > MAX_DECIMAL)
      refuse(`${at}/${name}: Value was either too large or too small for a Decimal.`);
  }
  if (is30) checkOnly31(value, at, refuse);
}

/** Words of 3.1 that the reader of 3.0 cannot read at all; the others it passes over. */
function checkOnly31(value: JsonObject, at: string, refuse: Refuse): void {
  if (Array.isArray(value['type'])) refuse(`${at}/type: Expected a value.`);
  for (const name of ['exclusiveMinimum', 'exclusiveMaximum']) {
    if (typeof value[name] === 'number')
      refuse(`${at}/${name}: String '${value[name]}' was not recognized as a valid Boolean.`);
  }
  for (const name of ['items', 'not']) {
    if (name in value && !isObject(value[name])) refuse(`${at}/${name}: schema is not a map/object.`);
  }
  const properties = value['properties'];
  for (const [name, member] of isObject(properties) ? Object.entries(properties) : []) {
    if (!isObject(member)) refuse(`${at}/properties/${name}: schema is not a map/object.`);
  }
}

function checkReference(root: JsonObject, reference: string, at: string, refuse: Refuse): void {
  if (!reference.startsWith('#/')) refuse(`External reference '${reference}' at ${at} is not supported.`);
  const steps = reference.slice(2).split('/');
  const depth = steps[0] === 'components' ? 3 : 2;
  let target: Json | undefined = root;
  for (const step of steps) {
    const key = decodeURIComponent(step).replaceAll('~1', '/').replaceAll('~0', '~');
    target = isObject(target) && Object.hasOwn(target, key) ? target[key] : undefined;
  }
  if (target === undefined || steps.length !== depth) refuse(`${at}: Invalid Reference identifier '${reference}'.`);
}
