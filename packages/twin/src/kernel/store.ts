export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };
export type JsonObject = Readonly<Record<string, Json>>;

/** A resource as ARM keeps it. `properties` is what a GET shows; what must never be shown lives in `secrets`. */
export interface Resource {
  /** As first written; look-ups ignore case. */
  readonly id: string;
  /** `Microsoft.Network/virtualNetworks/subnets`. */
  readonly type: string;
  /** Last segment only. */
  readonly name: string;
  /** The API version of the last write. */
  readonly apiVersion: string;
  readonly location?: string;
  readonly tags?: Readonly<Record<string, string>>;
  readonly sku?: JsonObject;
  readonly kind?: string;
  readonly identity?: JsonObject;
  readonly zones?: readonly string[];
  readonly managedBy?: string;
  readonly extendedLocation?: JsonObject;
  readonly plan?: JsonObject;
  readonly properties: JsonObject;
  /** Write-only values by JSON path (`administratorLoginPassword`, `value`): readable by rules and data planes only. */
  readonly secrets: Readonly<Record<string, string>>;
  readonly etag: string;
  /** Virtual time. */
  readonly createdAt: number;
  readonly changedAt: number;
  readonly createdBy?: string;
}

type ById = Map<string, Resource>;

/**
 * Every ARM resource of the twin, by id without regard to case. What is asked at every request of a gateway (all of a
 * type, all below a resource) is kept by type and by ancestor, each in the order of the first write.
 */
export class ResourceStore {
  readonly #byId: ById = new Map();
  readonly #byType = new Map<string, ById>();
  readonly #below = new Map<string, ById>();
  #version = 0;

  /** Grows with every change: lets a poll tell whether anything is new. */
  get version(): number {
    return this.#version;
  }

  get(id: string): Resource | undefined {
    return this.#byId.get(id.toLowerCase());
  }

  has(id: string): boolean {
    return this.#byId.has(id.toLowerCase());
  }

  put(resource: Resource): void {
    const key = resource.id.toLowerCase();
    const type = resource.type.toLowerCase();
    const before = this.#byId.get(key)?.type.toLowerCase();
    if (before !== undefined && before !== type) this.#byType.get(before)?.delete(key);
    this.#byId.set(key, resource);
    setIn(this.#byType, type, key, resource);
    for (const ancestor of ancestorsOf(key)) setIn(this.#below, ancestor, key, resource);
    this.#version += 1;
  }

  /** Removes the resource and everything below it; returns what went. */
  delete(id: string): readonly Resource[] {
    const own = this.get(id);
    const gone = [...(own === undefined ? [] : [own]), ...this.below(id)];
    for (const resource of gone) this.#forget(resource);
    if (gone.length > 0) this.#version += 1;
    return gone;
  }

  *all(): IterableIterator<Resource> {
    yield* this.#byId.values();
  }

  ofType(type: string): readonly Resource[] {
    return [...(this.#byType.get(type.toLowerCase())?.values() ?? [])];
  }

  /** Direct and indirect children of `id`. */
  below(id: string): readonly Resource[] {
    return [...(this.#below.get(id.toLowerCase())?.values() ?? [])];
  }

  #forget({ id, type }: Resource): void {
    const key = id.toLowerCase();
    this.#byId.delete(key);
    this.#byType.get(type.toLowerCase())?.delete(key);
    for (const ancestor of ancestorsOf(key)) this.#below.get(ancestor)?.delete(key);
  }
}

function setIn(index: Map<string, ById>, at: string, key: string, resource: Resource): void {
  const known = index.get(at);
  if (known === undefined) index.set(at, new Map([[key, resource]]));
  else known.set(key, resource);
}

/** `/a/b/c` → `/a`, `/a/b`. */
function ancestorsOf(key: string): readonly string[] {
  const ancestors: string[] = [];
  for (let end = key.indexOf('/', 1); end !== -1; end = key.indexOf('/', end + 1)) ancestors.push(key.slice(0, end));
  return ancestors;
}
