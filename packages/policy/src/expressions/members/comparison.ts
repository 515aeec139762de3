import { compareNumbers, netEquals } from '../values/equality.ts';
import { isNumber } from '../values/number.ts';
import { DateTime, DateTimeOffset, TimeSpan } from '../values/time.ts';
import { Char, NetException, type Value } from '../values/value.ts';
import { JValue } from '../values/json.ts';

/** String.Compare in the invariant culture: letters first by alphabet, lower case before upper. */
export function compareText(left: string, right: string, ignoreCase = false): number {
  const order = left.localeCompare(right, 'en', { sensitivity: ignoreCase ? 'accent' : 'variant', caseFirst: 'lower' });
  return Math.sign(order);
}

/** The default comparer of OrderBy, Min, Max and Sort: null first. */
export function compareValues(left: Value, right: Value): number {
  if (left === null || right === null) return left === right ? 0 : left === null ? -1 : 1;
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  if (typeof left === 'boolean' && typeof right === 'boolean') return Number(left) - Number(right);
  if ((isNumber(left) || left instanceof Char) && (isNumber(right) || right instanceof Char))
    return compareNumbers(left, right);
  if (left instanceof DateTimeOffset && right instanceof DateTimeOffset)
    return compareTicks(left.utcTicks, right.utcTicks);
  if (left instanceof DateTime && right instanceof DateTime) return compareTicks(left.ticks, right.ticks);
  if (left instanceof TimeSpan && right instanceof TimeSpan) return compareTicks(left.ticks, right.ticks);
  if (left instanceof JValue && right instanceof JValue) return compareValues(left.value, right.value);
  if (netEquals(left, right)) return 0;
  throw new NetException('ArgumentException', 'At least one object must implement IComparable.');
}

function compareTicks(left: bigint, right: bigint): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
