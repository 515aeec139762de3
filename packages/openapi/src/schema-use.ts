import { at, isObject, listOf, own, type JsonObject, type JsonValue } from './json.ts';
import { CONTAINERS, METHODS } from './operations.ts';

/** The names of the schemas that a value refers to. */
export function namesIn(value: JsonValue | undefined, prefix: string, names = new Set<string>()): Set<string> {
  if (Array.isArray(value)) for (const member of value) namesIn(member, prefix, names);
  if (!isObject(value)) return names;
  for (const [key, member] of Object.entries(value)) {
    if (key === '$ref' && typeof member === 'string' && member.startsWith(prefix))
      names.add(member.slice(prefix.length));
    else namesIn(member, prefix, names);
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
  const edges = schemaEdges(schemas, home);
  const queue = [
    ...new Set(CONTAINERS.flatMap((container) => [...requestedIn(own(document, container), `#${home}/`)])),
  ];
  const requested = new Set(queue);
  for (const name of queue) {
    for (const next of edges.get(name) ?? []) {
      if (!requested.has(next)) queue.push(next);
      requested.add(next);
    }
  }
  return new Set(Object.keys(schemas).filter((name) => !requested.has(name)));
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
