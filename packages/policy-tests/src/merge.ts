import type { Path } from '@lz/config';
import type { Shared } from './test-file.ts';

/** A part of a test file, and where it stands. */
export interface Placed {
  readonly part: Shared;
  readonly path: Path;
}

/** What applies to one request, with the place of each expectation. */
export interface Effective extends Shared {
  /** Path of `expect.KEY`, for each key. */
  readonly places: ReadonlyMap<string, Path>;
}

/**
 * Lays cases over defaults and steps over cases: requests and contexts key by key, each key of `expect` for itself, and
 * answers as a whole, because half an answer of one and half of another would be neither.
 */
export function overlay(parts: readonly Placed[]): Effective {
  let merged: Shared = {};
  const places = new Map<string, Path>();
  for (const { part, path } of parts) {
    merged = {
      ...merged,
      ...part,
      ...(part.request === undefined ? {} : { request: over(merged.request, part.request) }),
      ...(part.context === undefined ? {} : { context: over(merged.context, part.context) }),
      ...(part.expect === undefined ? {} : { expect: { ...merged.expect, ...part.expect } }),
    };
    for (const key of Object.keys(part.expect ?? {})) places.set(key, [...path, 'expect', key]);
  }
  return { ...merged, places };
}

/** What is replaced as a whole, although it may be a map. */
const WHOLE = new Set(['body']);

function over<T extends object>(base: T | undefined, part: T): T {
  const merged: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(part)) {
    const before = merged[key];
    merged[key] = !WHOLE.has(key) && isMap(before) && isMap(value) ? over(before, value) : value;
  }
  return merged as T;
}

function isMap(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
