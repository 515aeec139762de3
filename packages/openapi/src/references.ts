import type { SourceDocument } from './document.ts';
import type { Findings, Spot } from './findings.ts';
import { at, below, isObject, own, type JsonValue } from './json.ts';

/** What a reference leads to. */
export interface Target {
  readonly value: JsonValue;
  readonly spot: Spot;
}

/** A document that a reference needs and that is not read yet. */
export interface Wanted {
  readonly url: string;
  /** The reference that wants it first. */
  readonly spot: Spot;
  readonly reference: string;
}

/** One key for one place, however it is referred to. */
export function keyOfSpot({ document, pointer }: Spot): string {
  return `${document.url}#${pointer}`;
}

/** Resolves references between documents; what is not read yet is noted, and the run repeated with it. */
export class References {
  readonly wanted = new Map<string, Wanted>();
  readonly #documents: ReadonlyMap<string, SourceDocument>;
  readonly #findings: Findings;
  readonly #named = new Map<SourceDocument, ReadonlyMap<string, Spot>>();

  constructor(documents: ReadonlyMap<string, SourceDocument>, findings: Findings) {
    this.#documents = documents;
    this.#findings = findings;
  }

  /** Follows one reference; undefined where it leads nowhere (a mistake is noted) or to a document that is not read yet. */
  resolve(reference: string, from: Spot): Target | undefined {
    if (reference.startsWith('#/') && from.base === from.document.url) {
      return this.#inside(from.document, reference.slice(1), reference, from);
    }
    const url = this.#url(reference, from);
    if (url === undefined) return undefined;
    const fragment = url.hash.slice(1);
    url.hash = '';
    const identified = this.#identified(url.href);
    if (identified !== undefined && identified.spot.pointer !== '') {
      return this.#inside(identified.spot.document, identified.spot.pointer + fragment, reference, from);
    }
    const document = this.#documents.get(url.href);
    if (document !== undefined) return this.#inside(document, fragment, reference, from);
    this.#want(url, reference, from);
    return undefined;
  }

  /** What a reference leads to, as a key; nothing is noted where that is not known. */
  keyOf(reference: string, from: Spot): string | undefined {
    if (!URL.canParse(reference, from.base)) return undefined;
    const url = new URL(reference, from.base);
    const fragment = decodeFragment(url.hash.slice(1));
    url.hash = '';
    const document = this.#documents.get(url.href);
    return document === undefined ? undefined : keyOfSpot({ document, base: document.url, pointer: fragment });
  }

  #url(reference: string, from: Spot): URL | undefined {
    try {
      return new URL(reference, from.base);
    } catch {
      this.#findings.mistake(
        from,
        `the reference '${reference}' is no address; write a relative path, an https URL or '#/…'`,
      );
      return undefined;
    }
  }

  #want(url: URL, reference: string, from: Spot): void {
    const isLocal = from.document.url.startsWith('file:');
    if (url.protocol === 'https:' || (url.protocol === 'file:' && isLocal)) {
      if (!this.wanted.has(url.href)) this.wanted.set(url.href, { url: url.href, spot: from, reference });
      return;
    }
    const why =
      url.protocol === 'file:'
        ? 'a document from the network may not read files of this machine'
        : 'only files beside a file and https addresses are read';
    this.#findings.mistake(from, `the reference '${reference}' leads to ${url.protocol}, and ${why}`);
  }

  #inside(document: SourceDocument, fragment: string, reference: string, from: Spot): Target | undefined {
    const pointer = decodeFragment(fragment);
    const named = fragment === '' || fragment.startsWith('/') ? undefined : this.#names(document).get(`#${pointer}`);
    const target = named?.pointer ?? pointer;
    const value =
      named === undefined && target !== '' && !target.startsWith('/') ? undefined : at(document.root, target);
    if (value !== undefined)
      return { value, spot: { document, base: this.#baseOf(document, target), pointer: target } };
    this.#findings.mistake(from, `the reference '${reference}' leads to nothing; correct it, or add what it means`);
    return undefined;
  }

  /** The base inside a document: its own address, unless a schema above names itself by `$id`. */
  #baseOf(document: SourceDocument, pointer: string): string {
    let best: Spot | undefined;
    for (const [id, spot] of this.#names(document)) {
      const inside = pointer === spot.pointer || pointer.startsWith(`${spot.pointer}/`);
      if (!id.startsWith('#') && spot.pointer !== '' && inside && spot.pointer.length > (best?.pointer.length ?? -1))
        best = spot;
    }
    return best?.base ?? document.url;
  }

  #identified(url: string): { readonly spot: Spot } | undefined {
    for (const document of this.#documents.values()) {
      const spot = this.#names(document).get(url);
      if (spot !== undefined) return { spot };
    }
    return undefined;
  }

  /** Schemas by their `$id` (an address) and their anchors (`#name`). Looked for only where the text has such words at all. */
  #names(document: SourceDocument): ReadonlyMap<string, Spot> {
    const known = this.#named.get(document);
    if (known !== undefined) return known;
    const names = new Map<string, Spot>();
    this.#named.set(document, names);
    if (document.text !== undefined && /\$(?:id|anchor|dynamicAnchor)\b/.test(document.text)) {
      collectNames(document.root, { document, base: document.url, pointer: '' }, names);
    }
    return names;
  }
}

function collectNames(value: JsonValue, spot: Spot, names: Map<string, Spot>): void {
  if (Array.isArray(value)) {
    value.forEach((member, index) => {
      collectNames(member, { ...spot, pointer: below(spot.pointer, index) }, names);
    });
  }
  if (!isObject(value)) return;
  const id = own(value, '$id');
  const base =
    typeof id === 'string' && URL.canParse(id, spot.base) ? new URL(id, spot.base).href.replace(/#$/, '') : spot.base;
  const here = { ...spot, base };
  if (base !== spot.base) names.set(base, here);
  for (const key of ['$anchor', '$dynamicAnchor']) {
    const anchor = own(value, key);
    if (typeof anchor === 'string' && !names.has(`#${anchor}`)) names.set(`#${anchor}`, here);
  }
  for (const [key, member] of Object.entries(value))
    collectNames(member, { ...here, pointer: below(spot.pointer, key) }, names);
}

function decodeFragment(fragment: string): string {
  try {
    return decodeURIComponent(fragment);
  } catch {
    return fragment;
  }
}
