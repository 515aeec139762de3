import { LineCounter, isMap, isScalar, isSeq, parseDocument, type Document, type Node, type YAMLMap } from 'yaml';

/** A place in a workflow or action file that breaks a rule. */
export interface Finding {
  readonly rule: string;
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

/** A job or a composite action: something with steps. `node` is what stands under its key. */
export interface Part {
  readonly name: string;
  readonly node: YAMLMap;
  readonly steps: readonly YAMLMap[];
}

/** A workflow or action file, read with comments and places, since rules are about those too. */
export class WorkflowDocument {
  readonly root: YAMLMap;
  readonly #lines = new LineCounter();

  /** Throws where the text is not YAML or not a mapping. */
  constructor(text: string) {
    const document: Document.Parsed = parseDocument(text, { lineCounter: this.#lines });
    if (document.errors[0] !== undefined) throw document.errors[0];
    if (!isMap(document.contents)) throw new Error('expected a mapping');
    this.root = document.contents;
  }

  /** The jobs of a workflow; none for an action. */
  get jobs(): readonly Part[] {
    return entries(member(this.root, 'jobs')).flatMap(({ key, value }) => (isMap(value) ? [part(key, value)] : []));
  }

  /** Everything with steps: jobs of a workflow, or a composite action. */
  get parts(): readonly Part[] {
    const runs = member(this.root, 'runs');
    return isMap(runs) ? [part('runs', runs)] : this.jobs;
  }

  finding(rule: string, node: Node | null | undefined, message: string): Finding {
    return { rule, line: this.#lines.linePos(node?.range?.[0] ?? 0).line, message };
  }
}

/** A key of a mapping with its value and the comment behind that value. */
export interface Entry {
  readonly key: string;
  readonly keyNode: Node;
  readonly value: Node | null;
  readonly comment: string;
}

/** The entries of a mapping; none where it is something else. */
export function entries(node: unknown): readonly Entry[] {
  if (!isMap<Node, Node | null>(node)) return [];
  return node.items.map(({ key, value }) => ({
    key: text(key) ?? '',
    keyNode: key,
    value,
    comment: (value?.comment ?? '').trim(),
  }));
}

/** What stands under a key of a mapping, undefined where there is none. */
export function member(node: unknown, key: string): Node | undefined {
  return entries(node).find((entry) => entry.key === key)?.value ?? undefined;
}

/** A scalar as text, undefined for anything else. */
export function text(node: unknown): string | undefined {
  const value = isScalar(node) ? node.value : undefined;
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

/** Every scalar below a node. */
export function scalars(node: unknown): readonly Node[] {
  if (isScalar(node)) return [node];
  if (isSeq(node)) return node.items.flatMap(scalars);
  return entries(node).flatMap(({ value }) => scalars(value));
}

function part(name: string, node: YAMLMap): Part {
  const steps = member(node, 'steps');
  return { name, node, steps: isSeq(steps) ? steps.items.filter((step) => isMap(step)) : [] };
}
