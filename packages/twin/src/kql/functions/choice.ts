import type { Typed } from '../scope.ts';
import { emptyOf, isNumeric, type KqlType } from '../values.ts';
import { argument, wrongArgument, type CallSite, type Functions } from './function.ts';

/** Functions that choose between values. */
export const choiceFunctions: Functions = {
  iff: { least: 3, most: 3, make: chosen },
  iif: { least: 3, most: 3, make: chosen },
  case: { least: 3, most: 64, make: chosen },
  coalesce: { least: 2, most: 64, make: firstPresent },
  not: { least: 1, most: 1, make: (args, site) => opposite(args, site) },
};

/** Conditions and values in turn, and at the end the value where none holds. */
function chosen(args: readonly Typed[], site: CallSite): Typed {
  if (args.length % 2 === 0) throw wrongArgument(site, 'the value for all other cases is missing');
  const conditions = args.filter((_, index) => index % 2 === 0 && index < args.length - 1);
  const values = [...args.filter((_, index) => index % 2 === 1), argument(args, args.length - 1)];
  for (const { type } of conditions)
    if (type !== 'bool' && type !== 'dynamic')
      throw wrongArgument(site, `a condition must be of type bool, and is ${type}`);
  const choose = (row: Parameters<Typed['run']>[0]): Typed => {
    const at = conditions.findIndex(({ run }) => run(row) === true);
    return argument(values, at === -1 ? values.length - 1 : at);
  };
  return { type: commonType(values, site), run: (row) => choose(row).run(row) };
}

function firstPresent(args: readonly Typed[], site: CallSite): Typed {
  const type = commonType(args, site);
  return {
    type,
    run: (row) => args.map(({ run }) => run(row)).find((value) => value !== null && value !== '') ?? emptyOf(type),
  };
}

function opposite(args: readonly Typed[], site: CallSite): Typed {
  const of = argument(args, 0);
  if (of.type !== 'bool') throw wrongArgument(site, `argument #1 must be of type bool, and is ${of.type}`);
  return { type: 'bool', run: (row) => of.run(row) !== true };
}

/** The one type of all values; numbers of several kinds are real or long. */
function commonType(values: readonly Typed[], site: CallSite): KqlType {
  const types = [...new Set(values.map(({ type }) => type))];
  const [first = 'dynamic'] = types;
  if (types.length === 1) return first;
  if (types.every(isNumeric)) return types.includes('real') ? 'real' : 'long';
  throw wrongArgument(site, `the values have different types: ${types.join(', ')}`);
}
