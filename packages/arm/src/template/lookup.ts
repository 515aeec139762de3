import type { SymbolInfo } from '../context.ts';
import { type ResourceInstance, symbolInfo } from './instances.ts';
import type { Template } from './model.ts';
import type { ResourceLookup } from './names.ts';
import { getProperty, isObject } from '../json.ts';

/** Finds the instances of a template by symbol (`vm`, `vm[1]`, a whole loop) and, in language version 1, by id or name. */
export function lookupFor(
  template: Template,
  instances: readonly ResourceInstance[],
  foreseenOf: (item: ResourceInstance) => SymbolInfo['foreseen'] = () => undefined,
): ResourceLookup {
  const infos = new Map(instances.map((item) => [item.key.toLowerCase(), symbolInfo(item, foreseenOf(item))]));
  const loops = new Map<string, readonly SymbolInfo[]>();
  const byId = new Map<string, SymbolInfo>();
  for (const resource of template.resources) {
    if (resource.symbol === undefined || !isObject(getProperty(resource.body, 'copy'))) continue;
    const members = instances.filter((item) => item.resource === resource);
    loops.set(
      resource.symbol.toLowerCase(),
      members.flatMap((item) => infos.get(item.key.toLowerCase()) ?? []),
    );
  }
  for (const item of instances) {
    const info = infos.get(item.key.toLowerCase());
    if (info === undefined || item.existing) continue;
    if (typeof item.id === 'string') byId.set(item.id.toLowerCase(), info);
    if (!template.symbolic && typeof item.name === 'string' && !byId.has(item.name.toLowerCase()))
      byId.set(item.name.toLowerCase(), info);
  }
  return {
    symbol: (name) =>
      template.symbolic ? (infos.get(name.toLowerCase()) ?? loops.get(name.toLowerCase())) : undefined,
    byIdOrName: (idOrName) => byId.get(idOrName.toLowerCase()),
  };
}
