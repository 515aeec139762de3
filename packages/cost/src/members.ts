import type { PricedResource } from './item.ts';

/** The number at a dotted path of a resource's properties; text that is a number counts, since templates carry cores as text. */
export function numberAt(resource: PricedResource, path: string): number | undefined {
  const value = memberAt(resource, path);
  const number = typeof value === 'string' ? Number.parseFloat(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : undefined;
}

/** The text at a dotted path of a resource's properties. */
export function textAt(resource: PricedResource, path: string): string | undefined {
  const value = memberAt(resource, path);
  return typeof value === 'string' ? value : undefined;
}

function memberAt({ properties }: PricedResource, path: string): unknown {
  let value: unknown = properties;
  for (const name of path.split('.')) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Readonly<Record<string, unknown>>)[name];
  }
  return value;
}
