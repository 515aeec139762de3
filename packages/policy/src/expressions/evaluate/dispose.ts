import { HashObject } from '../values/objects.ts';
import type { Value } from '../values/value.ts';

/** What `using` does in the end. A hash that was disposed of cannot be used again. */
export function dispose(value: Value): void {
  if (value instanceof HashObject) value.isDisposed = true;
}
