import type { EvaluationContext, FunctionCall, UserFunction } from '../context.ts';
import { ExpressionError, ShortCircuitError } from '../errors.ts';
import { findFunction } from '../functions/index.ts';
import { checkArity } from '../functions/registry.ts';
import type { Json } from '../json.ts';
import { findKey, isArray, isObject, setOwn } from '../json.ts';
import type { CallExpression, Expression } from './ast.ts';
import { isExpression, parseTemplateString, unescape } from './parser.ts';
import { Symbolic, type Value, isValueArray, isValueObject, toExpression, toJson, typeName } from './value.ts';

/** Evaluates an expression; parts that only a running deployment can know come back symbolic. */
export function evaluate(expression: Expression, context: EvaluationContext): Value {
  const value = evaluateStep(expression, context);
  return value instanceof Symbolic ? value.settle() : value;
}

/** Like `evaluate`, but a resource's reference stays one, so that its properties can be accessed. */
function evaluateStep(expression: Expression, context: EvaluationContext): Value {
  switch (expression.kind) {
    case 'literal':
      return expression.value;
    case 'call':
      return evaluateCall(expression, context);
    case 'property':
      return accessProperty(evaluateStep(expression.target, context), evaluate(expression.key, context));
  }
}

function evaluateCall(expression: CallExpression, context: EvaluationContext): Value {
  const user = context.scope.userFunction(expression.name);
  if (user !== undefined) return callUserFunction(expression, user, context);
  const definition = findFunction(expression.name);
  if (definition === undefined) {
    throw new ExpressionError(
      `The template function '${expression.name}' is not valid. Please see https://aka.ms/arm-functions for usage details.`,
    );
  }
  checkArity(expression.name, definition, expression.args.length);
  const functionCall: FunctionCall = {
    name: expression.name,
    args: expression.args,
    context,
    evaluate: (argument, inner = context) => evaluate(argument, inner),
  };
  if ('lazily' in definition) return definition.lazily(functionCall);
  const args = expression.args.map((argument) => evaluate(argument, context));
  const value = definition.partly(args, functionCall);
  return value === undefined
    ? new Symbolic({ kind: 'call', name: expression.name, args: args.map(toExpression) })
    : value;
}

function callUserFunction(expression: CallExpression, user: UserFunction, context: EvaluationContext): Value {
  checkArity(expression.name, { min: user.parameters.length, max: user.parameters.length }, expression.args.length);
  const values = new Map<string, Value>();
  user.parameters.forEach((name, index) => {
    const argument = expression.args[index];
    if (argument !== undefined) values.set(name.toLowerCase(), evaluate(argument, context));
  });
  const parameter = (name: string): Value => {
    const value = values.get(name.toLowerCase());
    if (value === undefined) {
      throw new ExpressionError(`The template function '${expression.name}' has no parameter '${name}'.`);
    }
    return value;
  };
  return evaluateTree(user.output, {
    ...context,
    lambda: new Map(),
    copies: [],
    scope: { ...bindScope(context), parameter },
  });
}

function bindScope({ scope }: EvaluationContext): EvaluationContext['scope'] {
  return {
    deployment: scope.deployment,
    deploymentProperties: scope.deploymentProperties,
    parameter: (name) => scope.parameter(name),
    variable: (name) => scope.variable(name),
    userFunction: (name) => scope.userFunction(name),
    symbol: (name) => scope.symbol(name),
    resourceByIdOrName: (idOrName) => scope.resourceByIdOrName(idOrName),
  };
}

/** `target.key` and `target[key]`: property names without regard to case, array indexes from 0. */
function accessProperty(target: Value, key: Value): Value {
  if (target instanceof Symbolic) return target.access(key);
  if (key instanceof Symbolic)
    return new Symbolic({ kind: 'property', target: toExpression(target), key: key.expression });
  if (isValueArray(target)) return elementAt(target, key);
  if (!isValueObject(target)) {
    throw new ExpressionError(
      `The language expression property '${describeKey(key)}' can't be evaluated, property '${describeKey(key)}' can't be selected on a value of type '${typeName(target)}'.`,
    );
  }
  if (typeof key !== 'string') {
    throw new ExpressionError(
      `The language expression property '${describeKey(key)}' can't be evaluated, an object is indexed by a string.`,
    );
  }
  const found = findKey(target, key);
  const value = found === undefined ? undefined : target[found];
  if (value === undefined) {
    const available = Object.keys(target).join(', ');
    throw new ExpressionError(
      `The language expression property '${key}' doesn't exist, available properties are '${available}'.`,
    );
  }
  return value;
}

function elementAt(target: readonly Value[], key: Value): Value {
  if (typeof key !== 'number') {
    throw new ExpressionError(
      `The language expression property '${describeKey(key)}' can't be evaluated, property name must be an integer.`,
    );
  }
  const value = target[key];
  if (value === undefined) {
    throw new ExpressionError(`The language expression property array index '${String(key)}' is out of bounds.`);
  }
  return value;
}

function describeKey(key: Value): string {
  return typeof key === 'string' ? key : JSON.stringify(key);
}

/** Evaluates every expression in a JSON tree: values, property names, and `copy` loops of properties. */
export function evaluateTree(tree: Json, context: EvaluationContext): Value {
  if (typeof tree === 'string') {
    return isExpression(tree) ? evaluate(parseTemplateString(tree), context) : unescape(tree);
  }
  if (isArray(tree)) return tree.map((item) => evaluateTree(item, context));
  if (!isObject(tree)) return tree;
  const result: Record<string, Value> = {};
  for (const [key, item] of Object.entries(tree)) {
    if (key.toLowerCase() === 'copy' && isPropertyCopy(item)) expandPropertyCopies(item, context, result);
    else setOwn(result, evaluateKey(key, context), evaluateTree(item, context));
  }
  return result;
}

function evaluateKey(key: string, context: EvaluationContext): string {
  if (!isExpression(key)) return unescape(key);
  const value = evaluate(parseTemplateString(key), context);
  if (typeof value === 'string') return value;
  return `[${printKey(value)}]`;
}

function printKey(value: Value): string {
  if (value instanceof Symbolic) return value.print();
  throw new ExpressionError(`A property name must be a string; this one is of type '${typeName(value)}'.`);
}

function isPropertyCopy(item: Json): item is readonly Json[] {
  return isArray(item) && item.length > 0 && item.every((loop) => isObject(loop) && 'name' in loop && 'count' in loop);
}

function expandPropertyCopies(loops: readonly Json[], context: EvaluationContext, into: Record<string, Value>): void {
  for (const loop of loops) {
    if (!isObject(loop)) continue;
    const name = toJson(evaluateTree(loop['name'] ?? null, context));
    if (typeof name !== 'string') throw new ExpressionError('The name of a copy loop must be a string.');
    const count = readCount(loop['count'] ?? null, name, context);
    const input = loop['input'] ?? null;
    const items: Value[] = [];
    for (let index = 0; index < count; index += 1) {
      items.push(evaluateTree(input, { ...context, copies: [...context.copies, { name, index, ofProperty: true }] }));
    }
    setOwn(into, name, items);
  }
}

/** The count of a copy loop: 0 to 800. Throws `ShortCircuitError` when it is known at run time only. */
export function readCount(source: Json, name: string, context: EvaluationContext): number {
  const count = evaluateTree(source, context);
  if (typeof count === 'number' && Number.isInteger(count) && count >= 0 && count <= 800) return count;
  const shown = count instanceof Symbolic ? `[${count.print()}]` : JSON.stringify(count);
  const message = `The template 'copy' definition '${name}' has an invalid copy count of: '${shown}'. The copy count must be a non-negative integer value and cannot exceed '800'. Please see https://aka.ms/arm-resource-loops for usage details.`;
  if (count instanceof Symbolic) throw new ShortCircuitError('InvalidTemplate', message);
  throw new ExpressionError(message);
}
