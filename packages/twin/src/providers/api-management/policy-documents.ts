import { describeMistake, validateFragment, validatePolicy } from '@lz/policy';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { textAt } from '../common/json.ts';
import type { Refusal } from '../type-definition.ts';
import { serviceOf, validationError } from './child.ts';
import { SERVICE } from './service-rules.ts';

/** What policies of a service may refer to. Named values are known by display name, everything else by id. */
function knownTo(world: World, serviceId: string) {
  const named = (below: string): readonly Resource[] =>
    world.store.below(serviceId).filter(({ type }) => type.toLowerCase() === `${SERVICE}/${below}`.toLowerCase());
  return {
    backends: new Set(named('backends').map(({ name }) => name)),
    fragments: new Set(named('policyFragments').map(({ name }) => name)),
    namedValues: new Set(named('namedValues').map((value) => textAt(value.properties, 'displayName') ?? value.name)),
  };
}

/** What API Management would refuse about the policy or fragment in `properties`; undefined when it is sound. */
export function documentRefusal(
  kind: 'policy' | 'fragment',
  id: string,
  properties: Resource['properties'],
  world: World,
): Refusal | undefined {
  const text = textAt(properties, 'value');
  const format = textAt(properties, 'format') ?? 'xml';
  if (text === undefined) return validationError('value', 'The policy document is required.');
  if (format !== 'xml' && format !== 'rawxml') {
    return {
      ...validationError(
        'format',
        `The policy format '${format}' is not implemented by this local Azure: use xml or rawxml.`,
      ),
      status: 501,
      code: 'NotImplemented',
    };
  }
  const validate = kind === 'policy' ? validatePolicy : validateFragment;
  const [mistake] = validate(text, { format, known: knownTo(world, serviceOf(id)) });
  if (mistake === undefined) return undefined;
  const refused = validationError('representation', describeMistake(mistake));
  return mistake.code === 'NotSupported' ? { ...refused, status: 501, code: 'NotImplemented' } : refused;
}

/** Expressions start with `@(` or `@{` and end with the bracket that closes it, quoted text aside. */
function expressionEnd(text: string, start: number): number {
  const open = text[start + 1] ?? '(';
  const close = open === '(' ? ')' : '}';
  let depth = 0;
  let quoted = false;
  for (let index = start + 1; index < text.length; index += 1) {
    const character = text[index];
    if (quoted) {
      if (character === '\\') index += 1;
      else if (character === '"') quoted = false;
    } else if (character === '"') quoted = true;
    else if (character === open) depth += 1;
    else if (character === close) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return text.length;
}

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** A `rawxml` document as XML: expressions with their special characters escaped. */
export function toXml(raw: string): string {
  let result = '';
  let index = 0;
  while (index < raw.length) {
    const next = /@[({]/.exec(raw.slice(index));
    if (next === null) return result + raw.slice(index);
    const start = index + next.index;
    const end = expressionEnd(raw, start);
    result +=
      raw.slice(index, start) +
      raw
        .slice(start, end)
        .replaceAll(/&(?!(?:amp|lt|gt|quot|apos);)|[<>"]/g, (character) => ESCAPES[character] ?? character);
    index = end;
  }
  return result;
}

/** A document in the format that a GET asks for; without `format` it is `xml`. */
export function inFormat(resource: Resource, query: URLSearchParams): Resource {
  const wanted = query.get('format') ?? 'xml';
  const stored = textAt(resource.properties, 'format') ?? 'xml';
  const value = textAt(resource.properties, 'value') ?? '';
  if (wanted === stored) return resource;
  const text = wanted === 'xml' ? toXml(value) : fromXml(value);
  return { ...resource, properties: { ...resource.properties, format: wanted, value: text } };
}

/** An XML document as `rawxml`: the special characters of expressions written out. */
export function fromXml(text: string): string {
  return text.replaceAll(/@[({][^<]*?[)}](?="|<|\s)/g, (expression) =>
    expression.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'),
  );
}
