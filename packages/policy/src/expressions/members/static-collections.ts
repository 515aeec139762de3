import {
  iterate,
  NetArray,
  NetDictionary,
  NetList,
  NetQueue,
  NetSet,
  RecordObject,
  KeyValuePair,
} from '../values/collections.ts';
import { int, Integer } from '../values/number.ts';
import { StringComparerObject } from '../values/objects.ts';
import { NetException, type Value } from '../values/value.ts';
import { argument, lambdaArgument, type Invocation, type StaticTable } from './invocation.ts';
import { compareValues } from './comparison.ts';
import { enumMember, ENUMS } from './enums.ts';
import { valueText } from '../values/text.ts';
import { netEquals } from '../values/equality.ts';

/** The collection given to a constructor, empty where there is none (a capacity or comparer is none). */
function source(call: Invocation): Iterable<Value> {
  const [first] = call.args;
  if (first === undefined || first instanceof Integer || first instanceof StringComparerObject) return [];
  return iterate(first);
}

function ignoresCase(call: Invocation): boolean {
  return call.args.some((value) => value instanceof StringComparerObject && value.ignoreCase);
}

function tuple(call: Invocation): Value {
  return new RecordObject('tuple', new Map(call.args.map((value, index) => [`Item${index + 1}`, value])));
}

function array(value: Value): NetArray {
  if (value instanceof NetArray) return value;
  throw new NetException('ArgumentNullException', "Value cannot be null. (Parameter 'array')");
}

/** Constructors of the generic collections, and static members of Array, Tuple and Enum. */
export const COLLECTION_STATICS: Readonly<Record<string, StaticTable>> = {
  List: { construct: (call) => new NetList([...source(call)]) },
  Dictionary: {
    construct: (call) => {
      const dictionary = new NetDictionary({ ignoreCase: ignoresCase(call) });
      for (const entry of source(call)) if (entry instanceof KeyValuePair) dictionary.set(entry.key, entry.value);
      return dictionary;
    },
  },
  HashSet: { construct: (call) => new NetSet(source(call), ignoresCase(call)) },
  Queue: { construct: (call) => new NetQueue('Queue', [...source(call)]) },
  Stack: { construct: (call) => new NetQueue('Stack', [...source(call)].reverse()) },
  KeyValuePair: { construct: (call) => new KeyValuePair(argument(call, 0), argument(call, 1)) },
  Tuple: { methods: { Create: tuple }, construct: tuple },
  ValueTuple: { methods: { Create: tuple }, construct: tuple },
  Array: {
    methods: {
      IndexOf: (call) => int(array(argument(call, 0)).values.findIndex((item) => netEquals(item, argument(call, 1)))),
      Exists: (call) => array(argument(call, 0)).values.some((item) => lambdaArgument(call, 1).invoke([item]) === true),
      Find: (call) =>
        array(argument(call, 0)).values.find((item) => lambdaArgument(call, 1).invoke([item]) === true) ?? null,
      Sort: (call) => {
        array(argument(call, 0)).values.sort(compareValues);
        return null;
      },
      Reverse: (call) => {
        array(argument(call, 0)).values.reverse();
        return null;
      },
      ConvertAll: (call) =>
        new NetArray(array(argument(call, 0)).values.map((item) => lambdaArgument(call, 1).invoke([item]))),
      Empty: () => new NetArray([]),
    },
  },
  Enum: {
    methods: {
      Parse: (call) => {
        const found = parseEnum(call.typeArgs[0]?.name ?? '', argument(call, 0), argument(call, 1) === true);
        if (found === undefined)
          throw new NetException(
            'ArgumentException',
            `Requested value '${valueText(argument(call, 0))}' was not found.`,
          );
        return found;
      },
      TryParse: (call) => {
        const found = parseEnum(call.typeArgs[0]?.name ?? '', argument(call, 0), argument(call, 1) === true);
        call.out(call.args.length - 1, found ?? null);
        return found !== undefined;
      },
    },
  },
};

function parseEnum(type: string, text: Value, ignoreCase: boolean): Value | undefined {
  if (typeof text !== 'string') return undefined;
  const names = Object.keys(ENUMS[type] ?? {});
  const name = names.find((candidate) =>
    ignoreCase ? candidate.toLowerCase() === text.toLowerCase() : candidate === text,
  );
  return name === undefined ? undefined : enumMember(type, name);
}
