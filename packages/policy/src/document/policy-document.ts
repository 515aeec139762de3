import { compileExpression, type CompiledExpression } from '../expressions/expression.ts';
import { PolicyDocumentError, positionAt, type PolicyMistake, type Position } from '../mistake.ts';
import type { Known, PolicyText } from '../scopes.ts';
import { checkDocument, checkFragment } from './check-document.ts';
import { MaskError, maskExpressions, type EmbeddedExpression } from './expression-masks.ts';
import { withNamedValues } from './named-values.ts';
import { decodeEntities } from './entities.ts';
import { readXml, XmlError, type XmlElement, type XmlSource, type XmlValue } from './xml-tree.ts';
import type { Section } from './sections.ts';
import { isSection } from './sections.ts';

/** The classic tiers' limit; Consumption and early v2 tiers allow 16 KiB. */
const MAX_DOCUMENT_BYTES = 256 * 1024;
const MAX_FRAGMENT_BYTES = 32 * 1024;

/** A value of an element: fixed text, or an expression. */
export interface PolicyValue {
  readonly text: string;
  readonly expression: CompiledExpression | undefined;
  readonly position: Position;
}

/** One element of a document, ready to run. */
export interface PolicyElement {
  readonly name: string;
  readonly position: Position;
  readonly attributes: ReadonlyMap<string, PolicyValue>;
  readonly children: readonly PolicyElement[];
  readonly text: PolicyValue | undefined;
  /** The markup between the tags, as written. */
  readonly inner: string;
}

export interface PolicyDocument {
  /** A section that the document leaves out inherits the scope above as a whole. */
  readonly sections: ReadonlyMap<Section, readonly PolicyElement[]>;
}

interface Read {
  readonly root: XmlElement | undefined;
  readonly mistakes: readonly PolicyMistake[];
  readonly text: string;
}

/** Every mistake of a document that API Management would refuse it for, in document order. Needs no values. */
export function validatePolicy(
  text: string,
  options: { readonly format: PolicyText['format']; readonly known?: Known },
): readonly PolicyMistake[] {
  return validate(text, options, MAX_DOCUMENT_BYTES, checkDocument);
}

/** The same for a policy fragment: at most 32 KiB, no sections, no `<base />`, no other fragment. */
export function validateFragment(
  text: string,
  options: { readonly format: PolicyText['format']; readonly known?: Known },
): readonly PolicyMistake[] {
  return validate(text, options, MAX_FRAGMENT_BYTES, checkFragment);
}

function validate(
  text: string,
  options: { readonly format: PolicyText['format']; readonly known?: Known },
  limit: number,
  check: (root: XmlElement, source: string, known: Known | undefined) => readonly PolicyMistake[],
): readonly PolicyMistake[] {
  const size = Buffer.byteLength(text);
  if (size > limit)
    return [
      {
        line: 1,
        column: 1,
        code: 'ValidationError',
        message: `The policy is ${size} bytes long; the limit is ${limit} bytes.`,
      },
    ];
  const read = readDocument(text, options.format);
  if (read.root === undefined) return read.mistakes;
  const mistakes = [
    ...read.mistakes,
    ...namedValueMistakes(read.text, options.known),
    ...check(read.root, read.text, options.known),
  ];
  return mistakes.sort((left, right) => left.line - right.line || left.column - right.column);
}

function namedValueMistakes(text: string, known: Known | undefined): readonly PolicyMistake[] {
  if (known === undefined) return [];
  return [...text.matchAll(/\{\{\s*([A-Za-z0-9._-]+)\s*\}\}/g)]
    .filter((match) => !known.namedValues.has(match[1] ?? '') && !isInterpolationEscape(text, match.index))
    .map((match) => ({
      ...positionAt(text, match.index),
      code: 'ValidationError' as const,
      message: `Cannot find a property '${match[1] ?? ''}'.`,
    }));
}

/** `$"{{0}}"`: doubled braces of an interpolated string are no named value unless one of that name exists. */
function isInterpolationEscape(text: string, offset: number): boolean {
  const line = text.slice(text.lastIndexOf('\n', offset) + 1, offset);
  return /\$@?(?:"|&quot;)(?:(?!"|&quot;).)*$/.test(line);
}

function readDocument(text: string, format: PolicyText['format']): Read {
  const original = text.replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  const refused = (offset: number, message: string): Read => ({
    root: undefined,
    text: original,
    mistakes: [{ ...positionAt(original, Math.max(offset, 0)), code: 'ValidationError', message }],
  });
  try {
    return { root: readXml(sourceOf(original, format)), mistakes: [], text: original };
  } catch (error) {
    if (error instanceof MaskError || error instanceof XmlError) return refused(error.offset, error.message);
    throw error;
  }
}

function sourceOf(original: string, format: PolicyText['format']): XmlSource {
  const expressionOf = (text: string, offset: number): EmbeddedExpression | undefined => {
    if (!/^@[({][\s\S]*[)}]$/.test(text)) return undefined;
    const { offsets } = decodeEntities(original.slice(offset, offset + text.length * 6));
    return { source: text, offsetOf: (at) => offset + (offsets[at] ?? 0) };
  };
  if (format === 'xml') return { masked: original, original, expressionAt: () => undefined, expressionOf };
  const { text, expressions } = maskExpressions(original);
  const byOffset = new Map(expressions.map((expression) => [expression.offsetOf(0), expression]));
  return { masked: text, original, expressionAt: (offset) => byOffset.get(offset), expressionOf };
}

/**
 * A document with named values put in and expressions compiled. Throws PolicyDocumentError where API Management would
 * have refused it.
 */
export function parsePolicy(policy: PolicyText, namedValues: ReadonlyMap<string, string> = new Map()): PolicyDocument {
  const root = parseRoot(policy, namedValues, checkDocument);
  const sections = new Map<Section, readonly PolicyElement[]>();
  for (const child of root.children) if (isSection(child.name)) sections.set(child.name, child.children);
  return { sections };
}

/** The policies of a fragment. */
export function parseFragment(
  policy: PolicyText,
  namedValues: ReadonlyMap<string, string> = new Map(),
): readonly PolicyElement[] {
  return parseRoot(policy, namedValues, checkFragment).children;
}

function parseRoot(
  policy: PolicyText,
  namedValues: ReadonlyMap<string, string>,
  check: (root: XmlElement, source: string, known: Known | undefined) => readonly PolicyMistake[],
): PolicyElement {
  const { root, mistakes, text } = readDocument(withNamedValues(policy.text, namedValues), policy.format);
  if (root === undefined) throw new PolicyDocumentError(mistakes);
  const found = check(root, text, undefined);
  if (found.length > 0) throw new PolicyDocumentError(found);
  return toElement(root, text);
}

function toElement(element: XmlElement, text: string): PolicyElement {
  return {
    name: element.name,
    position: element.position,
    attributes: new Map([...element.attributes].map(([name, value]) => [name, toValue(value, text)])),
    children: element.children.map((child) => toElement(child, text)),
    text: element.text === undefined ? undefined : toValue(element.text, text),
    inner: element.inner,
  };
}

function toValue(value: XmlValue, text: string): PolicyValue {
  const { expression } = value;
  const position = positionAt(text, value.offset);
  return {
    text: value.text,
    expression: expression === undefined ? undefined : compileExpression(expression.source),
    position,
  };
}
