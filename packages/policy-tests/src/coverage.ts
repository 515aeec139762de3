import { parseFragment, parsePolicy, type PolicyElement, type PolicyStep, type Scope } from '@lz/policy';
import type { Documents, NamedDocument } from './documents.ts';

/** How much of a document was executed. */
export interface DocumentCoverage {
  readonly document: string;
  readonly policies: number;
  readonly executed: number;
  /** The policies that no case reached, in the order of the document. */
  readonly missed: readonly { readonly name: string; readonly line: number; readonly column: number }[];
}

/** Elements that are no policies themselves, but hold some. */
const BRANCHES = new Set(['when', 'otherwise']);
/** Policies whose children are policies. */
const BLOCKS = new Set(['choose', 'retry', 'wait', 'limit-concurrency', ...BRANCHES]);

/** Counts which policies of which documents ran. Documents of one name are one, whatever files test them. */
export class Coverage {
  readonly #documents = new Map<string, ReadonlyMap<string, PolicyElement>>();
  readonly #executed = new Map<string, Set<string>>();

  /** Makes the documents of a test known; answers what to call for each policy that runs. */
  watch(documents: Documents): (step: PolicyStep) => void {
    for (const document of documents.scopes.values())
      this.#add(document, [...parsePolicy(document, documents.namedValues).sections.values()].flat());
    for (const document of documents.fragments.values())
      this.#add(document, parseFragment(document, documents.namedValues));
    return ({ scope, fragment, line, column }) => {
      const document = documentOf(documents, scope, fragment);
      if (document !== undefined) this.#executed.get(document.name)?.add(`${line}:${column}`);
    };
  }

  #add({ name }: NamedDocument, elements: readonly PolicyElement[]): void {
    const places = new Map(
      policiesIn(elements).map((element) => [`${element.position.line}:${element.position.column}`, element] as const),
    );
    this.#documents.set(name, places);
    if (!this.#executed.has(name)) this.#executed.set(name, new Set());
  }

  /** What was reached so far, document by document. */
  result(): readonly DocumentCoverage[] {
    return [...this.#documents].map(([document, places]) => {
      const executed = this.#executed.get(document) ?? new Set<string>();
      const missed = [...places]
        .filter(([place]) => !executed.has(place))
        .map(([, { name, position }]) => ({ name, ...position }));
      return { document, policies: places.size, executed: places.size - missed.length, missed };
    });
  }
}

function documentOf(documents: Documents, scope: Scope, fragment: string | undefined): NamedDocument | undefined {
  return fragment === undefined ? documents.scopes.get(scope) : documents.fragments.get(fragment);
}

/** Every policy, however deep; `base` stands for those of another document. */
function policiesIn(elements: readonly PolicyElement[]): readonly PolicyElement[] {
  return elements.flatMap((element) => [
    ...(BRANCHES.has(element.name) || element.name === 'base' ? [] : [element]),
    ...(BLOCKS.has(element.name) ? policiesIn(element.children) : []),
  ]);
}
