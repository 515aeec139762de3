import { TypeDefinition, type TypeEntry } from './type-definition.ts';
import { named, type NamedType, type NetType } from './net-type.ts';
import table from './net-types.generated.json' with { type: 'json' };

/*
 * The signatures of .NET and Newtonsoft as the runtime itself tells them: net-types.generated.json is written by
 * test/expressions/ask-net.mjs and never by hand.
 */
const ENTRIES = table as unknown as Readonly<Record<string, TypeEntry>>;
const definitions = new Map<string, TypeDefinition>();

/** The type of a key such as `string` or `List`1`. */
export function definitionOf(key: string): TypeDefinition | undefined {
  const known = definitions.get(key);
  if (known !== undefined) return known;
  const entry = Object.hasOwn(ENTRIES, key) ? ENTRIES[key] : undefined;
  if (entry === undefined) return undefined;
  const definition = new TypeDefinition(key, entry);
  definitions.set(key, definition);
  return definition;
}

/** Every key of the table. */
export function typeKeys(): readonly string[] {
  return Object.keys(ENTRIES);
}

/** A type of the table that is known to be there. */
export function wellKnown(key: string, ...args: readonly NetType[]): NamedType {
  const definition = definitionOf(key);
  if (definition === undefined) throw new Error(`The table of types has no ${key}.`);
  return named(definition, args);
}
