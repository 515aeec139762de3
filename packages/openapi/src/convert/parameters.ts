import type { Spot } from '../findings.ts';
import { isObject, own, put, type JsonObject, type JsonValue } from '../json.ts';
import { child, follow, type Context } from './context.ts';
import { parameter2 } from './objects-2.ts';
import { parameter3 } from './objects-3.ts';

/** A parameter as made, and where it was given. */
export interface MadeParameter {
  readonly name: string;
  readonly in: string;
  readonly made: JsonObject;
  readonly spot: Spot;
}

const PLACES: Readonly<Record<string, readonly string[]>> = {
  '2.0': ['path', 'query', 'header', 'body', 'formData'],
  '3.0': ['path', 'query', 'header'],
  '3.1': ['path', 'query', 'header'],
};

/** The parameters of a list, in its order: cookies and repetitions left out, those of the path always required. */
export function convertParameters(
  context: Context,
  value: JsonValue | undefined,
  spot: Spot,
): readonly MadeParameter[] {
  if (value === undefined || value === null) return [];
  if (!Array.isArray(value)) {
    context.findings.mistake(spot, 'parameters are a list; write each after a dash');
    return [];
  }
  const all = value.flatMap((member, index) => convertOne(context, member, child(spot, index)) ?? []);
  return all.filter((one, index) => {
    const isRepeated = all.some((other, later) => later > index && keyOf(other) === keyOf(one));
    if (isRepeated) context.findings.change('repeated-parameter', one.spot, `${one.in} ${one.name}`);
    return !isRepeated;
  });
}

/** What makes two parameters the same one. */
export function keyOf(parameter: MadeParameter): string {
  return `${parameter.in}:${parameter.name}`;
}

function convertOne(context: Context, value: JsonValue, given: Spot): MadeParameter | undefined {
  const target = follow(context, value, given);
  if (target === undefined) return undefined;
  const { spot } = target;
  const [name, place] = isObject(target.value) ? [own(target.value, 'name'), own(target.value, 'in')] : [];
  if (typeof name !== 'string' || name === '' || typeof place !== 'string') {
    context.findings.mistake(spot, 'a parameter is a mapping with `name` and `in`');
    return undefined;
  }
  if (place === 'cookie') {
    context.findings.change('cookie', given, name);
    return undefined;
  }
  if (!(PLACES[context.dialect] ?? []).includes(place)) {
    context.findings.mistake(
      child(spot, 'in'),
      `'${place}' is no place of a parameter; write ${(PLACES[context.dialect] ?? []).join(', ')}`,
    );
    return undefined;
  }
  const made = (context.dialect === '2.0' ? parameter2 : parameter3)(context, target.value, spot);
  if (!isObject(made)) return undefined;
  if (place === 'path') requireAlways(context, made, spot);
  warnAboutStyle(context, made, spot);
  return { name, in: place, made, spot };
}

function requireAlways({ findings }: Context, made: JsonObject, spot: Spot): void {
  if (own(made, 'required') === true) return;
  findings.change('path-required', spot);
  put(made, 'required', true);
}

/** The importer takes lists in one form alone: the name repeated for each entry. */
function warnAboutStyle({ findings }: Context, made: JsonObject, spot: Spot): void {
  const type = own(made, 'schema');
  const isList = (isObject(type) && own(type, 'type') === 'array') || own(made, 'type') === 'array';
  if (own(made, 'in') !== 'query' || !isList) return;
  const style = own(made, 'style') ?? 'form';
  const repeats = own(made, 'explode') ?? true;
  const format = own(made, 'collectionFormat');
  if ((style === 'form' && repeats === true && format === undefined) || format === 'multi') return;
  findings.warn(
    spot,
    'a list in the query that is not `style: form, explode: true`: API Management describes it as repeated names',
  );
}

/** A parameter of the path that the document forgot. */
export function stringPathParameter(context: Context, name: string): JsonObject {
  const parameter = { name, in: 'path', required: true };
  return context.dialect === '2.0' ? { ...parameter, type: 'string' } : { ...parameter, schema: { type: 'string' } };
}
