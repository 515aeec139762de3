import { implicitConversion } from './conversions.ts';
import {
  hasParameters,
  isDelegate,
  isReferenceType,
  isSame,
  nullableOf,
  substitute,
  type NetType,
} from './net-type.ts';
import { argumentsOf, viewAs } from './supertypes.ts';
import type { Parameter } from './type-definition.ts';

/** An argument as inference sees it. */
export interface InferenceArgument {
  /** Undefined for what has no type: a lambda, `null`. */
  readonly type: NetType | undefined;
  readonly isByReference: boolean;
  /** What a lambda or a method group returns for parameters of these types. */
  returns?(parameters: readonly NetType[]): NetType | undefined;
  /** The types that a lambda writes at its parameters. */
  readonly explicit?: readonly NetType[] | undefined;
}

/** What is known of one type parameter. */
interface Bounds {
  readonly exact: NetType[];
  readonly lower: NetType[];
  readonly upper: NetType[];
}

/** C#'s type inference: the types of the type parameters, or undefined where they do not follow from the arguments. */
export function inferTypes(
  typeParameters: readonly string[],
  pairs: readonly (readonly [InferenceArgument, Parameter['type']])[],
): ReadonlyMap<string, NetType> | undefined {
  const inference = new Inference(typeParameters);
  for (const [argument, type] of pairs) inference.firstPhase(argument, type);
  for (let round = 0; round <= typeParameters.length * 2; round += 1) {
    if (inference.isDone()) return inference.fixed;
    if (!inference.secondPhase(pairs)) return undefined;
  }
  return inference.isDone() ? inference.fixed : undefined;
}

class Inference {
  readonly fixed = new Map<string, NetType>();
  readonly #bounds: ReadonlyMap<string, Bounds>;
  readonly #done = new Set<InferenceArgument>();

  constructor(typeParameters: readonly string[]) {
    this.#bounds = new Map(typeParameters.map((name) => [name, { exact: [], lower: [], upper: [] }]));
  }

  isDone(): boolean {
    return this.fixed.size === this.#bounds.size;
  }

  firstPhase(argument: InferenceArgument, type: NetType): void {
    if (argument.explicit !== undefined && isDelegate(type)) {
      for (const [index, parameter] of invokeOf(type).parameters.entries()) {
        const written = argument.explicit[index];
        if (written !== undefined) this.#exact(written, parameter);
      }
    } else if (argument.type !== undefined) {
      if (argument.isByReference) this.#exact(argument.type, type);
      else this.#lower(argument.type, type);
    }
  }

  /** Fixes what depends on nothing open, then asks the lambdas whose parameters are known; false where nothing moved. */
  secondPhase(pairs: readonly (readonly [InferenceArgument, NetType])[]): boolean {
    const waiting = pairs.filter(([argument]) => argument.returns !== undefined && !this.#done.has(argument));
    const outputs = new Set(waiting.flatMap(([, type]) => (isDelegate(type) ? names(invokeOf(type).result) : [])));
    const inputs = new Set(
      waiting.flatMap(([, type]) => (isDelegate(type) ? invokeOf(type).parameters.flatMap(names) : [])),
    );
    const open = [...this.#bounds.keys()].filter((name) => !this.fixed.has(name));
    const free = open.filter((name) => !outputs.has(name) && this.#hasBounds(name));
    const chosen = free.length > 0 ? free : open.filter((name) => inputs.has(name) && this.#hasBounds(name));
    let moved = false;
    for (const name of chosen) moved = this.#fix(name) || moved;
    for (const [argument, type] of waiting) moved = this.#askLambda(argument, type) || moved;
    return moved;
  }

  #askLambda(argument: InferenceArgument, type: NetType): boolean {
    if (!isDelegate(type)) return false;
    const { parameters, result } = invokeOf(type);
    const known = parameters.map((parameter) => substitute(parameter, this.fixed));
    if (known.some(hasParameters)) return false;
    this.#done.add(argument);
    const returned = argument.returns?.(known);
    if (returned !== undefined) this.#lower(returned, result);
    return true;
  }

  #hasBounds(name: string): boolean {
    const bounds = this.#bounds.get(name);
    return bounds !== undefined && bounds.exact.length + bounds.lower.length + bounds.upper.length > 0;
  }

  #fix(name: string): boolean {
    const bounds = this.#bounds.get(name);
    if (bounds === undefined || this.fixed.has(name)) return false;
    const all = [...bounds.exact, ...bounds.lower, ...bounds.upper];
    const candidates = all.filter(
      (candidate) =>
        bounds.exact.every((each) => isSame(each, candidate)) &&
        bounds.lower.every((each) => implicitConversion(each, candidate) !== undefined) &&
        bounds.upper.every((each) => implicitConversion(candidate, each) !== undefined),
    );
    const best =
      candidates.find((one) => candidates.every((other) => implicitConversion(other, one) !== undefined)) ??
      candidates[0];
    if (best === undefined) return false;
    this.fixed.set(name, best);
    return true;
  }

  #open(type: NetType): Bounds | undefined {
    return type.kind === 'parameter' && !this.fixed.has(type.name) ? this.#bounds.get(type.name) : undefined;
  }

  #exact(from: NetType, to: NetType): void {
    const bounds = this.#open(to);
    if (bounds !== undefined) bounds.exact.push(from);
    else if (from.kind === 'array' && to.kind === 'array') this.#exact(from.element, to.element);
    else if (from.kind === 'named' && to.kind === 'named' && from.definition === to.definition)
      for (const [index, argument] of from.args.entries()) this.#exact(argument, to.args[index] ?? argument);
  }

  #lower(from: NetType, to: NetType): void {
    const bounds = this.#open(to);
    if (bounds !== undefined) {
      bounds.lower.push(from);
      return;
    }
    if (!hasParameters(to)) return;
    if (from.kind === 'array' && to.kind === 'array') {
      this.#inner(from.element, to.element, 'out');
      return;
    }
    const [inner, target] = [nullableOf(from), nullableOf(to)];
    if (target !== undefined) {
      if (inner !== undefined) this.#lower(inner, target);
      return;
    }
    if (to.kind !== 'named') return;
    const views = viewAs(from, to.definition.key);
    const [view] = views;
    if (view === undefined || views.length > 1) return;
    for (const [index, argument] of view.args.entries())
      this.#inner(argument, to.args[index] ?? argument, to.definition.parameters[index]?.variance ?? '');
  }

  #upper(from: NetType, to: NetType): void {
    const bounds = this.#open(to);
    if (bounds !== undefined) bounds.upper.push(from);
    else this.#exact(from, to);
  }

  #inner(from: NetType, to: NetType, variance: '' | 'in' | 'out'): void {
    if (!isReferenceType(from) || variance === '') this.#exact(from, to);
    else if (variance === 'out') this.#lower(from, to);
    else this.#upper(from, to);
  }
}

/** The parameters and the result of a delegate. */
export function invokeOf(type: NetType): { readonly parameters: readonly NetType[]; readonly result: NetType } {
  const invoke = type.kind === 'named' ? type.definition.members('Invoke')[0] : undefined;
  if (invoke === undefined) return { parameters: [], result: type };
  const map = argumentsOf(type);
  return {
    parameters: invoke.parameters.map((parameter) => substitute(parameter.type, map)),
    result: substitute(invoke.type, map),
  };
}

function names(type: NetType): readonly string[] {
  if (type.kind === 'parameter') return [type.name];
  if (type.kind === 'array') return names(type.element);
  return type.kind === 'named' ? type.args.flatMap(names) : [];
}
