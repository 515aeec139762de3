import { startOf } from '../parse/expressions.ts';
import { mistake, type ExpressionError } from '../syntax.ts';
import { implicitConversion } from '../types/conversions.ts';
import { inferTypes, type InferenceArgument } from '../types/inference.ts';
import type { Found } from '../types/lookup.ts';
import {
  isReferenceType,
  isSame,
  isUnknown,
  isValueType,
  LAMBDA,
  METHOD_GROUP,
  nullableOf,
  substitute,
  UNKNOWN,
  type NetType,
} from '../types/net-type.ts';
import { typeOf } from '../types/signatures.ts';
import type { Parameter } from '../types/type-definition.ts';
import type { Binder } from './binder.ts';
import { groupOf } from './bound.ts';
import { converts } from './implicit.ts';
import { explicitTypes, lambdaError, returnTypeOf, takes } from './lambdas.ts';
import { groupReturns } from './method-groups.ts';
import type { Arg } from './overloads.ts';

/** A method that takes the arguments. */
export interface Candidate {
  readonly found: Found;
  readonly type: NetType;
  readonly targets: readonly { readonly index: number; readonly type: NetType }[];
  readonly expanded: boolean;
  readonly typeArguments: ReadonlyMap<string, NetType>;
  /** Whether a parameter was left to its default. */
  readonly usesDefaults: boolean;
}

/** Why a method does not take the arguments; `matched` counts those that fit. */
export interface CandidateFailure {
  readonly failure: 'count' | 'missing' | 'name' | 'type' | 'inference' | 'argument';
  readonly matched: number;
  readonly expanded: boolean;
  readonly error: ExpressionError;
}

interface Options {
  readonly typeArguments: readonly NetType[] | undefined;
  readonly expanded: boolean;
  readonly isExtension: boolean;
}

/** Tries one method in its normal or expanded form. */
export function tryCandidate(
  binder: Binder,
  found: Found,
  args: readonly Arg[],
  options: Options,
): Candidate | CandidateFailure {
  const { member, map } = found;
  const fail = (failure: CandidateFailure['failure'], error: ExpressionError, matched = 0): CandidateFailure => ({
    failure,
    matched,
    expanded: options.expanded,
    error,
  });
  const placed = placeArguments(member.parameters, args, options);
  if ('failure' in placed) return fail(placed.failure, placed.error);
  const types = placed.map((index) => parameterType(member.parameters, index, options.expanded, map));
  const inferred = typeArgumentsFor(binder, found, args, types, options);
  if ('failure' in inferred) return fail(inferred.failure, inferred.error);
  const targets = types.map((type, index) => ({ index: placed[index] ?? 0, type: substitute(type, inferred.map) }));
  for (const [index, arg] of args.entries()) {
    const target = targets[index]?.type;
    const isOut = member.parameters[placed[index] ?? 0]?.mode === 'out';
    if (target !== undefined && accepts(binder, arg, target, isOut)) continue;
    const shown = options.isExtension ? index : index + 1;
    const error =
      options.isExtension && index === 0
        ? receiverError(found, arg, target ?? UNKNOWN)
        : argumentError(binder, arg, shown, target ?? UNKNOWN, isOut);
    return fail('argument', error, index);
  }
  return {
    found,
    type: substitute(substitute(member.type, map), inferred.map),
    targets,
    expanded: options.expanded,
    typeArguments: inferred.map,
    usesDefaults: new Set(placed).size < member.parameters.length,
  };
}

function accepts(binder: Binder, arg: Arg, target: NetType, isOut: boolean): boolean {
  if ((arg.mode === 'out') !== isOut) return false;
  if (arg.declares === true || (isUnknown(target) && arg.bound.type !== LAMBDA)) return true;
  if (isOut) return isSame(arg.bound.type, target) || arg.bound.type === UNKNOWN;
  return converts(binder, arg.bound, target);
}

function receiverError({ member }: Found, arg: Arg, target: NetType): ExpressionError {
  const { type, expression } = arg.bound;
  return mistake(
    'CS1929',
    startOf(expression),
    `'${type.text}' does not contain a definition for '${member.name}' and the best extension method overload '${member.owner.name}.${member.name}' requires a receiver of type '${target.text}'`,
  );
}

function argumentError(binder: Binder, arg: Arg, position: number, target: NetType, isOut: boolean): ExpressionError {
  const { at } = arg;
  if (arg.bound.type === LAMBDA) return lambdaError(binder, arg.bound.expression, target);
  if (isOut && arg.mode !== 'out')
    return mistake('CS1620', at, `Argument ${position} must be passed with the 'out' keyword`);
  if (!isOut && arg.mode === 'out')
    return mistake('CS1615', at, `Argument ${position} may not be passed with the 'out' keyword`);
  if (arg.mode === 'out' && !isSame(arg.bound.type, target))
    return mistake(
      'CS1503',
      at,
      `Argument ${position}: cannot convert from 'out ${arg.bound.type.text}' to 'out ${target.text}'`,
    );
  const shown = groupOf(arg.bound) === undefined ? arg.bound.type.text : 'method group';
  return mistake('CS1503', at, `Argument ${position}: cannot convert from '${shown}' to '${target.text}'`);
}

interface Refusal {
  readonly failure: CandidateFailure['failure'];
  readonly error: ExpressionError;
}

/** The parameter of each argument. */
function placeArguments(
  parameters: readonly Parameter[],
  args: readonly Arg[],
  { expanded }: Options,
): readonly number[] | Refusal {
  const placed: number[] = [];
  const at = args[0]?.at ?? 0;
  for (const [index, arg] of args.entries()) {
    if (arg.name !== undefined) {
      const position = parameters.findIndex(({ name }) => name === arg.name);
      if (position === -1)
        return {
          failure: 'name',
          error: mistake(
            'CS1739',
            arg.nameAt ?? arg.at,
            `The best overload does not have a parameter named '${arg.name}'`,
          ),
        };
      if (placed.includes(position))
        return {
          failure: 'name',
          error: mistake(
            'CS1744',
            arg.nameAt ?? arg.at,
            `Named argument '${arg.name}' specifies a parameter for which a positional argument has already been given`,
          ),
        };
      placed.push(position);
    } else {
      const position = expanded ? Math.min(index, parameters.length - 1) : index;
      if (position >= parameters.length) return { failure: 'count', error: mistake('CS1501', at, '') };
      placed.push(position);
    }
  }
  const missing = parameters.findIndex(
    ({ isOptional, mode }, index) => !placed.includes(index) && !isOptional && !(expanded && mode === 'params'),
  );
  if (missing === -1) return placed;
  return { failure: 'missing', error: mistake('CS7036', at, missingText(parameters, missing)) };
}

function missingText(parameters: readonly Parameter[], index: number): string {
  return `There is no argument given that corresponds to the required parameter '${parameters[index]?.name ?? ''}'`;
}

function parameterType(
  parameters: readonly Parameter[],
  index: number,
  expanded: boolean,
  map: ReadonlyMap<string, NetType>,
): NetType {
  const parameter = parameters[index];
  if (parameter === undefined) return UNKNOWN;
  const type = substitute(parameter.type, map);
  return expanded && parameter.mode === 'params' && type.kind === 'array' ? type.element : type;
}

function typeArgumentsFor(
  binder: Binder,
  { member }: Found,
  args: readonly Arg[],
  types: readonly NetType[],
  { typeArguments }: Options,
): { readonly map: ReadonlyMap<string, NetType> } | Refusal {
  const names = member.typeParameters.map(({ name }) => name);
  const at = args[0]?.at ?? 0;
  if (typeArguments !== undefined) {
    if (typeArguments.length !== names.length)
      return {
        failure: 'type',
        error: mistake(
          names.length === 0 ? 'CS0308' : 'CS0305',
          at,
          `The method '${member.name}' takes ${names.length} type arguments`,
        ),
      };
    return constrained(
      member.typeParameters,
      new Map(names.map((name, index) => [name, typeArguments[index] ?? UNKNOWN])),
      at,
      member.name,
    );
  }
  if (names.length === 0) return { map: new Map() };
  const pairs = args.map((arg, index) => [inferenceArgument(binder, arg), types[index] ?? UNKNOWN] as const);
  const map = inferTypes(names, pairs);
  if (map === undefined)
    return {
      failure: 'inference',
      error: mistake(
        'CS0411',
        at,
        `The type arguments for method '${member.name}' cannot be inferred from the usage. Try specifying the type arguments explicitly.`,
      ),
    };
  return constrained(member.typeParameters, map, at, member.name);
}

function constrained(
  parameters: Found['member']['typeParameters'],
  map: ReadonlyMap<string, NetType>,
  at: number,
  method: string,
): { readonly map: ReadonlyMap<string, NetType> } | Refusal {
  for (const { name, constraints } of parameters) {
    const type = map.get(name) ?? UNKNOWN;
    const broken = constraints.find((constraint) => !isUnknown(type) && !meets(type, constraint, map));
    if (broken === undefined) continue;
    const code = broken === 'struct' ? 'CS0453' : broken === 'class' ? 'CS0452' : 'CS0311';
    return {
      failure: 'type',
      error: mistake(
        code,
        at,
        `The type '${type.text}' cannot be used as type parameter '${name}' in the generic method '${method}': it must be '${broken}'`,
      ),
    };
  }
  return { map };
}

function meets(type: NetType, constraint: string, map: ReadonlyMap<string, NetType>): boolean {
  if (constraint === 'struct') return isValueType(type) && nullableOf(type) === undefined;
  if (constraint === 'class') return isReferenceType(type);
  const wanted = substitute(typeOf(constraint), map);
  return isUnknown(wanted) || implicitConversion(type, wanted) !== undefined;
}

function inferenceArgument(binder: Binder, arg: Arg): InferenceArgument {
  const { bound } = arg;
  const isByReference = arg.mode === 'out';
  if (bound.type === LAMBDA)
    return {
      type: undefined,
      isByReference,
      explicit: explicitTypes(bound.expression),
      returns: (parameters) =>
        takes(bound.expression, parameters.length) ? returnTypeOf(binder, bound.expression, parameters) : undefined,
    };
  if (bound.type === METHOD_GROUP)
    return { type: undefined, isByReference, returns: (parameters) => groupReturns(binder, bound, parameters) };
  const isTyped = arg.declares !== true && (bound.type.kind !== 'special' || bound.type === UNKNOWN);
  return { type: isTyped ? bound.type : undefined, isByReference };
}
