import type { FunctionCall, ReferenceRequest, SymbolInfo } from '../context.ts';
import { ExpressionError } from '../errors.ts';
import { call as callExpression } from '../expression/ast.ts';
import { type Foreseen, Symbolic, type Value, isKnown, toExpression, toJson } from '../expression/value.ts';
import type { Json } from '../json.ts';
import { stringAt } from './arguments.ts';
import { type ArmFunction, type FunctionTable, special } from './registry.ts';

/** Functions that ask Azure while the deployment runs. */
export const referenceFunctions: FunctionTable = {
  reference: special(1, 3, reference),
  references: special(1, 2, references),
  providers: special(1, 2, other),
  pickZones: special(3, 5, other),
  toLogicalZone: special(3, 3, other),
  toLogicalZones: special(3, 3, other),
  toPhysicalZone: special(3, 3, other),
  toPhysicalZones: special(3, 3, other),
};

/** `listKeys`, `listSecrets`, …: any name that begins with `list`. */
export const listFunction: ArmFunction = special(2, 3, list);

function reference(call: FunctionCall): Value {
  refuseAtStart(call);
  const args = call.args.map((argument) => call.evaluate(argument));
  const target = findTarget(args[0] ?? null, call);
  const apiVersion = args.slice(1).find((argument) => !isFull(argument));
  const full = args.slice(1).some(isFull);
  if (call.context.runtime === 'symbolic') return symbolicReference(call.name, target, args);
  return answer(call, target, args[0] ?? null, apiVersion, full);
}

/** `references('loop')`: the properties of every resource of a copy loop. */
function references(call: FunctionCall): Value {
  refuseAtStart(call);
  const args = call.args.map((argument) => call.evaluate(argument));
  const found = call.context.scope.symbol(stringAt(args, 0, call));
  if (found === undefined || !Array.isArray(found)) {
    throw new ExpressionError(`The template function '${call.name}' expects the symbolic name of a resource loop.`);
  }
  const full = args.slice(1).some(isFull);
  return (found as readonly SymbolInfo[]).map((target) => {
    if (call.context.runtime === 'symbolic')
      return symbolicReference('reference', target, [target.key, ...args.slice(1)]);
    return answer(call, target, null, undefined, full);
  });
}

function list(call: FunctionCall): Value {
  refuseAtStart(call);
  const args = call.args.map((argument) => call.evaluate(argument));
  const target = findTarget(args[0] ?? null, call);
  const id = target?.id ?? args[0] ?? null;
  if (call.context.runtime === 'symbolic') {
    return new Symbolic(callExpression(call.name, toExpression(id), ...args.slice(1).map(toExpression)));
  }
  if (call.context.runtime === 'none') throw atStart(call);
  const body = args[2] === undefined ? {} : { body: toJson(args[2]) };
  return call.context.runtime.list({
    functionName: call.name,
    id: stringAt([id], 0, call),
    apiVersion: stringAt(args, 1, call),
    ...body,
  });
}

function other(call: FunctionCall): Value {
  const args = call.args.map((argument) => call.evaluate(argument));
  const { lookup } = call.context.scope.deployment;
  if (lookup !== undefined && args.every(isKnown)) return lookup(call.name, args);
  if (call.context.runtime === 'symbolic') return new Symbolic(callExpression(call.name, ...args.map(toExpression)));
  throw new ExpressionError(`The template function '${call.name}' is not supported here.`);
}

function findTarget(name: Value, call: FunctionCall): SymbolInfo | undefined {
  if (typeof name !== 'string') return undefined;
  const symbol = call.context.scope.symbol(name);
  if (symbol !== undefined) {
    if (!Array.isArray(symbol)) return symbol as SymbolInfo;
    throw new ExpressionError(
      `The template reference '${name}' names a resource loop: use '${name}[index]' or 'references'.`,
    );
  }
  return call.context.scope.resourceByIdOrName(name);
}

/** The call with its target's absolute id and API version put in, as the engine prints it. */
function symbolicReference(name: string, target: SymbolInfo | undefined, args: readonly Value[]): Value {
  if (target?.id === undefined) return new Symbolic(callExpression(name, ...args.map(toExpression)));
  const rest = args.slice(1);
  const written = rest.find((argument) => !isFull(argument));
  const all = [target.id, ...(written === undefined ? [target.apiVersion ?? null] : []), ...rest];
  const call = callExpression(name, ...all.map(toExpression));
  if (written !== undefined && written !== target.apiVersion) return new Symbolic(call);
  return new Symbolic(call, rest.some(isFull) ? wholeResource(target.foreseen) : target.foreseen);
}

/** Of a whole resource the engine foresees the properties alone, under this very name. */
function wholeResource(properties: Foreseen | undefined): Foreseen | undefined {
  if (properties === undefined) return undefined;
  const value = (): Value | undefined => {
    const known = properties.value();
    return known === undefined ? undefined : { Properties: known };
  };
  return { value, replacesLeaves: properties.replacesLeaves };
}

function answer(
  call: FunctionCall,
  target: SymbolInfo | undefined,
  written: Value,
  version: Value | undefined,
  full: boolean,
): Json {
  const { runtime } = call.context;
  if (runtime === 'symbolic' || runtime === 'none') throw atStart(call);
  const id = target === undefined ? written : target.id;
  if (target === undefined && !(typeof id === 'string' && id.startsWith('/'))) {
    throw new ExpressionError(
      `The template reference '${typeof written === 'string' ? written : ''}' is not valid: could not find template resource or resource copy with this name. Please see https://aka.ms/arm-function-reference for usage details.`,
    );
  }
  const apiVersion = version ?? target?.apiVersion;
  const request: ReferenceRequest = {
    full,
    nullIfNotFound: target?.nullIfNotFound ?? false,
    ...(id === undefined ? {} : { id: stringAt([id], 0, call) }),
    ...(target === undefined ? {} : { key: target.key }),
    ...(typeof apiVersion === 'string' ? { apiVersion } : {}),
  };
  return runtime.reference(request);
}

function isFull(argument: Value): boolean {
  return typeof argument === 'string' && argument.toLowerCase() === 'full';
}

function refuseAtStart(call: FunctionCall): void {
  if (!call.context.allowReference) throw atStart(call);
}

function atStart(call: FunctionCall): ExpressionError {
  return new ExpressionError(
    `The template function '${call.name}' is not expected at this location. Please see https://aka.ms/arm-functions for usage details.`,
  );
}
