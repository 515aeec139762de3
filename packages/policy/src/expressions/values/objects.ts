import { EnumerableObject } from './collections.ts';
import { NetException, NetObject, type Value } from './value.ts';

export class Guid extends NetObject {
  readonly netType = 'System.Guid';
  /** Lower case with hyphens. */
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  get equalityKey(): string {
    return this.text;
  }
}

/** Reads any of Guid.Parse's common forms, or undefined. */
export function parseGuid(text: string): Guid | undefined {
  const hex = text.trim().replace(/^[{(](.*)[})]$/, '$1');
  if (!/^[0-9a-f]{8}(-?)[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{4}\1[0-9a-f]{12}$/i.test(hex)) return undefined;
  const compact = hex.replaceAll('-', '').toLowerCase();
  return new Guid(compact.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'));
}

export class StringBuilder extends NetObject {
  readonly netType = 'System.Text.StringBuilder';
  text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }
}

/** `System.Uri`. */
export class UriObject extends NetObject {
  readonly netType = 'System.Uri';
  readonly url: URL;
  readonly original: string;

  constructor(original: string) {
    super();
    if (!URL.canParse(original)) {
      throw new NetException('UriFormatException', 'Invalid URI: The format of the URI could not be determined.');
    }
    this.original = original;
    this.url = new URL(original);
  }

  get equalityKey(): string {
    return this.url.href;
  }
}

export class RegexObject extends NetObject {
  readonly netType = 'System.Text.RegularExpressions.Regex';
  readonly pattern: RegExp;

  constructor(pattern: RegExp) {
    super();
    this.pattern = pattern;
  }
}

/** A `Match`, a `Group` of it, or a `Capture`. */
export class MatchObject extends NetObject {
  readonly kind: 'Match' | 'Group';
  readonly text: string;
  readonly index: number;
  readonly success: boolean;
  readonly groups: ReadonlyMap<string, MatchObject>;

  constructor(
    kind: 'Match' | 'Group',
    text: string | undefined,
    index: number,
    groups: ReadonlyMap<string, MatchObject>,
  ) {
    super();
    this.kind = kind;
    this.text = text ?? '';
    this.index = text === undefined ? 0 : index;
    this.success = text !== undefined;
    this.groups = groups;
  }

  get netType(): string {
    return `System.Text.RegularExpressions.${this.kind}`;
  }
}

/** `Match.Groups` and `Regex.Matches`: a list that also answers to names. */
export class MatchCollection extends EnumerableObject {
  readonly netType = 'System.Text.RegularExpressions.MatchCollection';
  readonly named: ReadonlyMap<string, MatchObject>;

  constructor(named: ReadonlyMap<string, MatchObject>) {
    super();
    this.named = named;
  }

  override items(): Iterable<Value> {
    return this.named.values();
  }
}

export class EncodingObject extends NetObject {
  readonly netType = 'System.Text.Encoding';
  readonly encoding: 'utf8' | 'ascii' | 'utf16le' | 'latin1';

  constructor(encoding: 'utf8' | 'ascii' | 'utf16le' | 'latin1') {
    super();
    this.encoding = encoding;
  }
}

/** `HMACSHA256`, `SHA256`, …: hashes what ComputeHash is given. */
export class HashObject extends NetObject {
  readonly netType: string;
  readonly algorithm: string;
  readonly key: Buffer | undefined;
  isDisposed = false;

  constructor(netType: string, algorithm: string, key: Buffer | undefined) {
    super();
    this.netType = netType;
    this.algorithm = algorithm;
    this.key = key;
  }
}

export class RandomObject extends NetObject {
  readonly netType = 'System.Random';
}

export class StringComparerObject extends NetObject {
  readonly netType = 'System.StringComparer';
  readonly ignoreCase: boolean;

  constructor(ignoreCase: boolean) {
    super();
    this.ignoreCase = ignoreCase;
  }
}

/** `System.Type`, for `typeof` and `GetType()`. */
export class TypeObject extends NetObject {
  readonly netType = 'System.RuntimeType';
  readonly fullName: string;

  constructor(fullName: string) {
    super();
    this.fullName = fullName;
  }

  get equalityKey(): string {
    return this.fullName;
  }
}

/** An object of `context`: a fixed set of read-only members and methods. */
export class Facade extends NetObject {
  readonly netType: string;
  readonly #members: Readonly<Record<string, () => Value>>;
  readonly #methods: Readonly<Record<string, FacadeMethod>>;
  readonly #text: string | undefined;

  constructor(
    netType: string,
    members: Readonly<Record<string, () => Value>>,
    methods: Readonly<Record<string, FacadeMethod>> = {},
    text?: string,
  ) {
    super();
    this.netType = netType;
    this.#members = members;
    this.#methods = methods;
    this.#text = text;
  }

  member(name: string): (() => Value) | undefined {
    return Object.hasOwn(this.#members, name) ? this.#members[name] : undefined;
  }

  method(name: string): FacadeMethod | undefined {
    return Object.hasOwn(this.#methods, name) ? this.#methods[name] : undefined;
  }

  get text(): string {
    return this.#text ?? this.netType;
  }
}

/** A method of a facade: type arguments arrive as names (`As<JObject>`). */
export type FacadeMethod = (
  args: readonly Value[],
  typeArgs: readonly string[],
  named: ReadonlyMap<string, Value>,
) => Value;
