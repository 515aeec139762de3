import { matchTemplate } from '@lz/policy';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { SERVICE } from '../../providers/api-management/service.ts';
import { isTrueAt, textAt } from '../../providers/common/json.ts';

/** The API of a request and what is left of the path below it: `/chat/completions`, or empty. */
export interface MatchedApi {
  readonly api: Resource;
  readonly relativePath: string;
}

export interface MatchedOperation {
  readonly operation: Resource;
  readonly parameters: Readonly<Record<string, string>>;
}

/** The API with the longest path that the request's path begins with; `…;rev=N` addresses a revision. */
export function matchApi(world: World, service: Resource, path: string): MatchedApi | undefined {
  const [, base = path, revision, rest = ''] = /^(.*?);rev=([^/]+)(\/.*)?$/.exec(path) ?? [];
  const current = world.store.below(service.id).filter((item) => isApi(item) && !/;rev=/i.test(item.id));
  const candidates = current
    .map((api) => ({ api, prefix: prefixOf(world, api) }))
    .filter(({ prefix }) => (revision === undefined ? isBelow(base, prefix) : trimmed(base) === trimmed(prefix)))
    .sort((left, right) => right.prefix.length - left.prefix.length);
  const [best] = candidates;
  if (best === undefined) return undefined;
  const api = revision === undefined ? best.api : revisionOf(world, best.api, revision);
  if (api === undefined || api.properties['isOnline'] === false) return undefined;
  return { api, relativePath: revision === undefined ? base.slice(trimmed(best.prefix).length) : rest };
}

function isApi(resource: Resource): boolean {
  return resource.type.toLowerCase() === `${SERVICE}/apis`.toLowerCase();
}

/** `/openai/v1`; a version set by segment puts the version behind the path. */
function prefixOf(world: World, api: Resource): string {
  const path = `/${(textAt(api.properties, 'path') ?? '').replace(/^\/|\/$/g, '')}`;
  const version = textAt(api.properties, 'apiVersion');
  const set = world.store.get(textAt(api.properties, 'apiVersionSetId') ?? '');
  const bySegment = version !== undefined && textAt(set?.properties, 'versioningScheme') === 'Segment';
  return bySegment ? `${trimmed(path)}/${version}` : path;
}

function trimmed(path: string): string {
  return path.replace(/\/$/, '');
}

function isBelow(path: string, prefix: string): boolean {
  const [lower, base] = [path.toLowerCase(), trimmed(prefix).toLowerCase()];
  return lower === base || lower.startsWith(`${base}/`);
}

function revisionOf(world: World, api: Resource, revision: string): Resource | undefined {
  const current = textAt(api.properties, 'apiRevision') ?? '1';
  return current === revision ? api : world.store.get(`${api.id};rev=${revision}`);
}

/** Whether the API wants a subscription key. */
export function needsKey(api: Resource): boolean {
  return api.properties['subscriptionRequired'] === undefined || isTrueAt(api.properties, 'subscriptionRequired');
}

/** The operation whose method and template fit best: the more of a template is literal, the better it fits. */
export function matchOperation(
  world: World,
  api: Resource,
  method: string,
  relativePath: string,
  query: URLSearchParams = new URLSearchParams(),
): MatchedOperation | undefined {
  const operations = world.store
    .below(api.id)
    .filter((item) => item.type.toLowerCase() === `${SERVICE}/apis/operations`.toLowerCase());
  const fitting = operations
    .filter((operation) => textAt(operation.properties, 'method')?.toUpperCase() === method.toUpperCase())
    .flatMap((operation) => {
      const template = textAt(operation.properties, 'urlTemplate') ?? '/';
      const match = matchTemplate(template, relativePath);
      const fixed = fixedQuery(template);
      if (match === undefined || !fixed.every(([name, value]) => query.getAll(name).includes(value))) return [];
      return [{ operation, parameters: match.parameters, literals: match.literals + fixed.length }];
    });
  fitting.sort((left, right) => right.literals - left.literals || left.operation.id.localeCompare(right.operation.id));
  const [best] = fitting;
  return best === undefined ? undefined : { operation: best.operation, parameters: best.parameters };
}

/** Members of a template's query that are no parameters: `/responses?beta=true` is another operation than `/responses`. */
function fixedQuery(template: string): readonly (readonly [string, string])[] {
  return [...new URLSearchParams(template.split('?')[1] ?? '')].filter(([, value]) => !value.startsWith('{'));
}
