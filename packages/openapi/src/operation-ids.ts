import type { Findings } from './findings.ts';
import { isNumber, own } from './json.ts';
import { digitsOf } from './numbers.ts';
import type { FoundOperation } from './operations.ts';
import { MAX_NAME, operationName } from './operation-names.ts';

/**
 * An id for every operation of the document, each with a resource name of its own: given ones keep theirs, in their
 * order. Made over the whole document, so that a choice of operations changes no name, and with it no policy's place.
 */
export function operationIds(
  operations: readonly FoundOperation[],
  findings: Findings,
): ReadonlyMap<FoundOperation, string> {
  const taken = new Set<string>();
  const ids = new Map<FoundOperation, string>();
  for (const operation of operations) {
    const given = givenId(operation);
    if (given === undefined) continue;
    const id = unused(given, taken);
    if (id !== given) findings.change('operation-id-taken', operation.spot, `'${given}' → '${id}'`);
    ids.set(operation, id);
  }
  for (const operation of operations) {
    if (ids.has(operation)) continue;
    const id = unused(madeId(operation), taken);
    findings.change('operation-id-missing', operation.spot, `'${id}'`);
    ids.set(operation, id);
  }
  return ids;
}

function givenId({ operation }: FoundOperation): string | undefined {
  const given = own(operation, 'operationId');
  const id = isNumber(given) ? digitsOf(given) : given;
  return typeof id === 'string' && operationName(id) !== '' ? id : undefined;
}

function madeId({ method, path }: FoundOperation): string {
  return `${method}${path.replaceAll(/[^A-Za-z0-9]+/g, '-').replaceAll(/-$/g, '')}`;
}

/** The id itself, or with the first number that makes its name differ within the characters that count. */
function unused(id: string, taken: Set<string>): string {
  let result = id;
  for (let number = 2; taken.has(operationName(result)); number += 1) {
    const suffix = `-${number}`;
    result = `${cut(id, MAX_NAME - suffix.length)}${suffix}`;
  }
  taken.add(operationName(result));
  return result;
}

/** As much of an id as gives a name of at most `length` characters. */
function cut(id: string, length: number): string {
  let result = id;
  while (operationName(result).length > length) result = result.slice(0, -1);
  return result;
}
