import { EnumerableObject, iterate } from '../values/collections.ts';
import type { JToken } from '../values/json.ts';
import { JArray, JObject, JProperty, JValue } from '../values/json.ts';
import { jsonText, parseJson } from '../values/json-text.ts';
import { argumentNull, EnumValue, NetException } from '../values/value.ts';
import { toToken } from './to-token.ts';
import { fromToken } from './from-token.ts';
import { argument, textArgument, type Invocation, type StaticTable } from './invocation.ts';

function parse(call: Invocation): JToken {
  const text = argument(call, 0);
  if (text === null) throw argumentNull('json');
  return parseJson(textArgument(call, 0, 'json'));
}

function parseAs<T extends JToken>(call: Invocation, kind: string, matches: (token: JToken) => token is T): T {
  const text = textArgument(call, 0, 'json');
  if (text.trim() === '')
    throw new NetException(
      'JsonReaderException',
      `Error reading ${kind} from JsonReader. Path '', line 0, position 0.`,
    );
  const token = parse(call);
  if (matches(token)) return token;
  const found = token instanceof JObject ? 'StartObject' : token instanceof JArray ? 'StartArray' : token.tokenType;
  throw new NetException(
    'JsonReaderException',
    `Error reading ${kind} from JsonReader. Current JsonReader item is not ${kind === 'JObject' ? 'an object' : 'an array'}: ${found}. Path '', line 1, position 1.`,
  );
}

const isObject = (token: JToken): token is JObject => token instanceof JObject;
const isArray = (token: JToken): token is JArray => token instanceof JArray;

/** What a constructor of JObject or JArray takes: tokens, values, or a sequence of them. */
function contents(call: Invocation): readonly JToken[] {
  return call.args.flatMap((value) => {
    if (value instanceof JObject || value instanceof JProperty || value instanceof JValue) return [value];
    if (value instanceof EnumerableObject && !(value instanceof JArray && call.args.length > 1))
      return [...iterate(value)].map(toToken);
    return [toToken(value)];
  });
}

/** Static members and constructors of Newtonsoft.Json. */
export const JSON_STATICS: Readonly<Record<string, StaticTable>> = {
  JObject: {
    methods: {
      Parse: (call) => parseAs(call, 'JObject', isObject),
      FromObject: (call) => {
        const token = toToken(argument(call, 0));
        if (token instanceof JObject) return token;
        throw new NetException(
          'ArgumentException',
          `Object serialized to ${token.tokenType}. JObject instance expected.`,
        );
      },
    },
    construct: (call) => {
      const object = new JObject();
      const [first] = call.args;
      if (first instanceof JObject) return first.clone();
      for (const token of contents(call)) {
        if (!(token instanceof JProperty))
          throw new NetException('ArgumentException', `Can not add ${token.netType} to Newtonsoft.Json.Linq.JObject.`);
        object.add(token);
      }
      return object;
    },
  },
  JArray: {
    methods: {
      Parse: (call) => parseAs(call, 'JArray', isArray),
      FromObject: (call) => {
        const token = toToken(argument(call, 0));
        if (token instanceof JArray) return token;
        throw new NetException(
          'ArgumentException',
          `Object serialized to ${token.tokenType}. JArray instance expected.`,
        );
      },
    },
    construct: (call) => new JArray(contents(call)),
  },
  JToken: {
    methods: {
      Parse: parse,
      FromObject: (call) => toToken(argument(call, 0)),
      DeepEquals: (call) => deepEquals(toToken(argument(call, 0)), toToken(argument(call, 1))),
    },
  },
  JValue: {
    methods: { CreateNull: () => new JValue(null), CreateString: (call) => new JValue(argument(call, 0)) },
    construct: (call) => toToken(argument(call, 0)).clone(),
  },
  JProperty: {
    construct: (call) => {
      const values = call.args.slice(1).map(toToken);
      const [only] = values;
      return new JProperty(
        textArgument(call, 0, 'name'),
        values.length === 1 && only !== undefined ? only : new JArray(values),
      );
    },
  },
  JsonConvert: {
    methods: {
      SerializeObject: (call) =>
        jsonText(
          toToken(argument(call, 0)),
          call.args.some((value) => value instanceof EnumValue && value.member === 'Indented'),
        ),
      DeserializeObject: (call) => {
        const token = parse(call);
        const [type] = call.typeArgs;
        return type === undefined ? token : fromToken(token, type);
      },
    },
  },
};

function deepEquals(left: JToken, right: JToken): boolean {
  return jsonText(left, false) === jsonText(right, false);
}
