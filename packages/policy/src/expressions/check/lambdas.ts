import { startOf } from '../parse/expressions.ts';
import { ExpressionError, mistake, type Expression, type Statement } from '../syntax.ts';
import { invokeOf } from '../types/inference.ts';
import { isDelegate, isSame, UNKNOWN, VOID, type NetType } from '../types/net-type.ts';
import type { Binder, Returns } from './binder.ts';
import type { Bound } from './bound.ts';
import { bestType } from './best-type.ts';
import { canComplete, checkFlow } from './flow.ts';
import { converts } from './implicit.ts';
import { resolveType } from './resolve-type.ts';
import { bindStatement } from './statements.ts';

type Lambda = Expression & { readonly kind: 'lambda' };
type Signature = ReturnType<typeof invokeOf>;

/** What a lambda gives for parameters of certain types. */
export interface LambdaResult {
  /** The values that it returns; undefined where the body has a mistake. */
  readonly values: readonly Bound[] | undefined;
  readonly isVoid: boolean;
  readonly error: ExpressionError | undefined;
  /** Whether the body is one expression that may also stand as a statement. */
  readonly mayBeStatement: boolean;
}

function asLambda(expression: Expression): Lambda | undefined {
  if (expression.kind === 'parenthesized') return asLambda(expression.inner);
  return expression.kind === 'lambda' ? expression : undefined;
}

export function isStatementBody(body: Expression | Statement): body is Statement {
  return body.kind === 'block';
}

/** Whether the lambda has that many parameters; `delegate { … }` takes any number. */
export function takes(expression: Expression, count: number): boolean {
  const lambda = asLambda(expression);
  if (lambda === undefined) return false;
  return lambda.parameters.length === count || (lambda.parameters.length === 0 && lambda.arrow === lambda.at);
}

/** The types that are written at the parameters. */
export function explicitTypes(expression: Expression): readonly NetType[] | undefined {
  const lambda = asLambda(expression);
  const types = lambda?.parameters.map(({ type }) => (type === undefined ? undefined : resolveType(type)));
  return types !== undefined && types.length > 0 && types.every((type) => type !== undefined) ? types : undefined;
}

/** Tries the lambda with parameters of these types; nothing is kept. */
export function tryLambda(binder: Binder, expression: Expression, parameters: readonly NetType[]): LambdaResult {
  const lambda = asLambda(expression);
  if (lambda === undefined) return { values: undefined, isVoid: false, error: undefined, mayBeStatement: false };
  const key = `${binder.locals.path}|${parameters.map(({ text }) => text).join(';')}`;
  const known = binder.lambdas.get(lambda) ?? new Map<string, LambdaResult>();
  binder.lambdas.set(lambda, known);
  const result = known.get(key) ?? binder.try(() => attempt(binder, lambda, parameters));
  known.set(key, result);
  return result;
}

function attempt(binder: Binder, lambda: Lambda, parameters: readonly NetType[]): LambdaResult {
  const mayBeStatement = !isStatementBody(lambda.body) && isStatementExpression(lambda.body);
  try {
    const returns = bindLambda(binder, lambda, parameters, undefined, false);
    return { values: returns.values, isVoid: returns.values.length === 0, error: undefined, mayBeStatement };
  } catch (error) {
    if (!(error instanceof ExpressionError)) throw error;
    return { values: undefined, isVoid: false, error, mayBeStatement };
  }
}

function isStatementExpression(expression: Expression): boolean {
  if (expression.kind === 'conditional-access') return isStatementExpression(expression.then);
  return ['assign', 'call', 'increment', 'new'].includes(expression.kind);
}

/** The type that a lambda returns; undefined where it returns nothing or it does not follow. */
export function returnTypeOf(
  binder: Binder,
  expression: Expression,
  parameters: readonly NetType[],
): NetType | undefined {
  const { values, error } = tryLambda(binder, expression, parameters);
  if (error !== undefined) return UNKNOWN;
  return values === undefined || values.length === 0 ? undefined : bestType(binder, values);
}

/** Whether the lambda fits the delegate. A mistake inside of it is no reason why not: it is shown for what it is. */
export function lambdaConverts(binder: Binder, expression: Expression, target: NetType): boolean {
  const lambda = asLambda(expression);
  if (lambda === undefined || !isDelegate(target)) return false;
  const { parameters, result } = invokeOf(target);
  const explicit = explicitTypes(lambda);
  if (!takes(lambda, parameters.length)) return false;
  if (explicit !== undefined && !explicit.every((type, index) => isSame(type, parameters[index] ?? type))) return false;
  const tried = tryLambda(binder, lambda, parameters);
  if (tried.error !== undefined) return true;
  const values = tried.values ?? [];
  if (result === VOID) return values.length === 0 || tried.mayBeStatement;
  const throwsOnly = isStatementBody(lambda.body) && !canComplete(lambda.body);
  if (values.length === 0) return throwsOnly;
  return values.every((value) => value.type !== VOID && converts(binder, value, result));
}

/** Binds the lambda for good. */
export function commitLambda(binder: Binder, expression: Expression, { parameters, result }: Signature): void {
  const lambda = asLambda(expression);
  if (lambda === undefined) return;
  bindLambda(binder, lambda, parameters, result === VOID ? undefined : result, result === VOID);
  if (result !== VOID && isStatementBody(lambda.body) && canComplete(lambda.body))
    throw mistake(
      'CS1643',
      lambda.arrow,
      `Not all code paths return a value in lambda expression of type '${result.text}'`,
    );
}

function bindLambda(
  binder: Binder,
  lambda: Lambda,
  parameters: readonly NetType[],
  expected: NetType | undefined,
  isVoid: boolean,
): Returns {
  const returns: Returns = { expected, values: [], hasEmpty: false, isVoid };
  const before = [binder.returns, binder.conditional] as const;
  binder.returns = returns;
  const path = `${binder.locals.path}/${lambda.at}(${parameters.map(({ text }) => text).join(';')})`;
  try {
    binder.scoped(() => {
      declareParameters(binder, lambda, parameters);
      bindLambdaBody(binder, lambda, returns);
    }, path);
  } finally {
    [binder.returns, binder.conditional] = before;
  }
  return returns;
}

function bindLambdaBody(binder: Binder, { body }: Lambda, returns: Returns): void {
  if (isStatementBody(body)) {
    bindStatement(binder, body);
    checkFlow(body);
    return;
  }
  const value = binder.value(body);
  if (returns.expected !== undefined) binder.coerce(value, returns.expected);
  if (value.type !== VOID) returns.values.push(value);
}

function declareParameters(binder: Binder, lambda: Lambda, types: readonly NetType[]): void {
  for (const [index, parameter] of lambda.parameters.entries()) {
    const type = parameter.type === undefined ? (types[index] ?? UNKNOWN) : resolveType(parameter.type);
    if (parameter.spread === undefined) {
      binder.locals.declare({ name: parameter.name, type, kind: 'parameter' }, parameter.at);
      continue;
    }
    for (const name of parameter.spread) {
      const member = type.kind === 'anonymous' ? type.members.find(([each]) => each === name)?.[1] : undefined;
      binder.locals.declare({ name, type: member ?? UNKNOWN, kind: 'range' }, parameter.at);
    }
  }
}

/** Why a lambda does not fit. */
export function lambdaError(binder: Binder, expression: Expression, target: NetType): ExpressionError {
  const lambda = asLambda(expression);
  const at = lambda?.arrow ?? startOf(expression);
  if (!isDelegate(target) || lambda === undefined)
    return mistake(
      'CS1660',
      at,
      `Cannot convert lambda expression to type '${target.text}' because it is not a delegate type`,
    );
  const { parameters, result } = invokeOf(target);
  if (!takes(lambda, parameters.length))
    return mistake('CS1593', at, `Delegate '${target.text}' does not take ${lambda.parameters.length} arguments`);
  const tried = tryLambda(binder, lambda, parameters);
  const wrong = tried.values?.find((value) => !converts(binder, value, result));
  if (result !== VOID && isStatementBody(lambda.body) && tried.values?.length === 0)
    return mistake('CS1643', at, `Not all code paths return a value in lambda expression of type '${target.text}'`);
  if (result === VOID && !tried.mayBeStatement)
    return mistake(
      'CS0201',
      startOfBody(lambda),
      'Only assignment, call, increment, decrement, await, and new object expressions can be used as a statement',
    );
  if (wrong === undefined)
    return mistake(
      'CS1661',
      at,
      `Cannot convert lambda expression to type '${target.text}' because the parameter types do not match the delegate parameter types`,
    );
  try {
    binder.coerce(wrong, result);
  } catch (error) {
    if (error instanceof ExpressionError) return error;
    throw error;
  }
  return mistake(
    'CS1662',
    at,
    'Cannot convert lambda expression to intended delegate type because some of the return types in the block are not implicitly convertible to the delegate return type',
  );
}

function startOfBody({ body }: Lambda): number {
  return isStatementBody(body) ? body.at : startOf(body);
}
