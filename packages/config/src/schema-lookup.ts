import { schema as environmentSchema } from './schema-validator.generated.js';
import type { Path } from './mistakes.ts';

/** The parts of a schema that messages and defaults are made of. */
export interface SchemaPart {
  readonly type?: string | readonly string[];
  readonly enum?: readonly (string | number)[];
  /** Values that somebody may well write, with the reason why they are not taken. */
  readonly refused?: { readonly values: readonly string[]; readonly message: string; readonly fix: string };
  readonly default?: unknown;
  readonly minimum?: number;
  readonly examples?: readonly unknown[];
  readonly pattern?: string;
  readonly patternErrorMessage?: string;
  readonly properties?: Readonly<Record<string, SchemaPart>>;
  readonly propertyNames?: SchemaPart;
  readonly additionalProperties?: boolean | SchemaPart;
  readonly items?: SchemaPart;
  readonly $ref?: string;
}

/** A whole schema: of environment files, unless another kind of file says otherwise. */
export type SchemaRoot = Readonly<Record<string, unknown>>;

/** The schema of the value at a path; undefined where the schema knows none. */
export function schemaAt(path: Path, root: SchemaRoot = environmentSchema): SchemaPart | undefined {
  let part: SchemaPart | undefined = resolved(root, root);
  for (const segment of path) part = resolved(child(part, segment), root);
  return part;
}

function child(part: SchemaPart | undefined, segment: string | number): SchemaPart | undefined {
  if (typeof segment === 'number') return part?.items;
  const properties = part?.properties ?? {};
  if (Object.hasOwn(properties, segment)) return properties[segment];
  return typeof part?.additionalProperties === 'object' ? part.additionalProperties : undefined;
}

function resolved(part: SchemaPart | undefined, root: SchemaRoot): SchemaPart | undefined {
  if (part?.$ref === undefined) return part;
  const name = part.$ref.replace('#/$defs/', '');
  const definitions = root['$defs'] as Readonly<Record<string, SchemaPart>>;
  return { ...definitions[name], ...part };
}
