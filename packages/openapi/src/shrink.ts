import type { Change } from './findings.ts';
import { below, isObject, own, put, type JsonObject, type JsonValue } from './json.ts';
import { RULES, type RuleName } from './rules.ts';
import { responseOnlySchemas } from './schema-use.ts';

/** Above this, what only a reader needs is given up piece by piece; below it, nothing is. */
const COMFORTABLE_BYTES = 1_000_000;

/** A member of a schema that only readers need. */
interface Spare {
  readonly owner: JsonObject;
  readonly key: string;
  readonly pointer: string;
  /** Inside of a schema that only answers use: whoever writes a request does not look there. */
  readonly isAnswer: boolean;
}

interface Step {
  readonly rule: RuleName;
  readonly applies: (spare: Spare) => boolean;
  /** Characters that stay; 0 drops the member. */
  readonly length: number;
}

const isDescription = ({ key }: Spare): boolean => key === 'description';

/** In the order of what a reader misses least. Descriptions of operations and parameters stay whole. */
const STEPS: readonly Step[] = [
  { rule: 'size-examples', applies: ({ key }) => key === 'example' || key === 'examples', length: 0 },
  ...[400, 200, 160].map((length) => ({ rule: 'size-description' as const, applies: isDescription, length })),
  { rule: 'size-title', applies: ({ key }) => key === 'title', length: 0 },
  { rule: 'size-description', applies: (spare) => isDescription(spare) && spare.isAnswer, length: 80 },
  { rule: 'size-description', applies: (spare) => isDescription(spare) && spare.isAnswer, length: 0 },
  ...[120, 80, 60, 0].map((length) => ({ rule: 'size-description' as const, applies: isDescription, length })),
];

/** A document as text; where it is large, its schemas lose examples and descriptions until it is not, step by step. */
export function writeShrunk(
  document: JsonObject,
  home: string,
): { readonly text: string; readonly changes: readonly Change[] } {
  const text = JSON.stringify(document);
  let bytes = Buffer.byteLength(text);
  if (bytes <= COMFORTABLE_BYTES) return { text, changes: [] };
  const spares = sparesOf(document, home);
  const changes = new Map<Spare, Change>();
  for (const step of STEPS) {
    if (bytes <= COMFORTABLE_BYTES) break;
    for (const spare of spares) if (step.applies(spare)) bytes -= apply(step, spare, changes);
  }
  return { text: JSON.stringify(document), changes: [...changes.values()] };
}

/** Shortens or drops one member; returns the bytes that this saves. */
function apply({ rule, length }: Step, spare: Spare, changes: Map<Spare, Change>): number {
  const { owner, key, pointer } = spare;
  const before = own(owner, key);
  if (before === undefined) return 0;
  const after = length > 0 && typeof before === 'string' ? firstWords(before, length) : undefined;
  if (after === before) return 0;
  const { kind, text } = RULES[rule];
  changes.set(spare, { kind, rule, pointer, text });
  if (after === undefined) Reflect.deleteProperty(owner, key);
  else put(owner, key, after);
  return sizeOf(before) - (after === undefined ? -(key.length + 4) : sizeOf(after));
}

function sizeOf(value: JsonValue): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** The first sentence, or as many whole words as fit; never shorter when done again. */
function firstWords(text: string, length: number): string {
  if (text.length <= length) return text;
  const sentence = /^.+?[.!?](?=\s)/s.exec(text)?.[0];
  if (sentence !== undefined && sentence.length <= length) return sentence;
  const cut = text.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).trimEnd().replace(/[\uD800-\uDBFF]$/, '')}…`;
}

function sparesOf(document: JsonObject, home: string): readonly Spare[] {
  const spares: Spare[] = [];
  const answers = responseOnlySchemas(document, home);
  const visit = (
    value: JsonValue,
    pointer: string,
    at: { isMap: boolean; isSchema: boolean; isAnswer: boolean },
  ): void => {
    if (Array.isArray(value))
      value.forEach((member, index) => {
        visit(member, below(pointer, index), { ...at, isMap: false });
      });
    if (!isObject(value)) return;
    for (const [key, member] of Object.entries(value)) {
      const here = below(pointer, key);
      if (at.isMap) {
        visit(member, here, { ...at, isMap: false, isAnswer: at.isAnswer || (pointer === home && answers.has(key)) });
      } else if (at.isSchema && SPARE.has(key)) {
        spares.push({ owner: value, key, pointer: here, isAnswer: at.isAnswer });
      } else if (!DATA.has(key)) {
        const isAnswer = at.isAnswer || (key === 'responses' && !at.isSchema);
        visit(member, here, {
          isMap: MAPS.has(key),
          isSchema: at.isSchema || key === 'schema' || here === home,
          isAnswer,
        });
      }
    }
  };
  visit(document, '', { isMap: false, isSchema: false, isAnswer: false });
  return spares;
}

const SPARE = new Set(['example', 'examples', 'title', 'description']);
/** Members that hold data: their members mean nothing. */
const DATA = new Set(['example', 'examples', 'default', 'enum', 'mapping', 'required', 'tags']);
/** Members whose members are names. */
const MAPS = new Set([
  'properties',
  'schemas',
  'definitions',
  'paths',
  'x-ms-paths',
  'responses',
  'content',
  'headers',
  'encoding',
]);
