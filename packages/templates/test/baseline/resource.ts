/** A resource as an engine predicts it, or as a generator describes it; a rule looks into nothing else. */
export interface ExpandedResource {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
  readonly [member: string]: unknown;
}

/** The member at a path such as `properties.subnets.0.name`; a member whose own name has dots stands in brackets: `a.[b.c]`. */
export function memberAt(value: unknown, path: string): unknown {
  return steps(path).reduce<unknown>((inner, step) => {
    return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[step] : undefined;
  }, value);
}

/** Puts a value at a path of a copy; `undefined` takes the member away. Sections on the way are made. */
export function setMember(target: object, path: string, value: unknown): void {
  const names = steps(path);
  const last = names.pop() ?? '';
  let inner = target as Record<string, unknown>;
  for (const name of names) {
    const next = inner[name];
    inner = (typeof next === 'object' && next !== null ? next : (inner[name] = {})) as Record<string, unknown>;
  }
  inner[last] = value;
}

/** The list at a path, of what the caller expects there; empty where there is none. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- says it once for each caller
export function listAt<T = unknown>(value: unknown, path: string): readonly T[] {
  const list = memberAt(value, path);
  return Array.isArray(list) ? (list as T[]) : [];
}

/** `database-password` of `kv-contoso/database-password`. */
export function ownName({ name }: ExpandedResource): string {
  return name.split('/').at(-1) ?? name;
}

function steps(path: string): string[] {
  return [...path.matchAll(/\[([^\]]+)\]|[^.[\]]+/g)].map(([whole, bracketed]) => bracketed ?? whole);
}
