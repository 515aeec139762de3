import { isPlainList, isPlainObject, NumberText, type PlainJson, type PlainObject } from '../conversion/plain-json.ts';
import { isRecord, referenced, type LocatedSchema, type Schema } from './schema-lookup.ts';

/** Overrides what schemas say of members that they do not name. */
export interface SchemaOptions {
  readonly additionalProperties?: boolean;
}

/** What is wrong with a value, in the words of Newtonsoft's schema library, which API Management passes on. */
export function schemaErrors(value: PlainJson, located: LocatedSchema, options: SchemaOptions = {}): readonly string[] {
  const checker = new Checker(located.document, options);
  checker.check(value, located.schema, 0);
  return checker.errors;
}

/** References may go round in circles; values do not. */
const DEEPEST = 200;

/** Keywords that forbid values and are not looked at here. OpenAPI 3.0, which the importer keeps, has none of them. */
const UNSUPPORTED = [
  ...[
    'additionalItems',
    'contains',
    'dependencies',
    'dependentRequired',
    'dependentSchemas',
    'if',
    'patternProperties',
  ],
  ...['prefixItems', 'propertyNames', 'unevaluatedItems', 'unevaluatedProperties'],
];

class Checker {
  readonly errors: string[] = [];
  readonly #document: unknown;
  readonly #options: SchemaOptions;

  constructor(document: unknown, options: SchemaOptions) {
    this.#document = document;
    this.#options = options;
  }

  check(value: PlainJson, schema: Schema, depth: number): void {
    if (depth > DEEPEST || schema === true) return;
    if (schema === false) {
      this.errors.push('Schema always fails validation.');
      return;
    }
    const reference = schema['$ref'];
    if (typeof reference === 'string') {
      const target = referenced(this.#document, reference);
      if (target === undefined) this.errors.push(`Could not resolve schema reference '${reference}'.`);
      else this.check(value, target.schema, depth + 1);
      return;
    }
    const unknown = UNSUPPORTED.filter((keyword) => Object.hasOwn(schema, keyword));
    // Never a silent pass: what is not checked here is said.
    for (const keyword of unknown) this.errors.push(`The schema keyword '${keyword}' is not supported by this engine.`);
    if (value === null && schema['nullable'] === true) return;
    if (!this.#type(value, schema)) return;
    this.#values(value, schema);
    if (isPlainObject(value)) this.#object(value, schema, depth);
    else if (isPlainList(value)) this.#list(value, schema, depth);
    else if (value instanceof NumberText) this.#number(Number(value.text), value.text, schema);
    else if (typeof value === 'string') this.#text(value, schema);
    this.#combined(value, schema, depth);
  }

  #type(value: PlainJson, schema: Schema & object): boolean {
    const wanted = [schema['type']].flat().filter((type): type is string => typeof type === 'string');
    const found = typeOf(value);
    if (wanted.length === 0 || wanted.includes(found) || (found === 'integer' && wanted.includes('number')))
      return true;
    this.errors.push(`Invalid type. Expected ${wanted.map(capital).join(', ')} but got ${capital(found)}.`);
    return false;
  }

  #values(value: PlainJson, schema: Schema & object): void {
    const allowed = 'const' in schema ? [schema['const']] : schema['enum'];
    if (!Array.isArray(allowed)) return;
    const text = canonical(value);
    if (allowed.some((each) => JSON.stringify(each) === text)) return;
    this.errors.push(
      'const' in schema ? `Value ${text} does not match const.` : `Value ${text} is not defined in enum.`,
    );
  }

  #object(value: PlainObject, schema: Schema & object, depth: number): void {
    const names = Object.keys(value);
    const missing = strings(schema['required']).filter((name) => !names.includes(name));
    if (missing.length > 0) this.errors.push(`Required properties are missing from object: ${missing.join(', ')}.`);
    bounds(names.length, schema['minProperties'], schema['maxProperties'], (bound, sign) =>
      this.errors.push(
        `Object property count ${names.length} ${sign === 'less' ? 'is less than minimum count of' : 'exceeds maximum count of'} ${bound}.`,
      ),
    );
    const properties = isRecord(schema['properties']) ? schema['properties'] : {};
    const additional = this.#options.additionalProperties ?? schema['additionalProperties'];
    for (const name of names) {
      const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
      const child = value[name] ?? null;
      if (own !== undefined) this.check(child, own as Schema, depth + 1);
      else if (additional === false)
        this.errors.push(
          `Property '${name}' has not been defined and the schema does not allow additional properties.`,
        );
      else if (isRecord(additional)) this.check(child, additional, depth + 1);
    }
  }

  #list(value: readonly PlainJson[], schema: Schema & object, depth: number): void {
    bounds(value.length, schema['minItems'], schema['maxItems'], (bound, sign) =>
      this.errors.push(
        `Array item count ${value.length} ${sign === 'less' ? 'is less than minimum count of' : 'exceeds maximum count of'} ${bound}.`,
      ),
    );
    if (schema['uniqueItems'] === true && new Set(value.map(canonical)).size < value.length)
      this.errors.push('Non-unique array item.');
    const { items } = schema as { readonly items?: unknown };
    if (isRecord(items)) for (const item of value) this.check(item, items, depth + 1);
  }

  #number(value: number, text: string, schema: Schema & object): void {
    const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema as Readonly<
      Record<string, unknown>
    >;
    const kind = capital(typeOf(new NumberText(text)));
    if (typeof minimum === 'number' && (value < minimum || (exclusiveMinimum === true && value === minimum)))
      this.errors.push(`${kind} ${text} is less than minimum value of ${minimum}.`);
    if (typeof maximum === 'number' && (value > maximum || (exclusiveMaximum === true && value === maximum)))
      this.errors.push(`${kind} ${text} exceeds maximum value of ${maximum}.`);
    if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum)
      this.errors.push(`${kind} ${text} is less than minimum value of ${exclusiveMinimum}.`);
    if (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum)
      this.errors.push(`${kind} ${text} exceeds maximum value of ${exclusiveMaximum}.`);
    if (typeof multipleOf === 'number' && !Number.isInteger(Number((value / multipleOf).toPrecision(12))))
      this.errors.push(`${kind} ${text} is not a multiple of ${multipleOf}.`);
  }

  #text(value: string, schema: Schema & object): void {
    bounds([...new Intl.Segmenter().segment(value)].length, schema['minLength'], schema['maxLength'], (bound, sign) =>
      this.errors.push(
        `String '${value}' ${sign === 'less' ? 'is less than minimum length of' : 'exceeds maximum length of'} ${bound}.`,
      ),
    );
    const { pattern, format } = schema as Readonly<Record<string, unknown>>;
    if (typeof pattern === 'string' && !new RegExp(pattern, 'u').test(value))
      this.errors.push(`String '${value}' does not match regex pattern '${pattern}'.`);
    if (typeof format === 'string' && FORMATS[format]?.test(value) === false)
      this.errors.push(`String '${value}' does not validate against format '${format}'.`);
  }

  #combined(value: PlainJson, schema: Schema & object, depth: number): void {
    for (const part of schemas(schema['allOf'])) this.check(value, part, depth + 1);
    const matching = (parts: readonly Schema[]): number =>
      parts.filter((part) => this.#fits(value, part, depth)).length;
    const any = schemas(schema['anyOf']);
    if (any.length > 0 && matching(any) === 0) this.errors.push("JSON does not match any schemas from 'anyOf'.");
    const one = schemas(schema['oneOf']);
    const count = one.length === 0 ? 1 : matching(one);
    if (count === 0) this.errors.push("JSON is valid against no schemas from 'oneOf'.");
    if (count > 1) this.errors.push("JSON is valid against more than one schema from 'oneOf'.");
    const { not } = schema as { readonly not?: unknown };
    if (isRecord(not) && this.#fits(value, not, depth)) this.errors.push("JSON is valid against schema from 'not'.");
  }

  #fits(value: PlainJson, schema: Schema, depth: number): boolean {
    const checker = new Checker(this.#document, this.#options);
    checker.check(value, schema, depth + 1);
    return checker.errors.length === 0;
  }
}

const FORMATS: Readonly<Record<string, RegExp>> = {
  date: /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/,
  'date-time': /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/i,
  email: /^[^\s@]+@[^\s@]+$/,
  ipv4: /^(?:(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?!$)|$)){4}$/,
  uri: /^[a-z][a-z0-9+.-]*:\S+$/i,
  uuid: /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i,
};

function typeOf(value: PlainJson): string {
  if (value === null) return 'null';
  if (value instanceof NumberText)
    return Number.isInteger(Number(value.text)) && !/[.eE]/.test(value.text) ? 'integer' : 'number';
  return isPlainList(value) ? 'array' : typeof value;
}

function capital(type: string): string {
  return type.charAt(0).toUpperCase() + type.slice(1);
}

function canonical(value: PlainJson): string {
  return JSON.stringify(value, (_name, part: unknown) => (part instanceof NumberText ? Number(part.text) : part));
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((each): each is string => typeof each === 'string') : [];
}

function schemas(value: unknown): readonly Schema[] {
  return Array.isArray(value)
    ? value.filter((each): each is Schema => typeof each === 'boolean' || isRecord(each))
    : [];
}

function bounds(
  length: number,
  minimum: unknown,
  maximum: unknown,
  report: (bound: number, sign: 'less' | 'more') => void,
): void {
  if (typeof minimum === 'number' && length < minimum) report(minimum, 'less');
  if (typeof maximum === 'number' && length > maximum) report(maximum, 'more');
}
