import type { Typed } from '../scope.ts';
import { answered, textOf, type Json, type Row, type Value } from '../values.ts';
import { argument, number, text, wrongArgument, type CallSite, type Functions } from './function.ts';
import { strcatArray } from './text.ts';

/** Functions of arrays and of bags of properties. */
export const bagFunctions: Functions = {
  array_length: {
    least: 1,
    most: 1,
    make: (args) => ({ type: 'long', run: (row) => (isArray(args, row) ? items(args, row).length : null) }),
  },
  array_sort_asc: {
    least: 1,
    most: 1,
    make: (args) => ({ type: 'dynamic', run: (row) => [...items(args, row)].sort(byText) }),
  },
  array_slice: {
    least: 3,
    most: 3,
    make: (args) => ({
      type: 'dynamic',
      run: (row) => items(args, row).slice(number(args, 1, row) ?? 0, (number(args, 2, row) ?? 0) + 1 || undefined),
    }),
  },
  array_index_of: {
    least: 2,
    most: 2,
    make: (args) => ({ type: 'long', run: (row) => items(args, row).findIndex((item) => same(item, args, row)) }),
  },
  set_has_element: {
    least: 2,
    most: 2,
    make: (args) => ({ type: 'bool', run: (row) => items(args, row).some((item) => same(item, args, row)) }),
  },
  bag_keys: {
    least: 1,
    most: 1,
    make: (args) => ({ type: 'dynamic', run: (row) => Object.keys(bag(argument(args, 0).run(row))) }),
  },
  bag_merge: { least: 2, most: 64, make: (args) => ({ type: 'dynamic', run: (row) => merged(args, row) }) },
  pack: { least: 2, most: 64, make: packed },
  bag_pack: { least: 2, most: 64, make: packed },
  pack_array: {
    least: 1,
    most: 64,
    make: (args) => ({ type: 'dynamic', run: (row) => args.map((each) => inside(each, row)) }),
  },
  strcat_array: strcatArray,
};

function isArray(args: readonly Typed[], row: Row): boolean {
  return Array.isArray(argument(args, 0).run(row));
}

function items(args: readonly Typed[], row: Row): readonly Json[] {
  const value = argument(args, 0).run(row);
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

function byText(a: Json, b: Json): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return textOf(a, 'dynamic') < textOf(b, 'dynamic') ? -1 : 1;
}

function same(item: Json, args: readonly Typed[], row: Row): boolean {
  return textOf(item, 'dynamic') === text(args, 1, row);
}

function bag(value: Value): Readonly<Record<string, Json>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Readonly<Record<string, Json>>)
    : {};
}

/** The first value of a name wins. */
function merged(args: readonly Typed[], row: Row): Json {
  return Object.assign({}, ...args.map(({ run }) => bag(run(row))).reverse()) as Json;
}

function packed(args: readonly Typed[], site: CallSite): Typed {
  if (args.length % 2 === 1) throw wrongArgument(site, 'names and values come in pairs');
  const pairs = (row: Row): readonly [string, Json][] =>
    args.flatMap((each, index) =>
      index % 2 === 0 ? [] : [[text(args, index - 1, row), inside(each, row)] as [string, Json]],
    );
  return { type: 'dynamic', run: (row) => Object.fromEntries(pairs(row)) };
}

/** A value as it looks inside JSON. */
function inside({ type, run }: Typed, row: Row): Json {
  return type === 'dynamic' ? run(row) : answered(run(row), type);
}
