import type { Findings, Spot } from '../findings.ts';
import { isObject, own, stepsOf, type JsonObject, type JsonValue } from '../json.ts';
import { keyOfSpot, type References, type Target } from '../references.ts';

/** A schema that the result holds under a name. */
export interface NamedSchema {
  readonly name: string;
  readonly value: JsonValue;
  readonly spot: Spot;
}

/**
 * Gives every schema that is referred to a name among the document's own schemas, and remembers those that are still to
 * be converted: what nothing refers to never gets one, and so is left out.
 */
export class SchemaNames {
  /** In the order in which they were met. */
  readonly met: NamedSchema[] = [];
  readonly #byKey = new Map<string, string>();
  readonly #taken: Set<string>;
  readonly #home: string;
  readonly #top: Spot;
  readonly #schemas: JsonObject;
  readonly #references: References;
  readonly #findings: Findings;
  #aliases: ReadonlyMap<string, string> | undefined;

  /** `schemas`: those of the document itself, which lie at `home`. */
  constructor(home: string, top: Spot, schemas: JsonObject, references: References, findings: Findings) {
    this.#home = home;
    this.#top = top;
    this.#schemas = schemas;
    this.#taken = new Set(Object.keys(schemas));
    this.#references = references;
    this.#findings = findings;
  }

  /** The `$ref` by which the result refers to what `reference` means; undefined where it leads nowhere, which is noted. */
  refTo(reference: string, spot: Spot): string | undefined {
    const target = this.#resolve(reference, spot);
    return target === undefined ? undefined : `#${this.#home}/${this.#nameOf(target)}`;
  }

  /** Follows schemas that are nothing but a reference. */
  #resolve(reference: string, from: Spot): Target | undefined {
    let target = this.#references.resolve(reference, from);
    const seen = new Set<JsonValue>();
    while (target !== undefined && isAlias(target.value)) {
      if (seen.has(target.value)) {
        this.#findings.mistake(
          from,
          `the reference '${reference}' leads back to itself and to no schema; write out what it means`,
        );
        return undefined;
      }
      seen.add(target.value);
      this.#findings.change('alias', target.spot);
      target = this.#references.resolve(own(target.value, '$ref') as string, target.spot);
    }
    return target;
  }

  #nameOf({ value, spot }: Target): string {
    const key = keyOfSpot(spot);
    const known = this.#byKey.get(key);
    if (known !== undefined) return known;
    const name = this.#newName(spot);
    this.#byKey.set(key, name);
    this.met.push({ name, value, spot });
    return name;
  }

  #newName(spot: Spot): string {
    const own = this.#ownName(spot);
    const alias = own ?? this.#aliasOf(spot);
    if (alias !== undefined && isAllowed(alias)) {
      if (own === undefined) this.#findings.change('bundled', spot, alias);
      return alias;
    }
    const proposed = (alias ?? proposedName(spot)).replaceAll(/[^A-Za-z0-9._-]+/g, '_').replaceAll(/^_+|_+$/g, '');
    const base = proposed === '' ? 'schema' : proposed;
    let name = base;
    for (let number = 2; this.#taken.has(name); number += 1) name = `${base}_${number}`;
    this.#taken.add(name);
    this.#findings.change(own === undefined ? 'bundled' : 'schema-name', spot, name);
    return name;
  }

  /** `Pet: { $ref: pet.yaml }` among the document's own schemas gives that file this name, wherever else it is used. */
  #aliasOf(spot: Spot): string | undefined {
    this.#aliases ??= this.#findAliases();
    return this.#aliases.get(keyOfSpot(spot));
  }

  #findAliases(): ReadonlyMap<string, string> {
    const aliases = new Map<string, string>();
    for (const [name, value] of Object.entries(this.#schemas)) {
      const key = isAlias(value) ? this.#references.keyOf(own(value, '$ref') as string, this.#top) : undefined;
      if (key !== undefined && !key.startsWith(`${this.#top.document.url}#`) && !aliases.has(key))
        aliases.set(key, name);
    }
    return aliases;
  }

  /** The name that a schema has among the document's own. */
  #ownName({ document, pointer }: Spot): string | undefined {
    if (document !== this.#top.document || !pointer.startsWith(`${this.#home}/`)) return undefined;
    const [name, ...deeper] = stepsOf(pointer.slice(this.#home.length)) ?? [];
    return deeper.length === 0 ? name : undefined;
  }
}

function isAllowed(name: string): boolean {
  return /^[A-Za-z0-9._-]+$/.test(name);
}

function isAlias(value: JsonValue): value is JsonObject {
  return isObject(value) && typeof own(value, '$ref') === 'string' && Object.keys(value).length === 1;
}

/** The last words of the way to a schema that say something; the file's name for a whole file. */
function proposedName({ document, pointer }: Spot): string {
  const words = (stepsOf(pointer) ?? []).filter((step) => !FILLERS.has(step));
  if (words.length > 0) return words.slice(pointer.includes('/paths/') ? -4 : -2).join('_');
  return decodeURIComponent(new URL(document.url).pathname.split('/').at(-1) ?? '').replace(/\.(?:json|ya?ml)$/i, '');
}

const FILLERS = new Set([
  ...['components', 'schemas', 'definitions', '$defs', 'properties', 'items', 'allOf', 'anyOf', 'oneOf', 'paths'],
  ...['content', 'schema', 'responses', 'parameters', 'application/json'],
]);
