import type { TwinResponse } from '../kernel/http.ts';
import type { ArmContext } from './context.ts';

/** What the braces of a route stand for, as sent. */
export type RouteParameters = (name: string) => string;

export type RouteHandler = (context: ArmContext, parameter: RouteParameters) => TwinResponse | Promise<TwinResponse>;

/** One operation of Azure Resource Manager itself. */
export interface Route {
  readonly methods: readonly string[];
  readonly pattern: RegExp;
  readonly handle: RouteHandler;
}

/**
 * Makes a route of `template`: `{name}` stands for one segment, `{+name}` for any number of them, also none. Case does
 * not count.
 */
export function route(methods: string, template: string, handle: RouteHandler): Route {
  const source = template
    .split(/(\{\+?\w+\})/)
    .map((part) => {
      const match = /^\{(\+?)(\w+)\}$/.exec(part);
      if (match === null) return part.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`);
      return match[1] === '+' ? `(?<${match[2] ?? ''}>.*?)` : `(?<${match[2] ?? ''}>[^/]+)`;
    })
    .join('');
  return { methods: methods.split(' '), pattern: new RegExp(`^${source}$`, 'i'), handle };
}

/** The first route that matches, with its parameters. */
export function findRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): { readonly handle: RouteHandler; readonly parameter: RouteParameters } | undefined {
  for (const { methods, pattern, handle } of routes) {
    const match = methods.includes(method) ? pattern.exec(path) : null;
    if (match !== null) return { handle, parameter: (name) => match.groups?.[name] ?? '' };
  }
  return undefined;
}
