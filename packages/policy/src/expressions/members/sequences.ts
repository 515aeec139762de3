import { iterate } from '../values/collections.ts';
import { hashKey } from '../values/equality.ts';
import { int } from '../values/number.ts';
import { Lambda, type Value } from '../values/value.ts';
import { argument, lambdaArgument, type Invocation } from './invocation.ts';

/** Keeps what `test` accepts; a lambda of two parameters is given the index too. */
export function* filter(source: Value, test: Lambda): Iterable<Value> {
  let index = 0;
  for (const item of iterate(source)) {
    if (test.invoke(test.arity > 1 ? [item, int(index)] : [item]) === true) yield item;
    index += 1;
  }
}

/** What `select` makes of each; a lambda of two parameters is given the index too. */
export function* project(source: Value, select: Lambda): Iterable<Value> {
  let index = 0;
  for (const item of iterate(source)) {
    yield select.invoke(select.arity > 1 ? [item, int(index)] : [item]);
    index += 1;
  }
}

/** SelectMany: the sequences of all, one after the other. */
export function* flatten(source: Value, call: Invocation): Iterable<Value> {
  const select = lambdaArgument(call, 0);
  const result = argument(call, 1);
  for (const outer of iterate(source)) {
    for (const inner of iterate(select.invoke([outer])))
      yield result instanceof Lambda ? result.invoke([outer, inner]) : inner;
  }
}

/** Each value once, the first of its kind. */
export function* unique(source: Iterable<Value>, ignoreCase: boolean): Iterable<Value> {
  const seen = new Set<string>();
  for (const item of source) {
    const key = item === null ? 'null' : hashKey(item, ignoreCase);
    if (!seen.has(key)) yield item;
    seen.add(key);
  }
}

/** The first `count`, and not one more is asked for. */
export function* take(source: Value, count: number): Iterable<Value> {
  if (count <= 0) return;
  let left = count;
  for (const item of iterate(source)) {
    yield item;
    left -= 1;
    if (left <= 0) return;
  }
}

/** All but the first `count`. */
export function* skip(source: Value, count: number): Iterable<Value> {
  let left = count;
  for (const item of iterate(source)) {
    if (left > 0) left -= 1;
    else yield item;
  }
}

/** TakeWhile (`taking`) or SkipWhile. */
export function* whileTrue(source: Value, test: Lambda, taking: boolean): Iterable<Value> {
  let holds = true;
  for (const item of iterate(source)) {
    holds &&= test.invoke([item]) === true;
    if (holds === taking) yield item;
    else if (taking) return;
  }
}

/** Pairs, as long as both last. */
export function* zip(left: Value, right: Value, join: Lambda): Iterable<Value> {
  const other = iterate(right)[Symbol.iterator]();
  for (const item of iterate(left)) {
    const next = other.next();
    if (next.done === true) return;
    yield join.invoke([item, next.value]);
  }
}
