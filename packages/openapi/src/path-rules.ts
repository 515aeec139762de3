import type { Findings } from './findings.ts';
import { labelOf, type FoundOperation, type FoundPath } from './operations.ts';
import type { MadeParameter } from './convert/parameters.ts';

/** Characters of a URL template that an operation may have (Microsoft.ApiManagement, `OperationContract`). */
const MAX_TEMPLATE = 1000;

/** The names in the braces of a path. */
export function placeholders(path: string): readonly string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
}

/** What API Management refuses in the writing of a path. */
export function checkPath({ path, named }: FoundPath, findings: Findings): void {
  const wrong = (text: string): void => {
    findings.mistake(named, `the path '${path}' ${text}`);
  };
  const names = placeholders(path).map((name) => name.toLowerCase());
  if (!path.startsWith('/')) wrong("does not start with '/'; write one in front");
  if (path.includes('#')) wrong('has a fragment (#…), which never reaches a server; remove it');
  if (/[{}]/.test(path.replaceAll(/\{[^{}]*\}/g, '')))
    wrong('has a brace without its partner; write placeholders as {name}');
  if (names.includes('')) wrong('has a placeholder without a name');
  const repeated = names.find((name, index) => names.indexOf(name) !== index);
  if (repeated !== undefined && repeated !== '')
    wrong(`has the placeholder '${repeated}' twice (capitals do not count); rename one`);
  if (/\*./.test(path.replaceAll(/\{[^{}]*\}/g, '')))
    wrong('has a * before its end; API Management takes a wildcard at the end alone');
  if (path.length > MAX_TEMPLATE) wrong(`has ${path.length} characters; a URL template has at most ${MAX_TEMPLATE}`);
}

/** Paths that differ in nothing but the names of their placeholders are one to API Management. */
export function checkSamePaths(paths: readonly FoundPath[], findings: Findings): void {
  const known = new Map<string, FoundPath>();
  for (const one of paths) {
    const signature = one.path.replaceAll(/\{[^{}]*\}/g, '{}');
    const other = known.get(signature);
    if (other === undefined) known.set(signature, one);
    else {
      findings.mistake(
        one.named,
        `'${one.path}' and '${other.path}' are one path to API Management, which does not look at the names of placeholders; put their operations under one of them`,
      );
    }
  }
}

/** Names in the path and in the query of one operation must differ, capitals aside. */
export function checkNames(operation: FoundOperation, parameters: readonly MadeParameter[], findings: Findings): void {
  const inPath = new Set(placeholders(operation.path.split('?')[0] ?? '').map((name) => name.toLowerCase()));
  const inQuery = new Set<string>();
  for (const { name, in: place, spot } of parameters) {
    if (place !== 'query') continue;
    const key = name.toLowerCase();
    const with_ = inPath.has(key) ? 'path' : inQuery.has(key) ? 'query' : undefined;
    inQuery.add(key);
    if (with_ === undefined) continue;
    findings.mistake(
      spot,
      `${labelOf(operation)} has '${name}' in the ${with_} and in the query; API Management wants different names, capitals aside: rename the placeholder, or leave the operation out`,
    );
  }
}
