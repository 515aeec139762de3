import { toText } from './liquid-value.ts';
import { LiquidReader } from './parse-expression.ts';
import { LiquidError, type LiquidBranch, type LiquidNode, type LiquidOperand } from './syntax.ts';

interface Piece {
  readonly kind: 'text' | 'output' | 'tag';
  readonly text: string;
  readonly offset: number;
}

/** Parses a template. Throws LiquidError. */
export function parseTemplate(template: string): readonly LiquidNode[] {
  return new TemplateParser(piecesOf(template), template.length).body([]);
}

/** Text, `{{ outputs }}` and `{% tags %}`; a hyphen in the marks takes the white space beside them. */
function piecesOf(template: string): readonly Piece[] {
  const pieces: Piece[] = [];
  const pattern = /\{\{(-?)([\s\S]*?)(-?)\}\}|\{%(-?)([\s\S]*?)(-?)%\}/g;
  let at = 0;
  let trim = false;
  const text = (end: number, trimEnd: boolean): void => {
    let part = template.slice(at, end);
    if (trim) part = part.trimStart();
    if (trimEnd) part = part.trimEnd();
    if (part !== '') pieces.push({ kind: 'text', text: part, offset: at });
  };
  for (let match = pattern.exec(template); match !== null; match = pattern.exec(template)) {
    const [whole, trimOutput, output, outputTrims, trimTag, tag = '', tagTrims] = match;
    text(match.index, (trimOutput ?? trimTag ?? '') !== '');
    trim = (outputTrims ?? tagTrims ?? '') !== '';
    at = match.index + whole.length;
    if (output !== undefined) pieces.push({ kind: 'output', text: output, offset: match.index });
    else if (/^\s*raw\s*$/.test(tag)) {
      const end = /\{%-?\s*endraw\s*-?%\}/.exec(template.slice(at));
      if (end === null) throw new LiquidError(match.index, "'raw' has no 'endraw'.");
      pieces.push({ kind: 'text', text: template.slice(at, at + end.index), offset: at });
      at += end.index + end[0].length;
      pattern.lastIndex = at;
    } else pieces.push({ kind: 'tag', text: tag.trim(), offset: match.index });
  }
  const open = /\{\{|\{%/.exec(template.slice(at));
  if (open !== null) throw new LiquidError(at + open.index, `'${open[0]}' has no end.`);
  text(template.length, false);
  return pieces;
}

class TemplateParser {
  readonly #pieces: readonly Piece[];
  readonly #length: number;
  #at = 0;

  constructor(pieces: readonly Piece[], length: number) {
    this.#pieces = pieces;
    this.#length = length;
  }

  /** Nodes until one of the tags `ends`, which is left to be taken; until the end of the template where there is none. */
  body(ends: readonly string[]): readonly LiquidNode[] {
    const nodes: LiquidNode[] = [];
    for (let piece = this.#pieces[this.#at]; piece !== undefined; piece = this.#pieces[this.#at]) {
      if (piece.kind === 'tag' && ends.includes(wordOf(piece))) return nodes;
      this.#at += 1;
      const node = this.#node(piece);
      if (node !== undefined) nodes.push(node);
    }
    if (ends.length > 0) throw new LiquidError(this.#length, `'${ends.at(-1) ?? ''}' is missing.`);
    return nodes;
  }

  #node(piece: Piece): LiquidNode | undefined {
    if (piece.kind === 'text') return { kind: 'text', text: piece.text };
    if (piece.kind === 'tag') return this.#tag(piece);
    const reader = new LiquidReader(piece.text, piece.offset);
    if (reader.done) return undefined;
    const expression = reader.expression();
    reader.end();
    return { kind: 'output', expression };
  }

  #tag(piece: Piece): LiquidNode | undefined {
    const word = wordOf(piece);
    const reader = new LiquidReader(piece.text.slice(word.length), piece.offset);
    switch (word) {
      case 'assign':
        return assign(reader);
      case 'capture':
        return { kind: 'capture', name: reader.name(), body: this.#until('endcapture') };
      case 'comment':
        this.#until('endcomment');
        return undefined;
      case 'if':
      case 'unless':
        return this.#conditional(word, reader);
      case 'case':
        return this.#cases(reader.operand());
      case 'for':
        return this.#loop(reader, 'endfor', false);
      case 'JSONArrayFor':
        return this.#loop(reader, 'endJSONArrayFor', true);
      case 'cycle':
        return cycle(reader, piece.text);
      case 'increment':
      case 'decrement':
        return { kind: 'step', name: reader.name(), by: word === 'increment' ? 1 : -1 };
      case 'break':
      case 'continue':
        return { kind: word };
      default:
        return unknownTag(piece, word);
    }
  }

  #until(end: string): readonly LiquidNode[] {
    const body = this.body([end]);
    this.#at += 1;
    return body;
  }

  #conditional(word: 'if' | 'unless', first: LiquidReader): LiquidNode {
    const branches: LiquidBranch[] = [];
    const own = first.condition();
    first.end();
    let condition: LiquidBranch['condition'] = word === 'if' ? own : { kind: 'not', condition: own };
    for (;;) {
      const body = this.body(['elsif', 'else', `end${word}`]);
      branches.push(condition === undefined ? { body } : { condition, body });
      const next = this.#takeTag();
      if (next.word === `end${word}`) return { kind: 'if', branches };
      condition = next.word === 'else' ? undefined : next.reader.condition();
    }
  }

  #cases(subject: LiquidOperand): LiquidNode {
    const branches: { readonly values?: readonly LiquidOperand[]; readonly body: readonly LiquidNode[] }[] = [];
    this.body(['when', 'else', 'endcase']);
    for (;;) {
      const next = this.#takeTag();
      if (next.word === 'endcase') return { kind: 'case', subject, branches };
      const values = next.word === 'else' ? undefined : alternatives(next.reader);
      const body = this.body(['when', 'else', 'endcase']);
      branches.push(values === undefined ? { body } : { values, body });
    }
  }

  #loop(reader: LiquidReader, end: string, commas: boolean): LiquidNode {
    const variable = reader.name();
    reader.expect('in');
    const list = reader.operand();
    const options: { limit?: LiquidOperand; offset?: LiquidOperand } = {};
    let reversed = false;
    while (!reader.done) {
      const option = reader.name();
      if (option === 'reversed') reversed = true;
      else if (option === 'limit' || option === 'offset') {
        reader.expect(':');
        options[option] = reader.operand();
      } else reader.fail(`'${option}' is no option of a loop: limit, offset and reversed are.`);
    }
    const body = this.body(['else', end]);
    const otherwise = this.#takeTag().word === 'else' ? this.#until(end) : [];
    return { kind: 'for', variable, list, reversed, commas, body, otherwise, ...options };
  }

  #takeTag(): { readonly word: string; readonly reader: LiquidReader } {
    const piece = this.#pieces[this.#at] ?? { kind: 'tag', text: '', offset: this.#length };
    this.#at += 1;
    const word = wordOf(piece);
    return { word, reader: new LiquidReader(piece.text.slice(word.length), piece.offset) };
  }
}

function wordOf({ text }: Piece): string {
  return /^\S+/.exec(text)?.[0] ?? '';
}

function assign(reader: LiquidReader): LiquidNode {
  const name = reader.name();
  reader.expect('=');
  const expression = reader.expression();
  reader.end();
  return { kind: 'assign', name, expression };
}

function alternatives(reader: LiquidReader): LiquidOperand[] {
  const values = [reader.operand()];
  while (reader.take('or') || reader.take(',')) values.push(reader.operand());
  reader.end();
  return values;
}

function cycle(reader: LiquidReader, markup: string): LiquidNode {
  const values = [reader.operand()];
  let group = markup;
  const [first] = values;
  if (reader.take(':')) {
    group = first?.kind === 'literal' ? toText(first.value) : markup;
    values.splice(0, 1, reader.operand());
  }
  while (reader.take(',')) values.push(reader.operand());
  reader.end();
  return { kind: 'cycle', group, values };
}

/** Tags of DotLiquid that this engine does not know what API Management makes of. */
const UNSUPPORTED_TAGS = ['block', 'extends', 'ifchanged', 'include', 'literal', 'param', 'tablerow'];

function unknownTag({ offset }: Piece, word: string): never {
  if (UNSUPPORTED_TAGS.includes(word))
    throw new LiquidError(offset, `The Liquid tag '${word}' is not supported by this engine.`, true);
  throw new LiquidError(offset, `Unknown tag '${word}'.`);
}
