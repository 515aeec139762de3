import {
  describeMistake,
  validateFragment,
  validatePolicy,
  type Known,
  type PolicyMistake,
  type Scope,
  type ValidateOptions,
} from '@lz/policy';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { textAt } from '../common/json.ts';
import { refusal } from '../common/rules.ts';
import type { Refusal } from '../type-definition.ts';
import { serviceOf, validationError } from './child.ts';
import { SERVICE } from './service-rules.ts';

/** What policies of a service may refer to. Named values are known by display name, everything else by id. */
function knownTo(world: World, serviceId: string): Known {
  const named = (below: string): readonly Resource[] =>
    world.store.below(serviceId).filter(({ type }) => type.toLowerCase() === `${SERVICE}/${below}`.toLowerCase());
  return {
    backends: new Set(named('backends').map(({ name }) => name)),
    fragments: new Set(named('policyFragments').map(({ name }) => name)),
    namedValues: new Set(named('namedValues').map((value) => textAt(value.properties, 'displayName') ?? value.name)),
    loggers: new Set(named('loggers').map(({ name }) => name)),
  };
}

/** What kind of document is written. A fragment belongs to no scope. */
export type DocumentKind = Scope | 'fragment';

/** What API Management would refuse about the policy or fragment in `properties`; undefined when it is sound. */
export function documentRefusal(
  kind: DocumentKind,
  id: string,
  properties: Resource['properties'],
  world: World,
): Refusal | undefined {
  const text = textAt(properties, 'value');
  const format = textAt(properties, 'format') ?? 'xml';
  if (text === undefined) return validationError('value', 'The policy document is required.');
  if (format !== 'xml' && format !== 'rawxml') {
    return refusal(
      501,
      'NotImplemented',
      `The policy format '${format}' is not implemented by this local Azure: use xml or rawxml.`,
    );
  }
  const options = { format, ...savedAt(kind, id, world) } as const;
  return mistakesRefusal(kind === 'fragment' ? validateFragment(text, options) : validatePolicy(text, options));
}

function savedAt(kind: DocumentKind, id: string, world: World): Omit<ValidateOptions, 'format'> {
  const service = world.store.get(serviceOf(id));
  const tier = textAt(service?.sku, 'name');
  const operation = kind === 'operation' ? world.store.get(id.replace(/\/policies\/[^/]+$/i, '')) : undefined;
  const urlTemplate = textAt(operation?.properties, 'urlTemplate');
  return {
    known: knownTo(world, serviceOf(id)),
    ...(kind === 'fragment' ? {} : { scope: kind }),
    ...(tier === undefined ? {} : { tier }),
    ...(urlTemplate === undefined ? {} : { urlTemplate }),
  };
}

/** Every mistake as a detail. What only this local Azure cannot execute is 501, whatever else is wrong. */
function mistakesRefusal(mistakes: readonly PolicyMistake[]): Refusal | undefined {
  const [first] = mistakes;
  if (first === undefined) return undefined;
  const lacking = mistakes.find(({ code }) => code === 'NotSupported');
  if (lacking !== undefined) return refusal(501, 'NotImplemented', describeMistake(lacking));
  return refusal(400, 'ValidationError', 'One or more fields contain incorrect values:', {
    details: mistakes.map((mistake) => ({
      code: 'ValidationError',
      target: mistake.element ?? 'representation',
      message: describeMistake(mistake),
    })),
  });
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
