import { RULES, type ChangeKind, type RuleName } from './rules.ts';
import type { SourceDocument } from './document.ts';
import { OpenApiError, type Mistake } from './mistakes.ts';
import { placesOf } from './places.ts';

/** Where in which document something stands. */
export interface Spot {
  readonly document: SourceDocument;
  /** What relative references start from: the document, or the nearest `$id`. */
  readonly base: string;
  /** JSON pointer. */
  readonly pointer: string;
}

/** Something that preparation did. */
export interface Change {
  readonly kind: ChangeKind;
  readonly rule: RuleName;
  /** JSON pointer into the document that was given; `file#pointer` for another one. */
  readonly pointer: string;
  readonly text: string;
}

/** Something that the document keeps and that its reader should know. */
export interface Warning {
  readonly pointer: string;
  readonly text: string;
}

/** Collects what is found on the way through a document, so that everything is said at once. */
export class Findings {
  readonly changes: Change[] = [];
  readonly warnings: Warning[] = [];
  readonly #mistakes: { readonly spot: Spot; readonly text: string }[] = [];
  readonly #root: SourceDocument;

  constructor(root: SourceDocument) {
    this.#root = root;
  }

  change(rule: RuleName, spot: Spot, detail = ''): void {
    const { kind, text } = RULES[rule];
    this.changes.push({ kind, rule, pointer: this.#pointer(spot), text: detail === '' ? text : `${detail}: ${text}` });
  }

  warn(spot: Spot, text: string): void {
    this.warnings.push({ pointer: this.#pointer(spot), text });
  }

  mistake(spot: Spot, text: string): void {
    this.#mistakes.push({ spot, text });
  }

  /** Throws every mistake with its line and column. */
  async throwMistakes(): Promise<void> {
    if (this.#mistakes.length === 0) return;
    const documents = [...new Set(this.#mistakes.map(({ spot }) => spot.document))];
    const placed = await Promise.all(documents.map((document) => this.#placed(document)));
    throw new OpenApiError(placed.flat());
  }

  async #placed(document: SourceDocument): Promise<readonly Mistake[]> {
    const mine = this.#mistakes.filter(({ spot }) => spot.document === document);
    const places =
      document.text === undefined
        ? []
        : await placesOf(
            document.text,
            mine.map(({ spot }) => spot.pointer),
          );
    const seen = new Set<string>();
    return mine
      .map(({ spot, text }, index) => {
        const place = places[index];
        return { source: document.name, ...(place === undefined ? {} : { place }), pointer: spot.pointer, text };
      })
      .filter(({ pointer, text }) => !seen.has(`${pointer} ${text}`) && seen.add(`${pointer} ${text}`));
  }

  #pointer({ document, pointer }: Spot): string {
    return document === this.#root ? pointer : `${document.name}#${pointer}`;
  }
}
