import { at, isObject, listOf, own, type JsonObject, type JsonValue } from './json.ts';
import { CONTAINERS, METHODS } from './operations.ts';

/** The names of the schemas that a value refers to. */
export function namesIn(value: JsonValue | undefined, prefix: string, names = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const member of value) namesIn(member, prefix, names);
  if (!isObject(value)) return names;
  for (const [key, member] of Object.entries(value)) {
    const references = key === '$ref' ? [member] : key === 'mapping' && isObject(member) ? Object.values(member) : [];
    for (const reference of references) {
      if (typeof reference === 'string' && reference.startsWith(prefix)) names.add(reference.slice(prefix.length));
    }
    namesIn(member, prefix, names);
  }
  return names;
}

/** Which schema refers to which. */
export function schemaEdges(schemas: JsonObject, home: string): ReadonlyMap<string, ReadonlySet<string>> {
  return new Map(Object.entries(schemas).map(([name, value]) => [name, namesIn(value, `#${home}/`)]));
}

/** Schemas that no request leads to. */
export function responseOnlySchemas(document: JsonObject, home: string): ReadonlySet<string> {
  const schemas = at(document, home);
  if (!isObject(schemas)) return new Set();
  const start = CONTAINERS.flatMap((container) => [...requestedIn(own(document, container), `#${home}/`)]);
  const requested = reachable(start, schemaEdges(schemas, home));
  return new Set(Object.keys(schemas).filter((name) => !requested.has(name)));
}

/** The names of the schemas that any operation leads to. */
export function usedSchemas(document: JsonObject, schemas: JsonObject, home: string): ReadonlySet<string> {
  const start = CONTAINERS.flatMap((container) => [...namesIn(own(document, container), `#${home}/`)]);
  return reachable(start, schemaEdges(schemas, home));
}

function reachable(start: readonly string[], edges: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  const found = new Set(start);
  // What is added while a set is gone through is gone through, too.
  for (const name of found) for (const next of edges.get(name) ?? []) found.add(next);
  return found;
}

function requestedIn(paths: JsonValue | undefined, prefix: string): Set<string> {
  const names = new Set<string>();
  for (const item of isObject(paths) ? Object.values(paths) : []) {
    if (!isObject(item)) continue;
    namesIn([...listOf(own(item, 'parameters'))], prefix, names);
    for (const method of METHODS) {
      const operation = own(item, method);
      if (!isObject(operation)) continue;
      namesIn([...listOf(own(operation, 'parameters'))], prefix, names);
      namesIn(own(operation, 'requestBody'), prefix, names);
    }
  }
  return names;
}
