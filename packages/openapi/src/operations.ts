import { child, follow, type Context } from './convert/context.ts';
import type { Spot } from './findings.ts';
import { isObject, kindOf, own, type JsonObject, type JsonValue } from './json.ts';

/** Methods of HTTP that a path may have, in the order in which OpenAPI names them. */
export const METHODS = ['get', 'put', 'post', 'delete', 'options', 'head', 'patch', 'trace'] as const;

/** Where operations stand: `x-ms-paths` is the one extension of paths that the importer honours. */
export const CONTAINERS = ['paths', 'x-ms-paths'] as const;

/** A path of the document, followed to where it stands. */
export interface FoundPath {
  readonly container: (typeof CONTAINERS)[number];
  readonly path: string;
  readonly item: JsonObject;
  readonly spot: Spot;
  /** Where the document itself names it. */
  readonly named: Spot;
}

/** An operation of the document. */
export interface FoundOperation {
  readonly path: string;
  /** Lower case. */
  readonly method: string;
  readonly operation: JsonObject;
  readonly spot: Spot;
  readonly of: FoundPath;
}

/** Every path of the document, in its order; those with a query after the others, where the importer looks for them. */
export function findPaths(context: Context, root: JsonObject, spot: Spot): readonly FoundPath[] {
  const found = allPaths(context, root, spot);
  return CONTAINERS.flatMap((container) => found.filter((one) => one.container === container));
}

function allPaths(context: Context, root: JsonObject, spot: Spot): readonly FoundPath[] {
  return CONTAINERS.flatMap((container) => {
    const paths = own(root, container);
    const here = child(spot, container);
    if (paths === undefined) return [];
    if (isObject(paths))
      return Object.entries(paths).flatMap(([path, item]) => findPath(context, container, path, item, here));
    context.findings.mistake(
      here,
      `\`${container}\` is ${kindOf(paths)}; a mapping from paths like /chat to their operations is expected`,
    );
    return [];
  });
}

function findPath(
  context: Context,
  container: FoundPath['container'],
  path: string,
  item: JsonValue,
  above: Spot,
): readonly FoundPath[] {
  const named = child(above, path);
  const { findings } = context;
  if (path.startsWith('x-') && container === 'paths') {
    findings.change('extension', named, path);
    return [];
  }
  const target = item === null ? undefined : follow(context, item, named);
  if (item === null) findings.change('path-empty', named);
  if (target === undefined) return [];
  if (isObject(target.value)) {
    const hasQuery = path.includes('?');
    if (hasQuery && container === 'paths') findings.change('query-path', named);
    const item_ = withSiblings(item, target.value);
    return [{ container: hasQuery ? 'x-ms-paths' : container, path, item: item_, spot: target.spot, named }];
  }
  findings.mistake(
    target.spot,
    `the path ${path} is ${kindOf(target.value)}; a mapping from methods to operations is expected`,
  );
  return [];
}

/** What stands beside the $ref of a path adds to what it refers to. */
function withSiblings(item: JsonValue, target: JsonObject): JsonObject {
  if (item === target || !isObject(item)) return target;
  const siblings = Object.entries(item).filter(([key]) => key !== '$ref');
  return { ...target, ...Object.fromEntries(siblings) };
}

/** The operations of a path, in the order of `METHODS`. */
export function operationsOf({ findings }: Context, of: FoundPath): readonly FoundOperation[] {
  return METHODS.flatMap((method) => {
    const operation = own(of.item, method);
    if (operation === undefined || operation === null) return [];
    const spot = child(of.spot, method);
    if (isObject(operation)) return [{ path: of.path, method, operation, spot, of }];
    findings.mistake(spot, `is ${kindOf(operation)}; an operation is a mapping with \`responses\``);
    return [];
  });
}

/** `POST /chat/completions`. */
export function labelOf({ method, path }: Pick<FoundOperation, 'method' | 'path'>): string {
  return `${method.toUpperCase()} ${path}`;
}
