import type { Path } from './mistakes.ts';
import type { SchemaError } from './schema-validator.generated.js';
import { schemaAt, type SchemaPart, type SchemaRoot } from './schema-lookup.ts';
import { closest, oneOf } from './suggest.ts';
import { clip, exampleAt, exampleText, kindOf, pathName, shown, typeWords } from './value-words.ts';

/** A failed keyword of the schema in plain words. */
export interface SchemaMistake {
  readonly path: Path;
  readonly part: 'key' | 'value';
  readonly message: string;
  readonly fix: string;
  /** For an unknown key: the one that was probably meant. */
  readonly meant?: Path;
}

/**
 * Says in plain words what the validator found; one mistake for each place. `value` is the file's whole content, `root`
 * the schema where it is another than that of environment files.
 */
export function schemaMistakes(
  errors: readonly SchemaError[],
  value: unknown,
  root?: SchemaRoot,
): readonly SchemaMistake[] {
  const mistakes = new Map<string, SchemaMistake>();
  const mistyped = new Set<string>();
  for (const error of errors) {
    const mistake = explain(error, value, root);
    if (mistake === undefined) continue;
    // A value of the wrong type fails other keywords as well; the first says it best.
    mistakes.set(key(mistake), mistakes.get(key(mistake)) ?? mistake);
    if (mistake.meant !== undefined) mistyped.add(key({ path: mistake.meant, part: 'key' }));
  }
  // A key that is only mistyped is not missing as well.
  return [...mistakes].flatMap(([place, mistake]) => (mistyped.has(place) ? [] : [mistake]));
}

function key(mistake: Pick<SchemaMistake, 'path' | 'part'>): string {
  return JSON.stringify([mistake.path, mistake.part]);
}

function explain(error: SchemaError, whole: unknown, root: SchemaRoot | undefined): SchemaMistake | undefined {
  const path = parsePointer(error.instancePath, whole);
  const name = pathName(path);
  const part = schemaAt(path, root);
  const value = valueAt(whole, path);
  const limit = String(error.params['limit'] ?? error.params['multipleOf']);
  const here = (message: string, fix: string): SchemaMistake => ({ path, part: 'value', message, fix });
  switch (error.keyword) {
    case 'if':
    case 'propertyNames':
      return undefined; // The error of the keyword inside says more.
    case 'required':
      return missing(path, String(error.params['missingProperty']), root);
    case 'additionalProperties':
      return unknownKey(path, String(error.params['additionalProperty']), part);
    case 'type':
      return here(...wrongType(name, value, part, error));
    case 'enum':
      return here(...notAllowed(path, value, part, error.params['allowedValues'] as readonly (string | number)[]));
    case 'pattern':
      return wrongPattern(path, error.propertyName, value, part);
    case 'minimum':
      return here(`${name} must be at least ${limit}, but is ${shown(value)}`, `write ${limit} or more`);
    case 'maximum':
      return here(`${name} must be at most ${limit}, but is ${shown(value)}`, `write ${limit} or less`);
    case 'multipleOf':
      return here(`${name} must be a multiple of ${limit}, but is ${shown(value)}`, `write a multiple of ${limit}`);
    case 'minLength':
      return here(`${name} must not be empty`, exampleText(part));
    case 'maxLength':
      return here(`${name} must have at most ${limit} characters`, 'shorten it');
    case 'minItems':
    case 'minProperties':
      return here(`${name} must have at least ${limit} entry`, exampleText(part));
    case 'maxItems':
    case 'maxProperties':
      return here(`${name} must have at most ${limit} ${limit === '1' ? 'entry' : 'entries'}`, 'remove the surplus');
    case 'uniqueItems':
      return repeated(path, value, Number(error.params['i']));
    default:
      throw new Error(`The schema uses ${error.keyword}, which has no words in schema-mistakes.ts.`);
  }
}

/** The later of two equal entries; ajv calls it `i`. */
function repeated(path: Path, value: unknown, index: number): SchemaMistake {
  const entry: unknown = Array.isArray(value) ? value[index] : undefined;
  return {
    path: [...path, index],
    part: 'value',
    message: `${pathName(path)} has ${shown(entry)} twice`,
    fix: 'remove one of them',
  };
}

function missing(path: Path, name: string, root: SchemaRoot | undefined): SchemaMistake {
  const full = [...path, name];
  const where = path.length === 0 ? '' : ` in ${pathName(path)}`;
  return {
    path: full,
    part: 'key',
    message: `\`${name}\` is missing${where}`,
    fix: `write \`${name}: ${exampleAt(full, root)}\`${where}`,
  };
}

function unknownKey(path: Path, name: string, part: SchemaPart | undefined): SchemaMistake {
  const known = Object.keys(part?.properties ?? {});
  const near = closest(name, known);
  const where = path.length === 0 ? 'the file' : pathName(path);
  const keys = `the keys here are ${oneOf(known).replace(/ or (?=\S+$)/, ' and ')}`;
  return {
    path: [...path, name],
    part: 'key',
    message: `\`${clip(name)}\` is not a key of ${where}`,
    fix:
      name === '<<'
        ? 'repeat the values: merge keys are not read'
        : near === undefined
          ? `remove it; ${keys}`
          : `did you mean \`${near}\`?`,
    ...(near === undefined ? {} : { meant: [...path, near] }),
  };
}

function wrongType(name: string, value: unknown, part: SchemaPart | undefined, error: SchemaError): [string, string] {
  if (value === null) return [`${name} is empty`, `${exampleText(part)}, or remove the key`];
  const wanted = error.params['type'] as string | readonly string[];
  const words = (typeof wanted === 'string' ? [wanted] : wanted).map((type) => typeWords[type] ?? type);
  const quoted = wanted === 'string' ? inQuotes(value, part) : undefined;
  return [`${name} must be ${oneOf(words)}, but is ${kindOf(value)}`, quoted ?? exampleText(part)];
}

/** The fix for a number or switch where text is wanted, if its text would be accepted. */
function inQuotes(value: unknown, part: SchemaPart | undefined): string | undefined {
  if (typeof value !== 'number' && typeof value !== 'boolean') return undefined;
  const text = String(value);
  return part?.pattern === undefined || new RegExp(part.pattern).test(text) ? `put it in quotes: "${text}"` : undefined;
}

function notAllowed(
  path: Path,
  value: unknown,
  part: SchemaPart | undefined,
  allowed: readonly (string | number)[],
): [string, string] {
  const { refused } = part ?? {};
  if (typeof value === 'string' && refused?.values.includes(value) === true) {
    return [`${pathName(path)} ${value} ${refused.message}`, refused.fix];
  }
  const words = [...new Set(allowed.map(String))];
  const near = typeof value === 'string' ? closest(value, words) : undefined;
  const wanted = words.length > 20 ? `one of ${words.length} known values` : oneOf(words);
  return [
    `${pathName(path)} must be ${wanted}, but is ${shown(value)}`,
    near === undefined ? exampleText(part) : `did you mean \`${near}\`?`,
  ];
}

function wrongPattern(
  path: Path,
  property: string | undefined,
  value: unknown,
  part: SchemaPart | undefined,
): SchemaMistake {
  if (property !== undefined) {
    const words = part?.propertyNames?.patternErrorMessage ?? 'the key has the wrong form';
    return {
      path: [...path, property],
      part: 'key',
      message: `\`${clip(property)}\`: ${words}`,
      fix: 'rename the key',
    };
  }
  const words = part?.patternErrorMessage ?? 'has the wrong form';
  return { path, part: 'value', message: `${pathName(path)} ${words}, but is ${shown(value)}`, fix: exampleText(part) };
}

function valueAt(root: unknown, path: Path): unknown {
  return path.reduce<unknown>((value, segment) => (value as Record<string | number, unknown>)[segment], root);
}

function parsePointer(pointer: string, root: unknown): Path {
  let value = root;
  return pointer
    .split('/')
    .slice(1)
    .map((token) => {
      const name = token.replaceAll('~1', '/').replaceAll('~0', '~');
      const segment = Array.isArray(value) ? Number(name) : name;
      value = (value as Record<string | number, unknown>)[segment];
      return segment;
    });
}
