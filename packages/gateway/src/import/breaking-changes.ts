import { addressOf, type Bodies, type Contract, type ContractParameter, type OperationContract } from './contract.ts';
import { schemaChanges, type Direction, type SchemaSets } from './schema-changes.ts';

/** One change that breaks callers. */
export interface BreakingChange {
  /** `createChatCompletion (POST /chat/completions)`. */
  readonly operation: string;
  /** What happens, and what a caller must do. */
  readonly what: string;
}

/** What in `after` breaks a caller that keeps to `before`. */
export function breakingChanges(before: Contract, after: Contract): readonly BreakingChange[] {
  const sets = { before: before.schemas, after: after.schemas };
  const byAddress = new Map(after.operations.map((operation) => [addressOf(operation), operation]));
  return before.operations.flatMap((old) => {
    const operation = `${old.name} (${old.method} ${old.urlTemplate})`;
    const now = byAddress.get(addressOf(old));
    const found = now === undefined ? [gone(old, after)] : changesOf(sets, old, now);
    return [...new Set(found)].map((what) => ({ operation, what }));
  });
}

function gone(old: OperationContract, after: Contract): string {
  const moved = after.operations.find(({ name }) => name === old.name);
  return moved === undefined
    ? 'is gone: callers must do without it'
    : `becomes ${moved.method} ${moved.urlTemplate}: callers must call that`;
}

function changesOf(sets: SchemaSets, old: OperationContract, now: OperationContract): readonly string[] {
  return [
    ...parameterChanges(old.parameters, now.parameters),
    ...(now.bodyRequired === true && old.bodyRequired !== true && old.bodies.size === 0
      ? ['needs a body now: callers must send one']
      : []),
    ...bodyChanges(sets, old.bodies, now.bodies, 'request', 'the request'),
    ...[...old.responses].flatMap(([status, bodies]) => responseChanges(sets, status, bodies, now.responses)),
  ];
}

function parameterChanges(
  before: readonly ContractParameter[],
  after: readonly ContractParameter[],
): readonly string[] {
  const find = (all: readonly ContractParameter[], { name, in: place }: ContractParameter) =>
    all.find((one) => one.in === place && one.name.toLowerCase() === name.toLowerCase());
  const lost = before
    .filter((old) => old.in !== 'path' && find(after, old) === undefined)
    .map((old) => `no longer knows the ${titleOf(old)}: callers must not rely on it`);
  const changed = after.flatMap((now) => {
    const old = find(before, now);
    const required = now.required && now.in !== 'path' && old?.required !== true;
    return [
      ...(required ? [`needs the ${titleOf(now)} now: callers must send it`] : []),
      ...(old === undefined ? [] : valueChanges(old, now)),
    ];
  });
  return [...lost, ...changed];
}

function valueChanges(old: ContractParameter, now: ContractParameter): readonly string[] {
  const narrower =
    now.values.length > 0 && (old.values.length === 0 || old.values.some((one) => !now.values.includes(one)));
  const wider = old.type === 'integer' && now.type === 'number';
  const other = old.type !== undefined && now.type !== undefined && old.type !== now.type && !wider;
  return [
    ...(narrower
      ? [`takes only ${now.values.join(', ')} for the ${titleOf(now)}: callers must send one of these`]
      : []),
    ...(other ? [`wants ${now.type} for the ${titleOf(now)}, and no longer ${old.type}: callers must send that`] : []),
  ];
}

function titleOf({ in: place, name }: ContractParameter): string {
  return `${place === 'header' ? 'header' : `${place} parameter`} "${name}"`;
}

/** A status of the document may be a pattern, and `default` stands for all that are not named. */
function responseChanges(
  sets: SchemaSets,
  status: string,
  before: Bodies,
  after: ReadonlyMap<string, Bodies>,
): readonly string[] {
  const now = after.get(status) ?? after.get(`${status.slice(0, 1)}XX`) ?? after.get('default');
  if (now === undefined) return [`no longer answers ${status}: callers must not wait for it`];
  return bodyChanges(sets, before, now, 'response', `the answer ${status}`);
}

function bodyChanges(
  sets: SchemaSets,
  before: Bodies,
  after: Bodies,
  direction: Direction,
  where: string,
): readonly string[] {
  return [...before].flatMap(([type, old]) => {
    if (!after.has(type)) {
      const verb = direction === 'request' ? 'send' : 'read';
      return [`${where} is no longer ${type}: callers must ${verb} ${[...after.keys()].join(' or ') || 'no body'}`];
    }
    const must = direction === 'request' ? 'callers must send it so' : 'callers must read it so';
    return schemaChanges(sets, old, after.get(type), direction).map(
      ({ path, what }) => `${path === '' ? where : `"${path}" of ${where}`} ${what}: ${must}`,
    );
  });
}
