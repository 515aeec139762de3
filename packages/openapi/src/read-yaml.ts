import { below, isObject, LosslessNumber, type JsonValue } from './json.ts';
import { numberOf } from './numbers.ts';
import { MAX_DEPTH, SyntaxMistake, TOO_DEEP } from './read-json.ts';

/** A document may grow this much by its aliases; more is an attack, or would never fit into an API. */
const MAX_VALUES = 2_000_000;

/**
 * Reads YAML 1.2 by the core schema, with merge keys: `on`, `yes` and dates are texts, numbers keep their digits. js-yaml
 * reads 3 MB in a quarter of the time that `yaml` takes, which is loaded only to place mistakes. Throws `SyntaxMistake`.
 */
export async function readYaml(text: string): Promise<JsonValue> {
  const { load, YAMLException } = await import('js-yaml');
  try {
    const value = load(text, { schema: await schema(), maxDepth: MAX_DEPTH }) as JsonValue;
    if (mayHaveAliases(text) || /\.(?:inf|nan)/i.test(text)) requireTree(value);
    return value;
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const reason = error.reason.startsWith('nesting exceeded') ? TOO_DEEP : error.reason;
    throw new SyntaxMistake(reason, error.mark?.position ?? 0);
  }
}

async function schema() {
  const { CORE_SCHEMA, defineScalarTag, mergeTag, NOT_RESOLVED } = await import('js-yaml');
  const first = ['-', '+', '.', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9'];
  const number = (name: string, read: (text: string) => JsonValue | undefined) =>
    defineScalarTag(`tag:yaml.org,2002:${name}`, {
      implicit: true,
      implicitFirstChars: first,
      resolve: (source) => read(source) ?? NOT_RESOLVED,
      identify: () => false,
    });
  return CORE_SCHEMA.withTags(mergeTag, number('int', readInteger), number('float', readFloat));
}

function readInteger(text: string): JsonValue | undefined {
  if (/^[-+]?\d+$/.test(text)) return numberOf(text.replace(/^\+/, '').replace(/^(-?)0+(?=\d)/, '$1'));
  return /^0(?:o[0-7]+|x[0-9a-fA-F]+)$/.test(text) ? numberOf(BigInt(text).toString()) : undefined;
}

function readFloat(text: string): JsonValue | undefined {
  if (SPECIAL.test(text)) return new LosslessNumber(text);
  if (!/^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/.test(text)) return undefined;
  return numberOf(
    text
      .replace(/^\+/, '')
      .replace(/^(-?)\./, '$10.')
      .replace(/^(-?)0+(?=\d)/, '$1')
      .replace(/\.(?!\d)/, ''),
  );
}

/** Where nothing is named, nothing can be an alias. */
function mayHaveAliases(text: string): boolean {
  return /(?:^|[\s,[{])&[^\s,[\]{}]/m.test(text);
}

/** YAML's aliases make graphs, and its numbers may be infinite; JSON, and so an API, is a tree of what can be counted. */
function requireTree(root: JsonValue): void {
  const open = new Set<JsonValue>();
  let values = 0;
  const visit = (value: JsonValue, pointer: string, depth: number): void => {
    values += 1;
    if (values > MAX_VALUES)
      throw new SyntaxMistake(`the aliases make more than ${MAX_VALUES} values of it; write out what is meant`, '');
    if (value instanceof LosslessNumber && SPECIAL.test(value.digits))
      throw new SyntaxMistake(`'${value.digits}' is no number that JSON can say`, pointer);
    if (!Array.isArray(value) && !isObject(value)) return;
    if (open.has(value)) throw new SyntaxMistake('an alias (*) leads back to the value that it stands in', pointer);
    if (depth > MAX_DEPTH) throw new SyntaxMistake(`the aliases make more than ${MAX_DEPTH} levels of nesting`, '');
    open.add(value);
    for (const [key, member] of Object.entries(value)) visit(member, below(pointer, key), depth + 1);
    open.delete(value);
  };
  visit(root, '', 0);
}

const SPECIAL = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/;
