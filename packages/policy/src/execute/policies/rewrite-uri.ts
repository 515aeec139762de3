import { changedQuery } from '../query.ts';
import type { Run } from '../run.ts';
import type { Handler } from './handler.ts';

/** `rewrite-uri`: a new path below the backend, with parameters of the operation's template put in. */
export const rewriteUri: Handler = async (run, element) => {
  const template = await run.required(element, 'template');
  const copy = await run.flag(element, 'copy-unmatched-params', true);
  const used = new Set<string>();
  const filled = template.replaceAll(/\{(\*?)([^{}]+)\}/g, (whole, rest: string, name: string) => {
    const value = parameterOf(run, name);
    if (value === undefined) return whole;
    used.add(name.toLowerCase());
    return rest === '*' ? value.split('/').map(encodeURIComponent).join('/') : encodeURIComponent(value);
  });
  const at = filled.indexOf('?');
  const path = at === -1 ? filled : filled.slice(0, at);
  const query = at === -1 ? '' : filled.slice(at + 1);
  const url = new URL(run.url);
  const base = url.pathname.slice(0, url.pathname.length - run.relativePath.length);
  run.relativePath = path.startsWith('/') ? path : `/${path}`;
  url.pathname = `${base}${run.relativePath}`;
  url.search = [query, copy ? unmatched(run, query, used) : ''].filter((part) => part !== '').join('&');
  run.url = url;
};

/** A parameter of the operation's template, or one of the query that a template names. */
function parameterOf(run: Run, name: string): string | undefined {
  const matched = Object.entries(run.original.matchedParameters ?? {});
  const [, value] = matched.find(([each]) => each.toLowerCase() === name.toLowerCase()) ?? [];
  return value ?? run.url.searchParams.get(name) ?? undefined;
}

/** Query parameters that neither the operation's own template nor the new one speaks of. */
function unmatched(run: Run, query: string, used: ReadonlySet<string>): string {
  const own = new URLSearchParams(run.call.operation?.urlTemplate.split('?')[1] ?? '');
  const taken = new Set([
    ...used,
    ...[...own.keys(), ...new URLSearchParams(query).keys()].map((name) => name.toLowerCase()),
  ]);
  return changedQuery(run.url.search, (parameters) => {
    for (const name of parameters.names()) if (taken.has(name.toLowerCase())) parameters.delete(name);
  });
}
