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

/** Every ARM resource of the twin, by id without regard to case. */
export class ResourceStore {
  readonly #byId = new Map<string, Resource>();
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
    this.#byId.set(resource.id.toLowerCase(), resource);
    this.#version += 1;
  }

  /** Removes the resource and everything below it; returns what went. */
  delete(id: string): readonly Resource[] {
    const gone = [...this.all()].filter((resource) => isSameOrBelow(resource.id, id));
    for (const resource of gone) this.#byId.delete(resource.id.toLowerCase());
    if (gone.length > 0) this.#version += 1;
    return gone;
  }

  *all(): IterableIterator<Resource> {
    yield* this.#byId.values();
  }

  ofType(type: string): readonly Resource[] {
    const wanted = type.toLowerCase();
    return [...this.all()].filter((resource) => resource.type.toLowerCase() === wanted);
  }

  /** Direct and indirect children of `id`. */
  below(id: string): readonly Resource[] {
    return [...this.all()].filter((resource) => resource.id.length > id.length && isSameOrBelow(resource.id, id));
  }
}

function isSameOrBelow(id: string, ancestor: string): boolean {
  const lower = id.toLowerCase();
  const top = ancestor.toLowerCase();
  return lower === top || lower.startsWith(`${top}/`);
}
