import type { JToken } from '../values/json.ts';
import { JArray, JObject, JProperty } from '../values/json.ts';
import { NetException } from '../values/value.ts';

/** The tokens that a JSONPath without filters finds: `$.a.b[0]`, `a['b c']`, `..name`, `[*]`, `.*`. */
export function selectTokens(root: JToken, path: string): readonly JToken[] {
  let rest = path.replace(/^\$/, '');
  let current: readonly JToken[] = [root];
  while (rest !== '') {
    const step = /^\.\.(?:([^.[\]*]+)|\*)|^\.?\[(\d+|\*|'[^']*'|"[^"]*")\]|^\.?([^.[\]]+)/.exec(rest);
    if (step === null)
      throw new NetException('JsonException', `Unexpected character while parsing path: ${rest.charAt(0)}`);
    const [whole, deep, bracket, name] = step;
    if (rest.includes('?('))
      throw new NetException('NotSupportedException', 'Filters in JSONPath are not supported by this engine.');
    current = current.flatMap((token) =>
      whole.startsWith('..') ? below(token, deep) : children(token, bracket ?? name ?? ''),
    );
    rest = rest.slice(whole.length);
  }
  return current;
}

function children(token: JToken, key: string): readonly JToken[] {
  if (key === '*') return token.children().map((child) => (child instanceof JProperty ? child.value : child));
  const name = key.replace(/^['"](.*)['"]$/, '$1');
  if (token instanceof JArray) {
    const item = /^\d+$/.test(name) ? token.values[Number(name)] : undefined;
    return item === undefined ? [] : [item];
  }
  const value = token instanceof JObject ? token.get(name) : undefined;
  return value === undefined ? [] : [value];
}

function below(token: JToken, name: string | undefined): readonly JToken[] {
  return token.children().flatMap((child) => {
    const value = child instanceof JProperty ? child.value : child;
    const wanted = name === undefined || (child instanceof JProperty && child.name === name);
    return [...(wanted ? [value] : []), ...below(value, name)];
  });
}
