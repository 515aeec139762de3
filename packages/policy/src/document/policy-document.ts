import { compileExpression, type CompiledExpression } from '../expressions/expression.ts';
import { PolicyDocumentError, positionAt, type PolicyMistake, type Position } from '../mistake.ts';
import type { Known, PolicyText } from '../scopes.ts';
import type { SavedAt } from './place.ts';
import { checkDocument, checkFragment } from './check-document.ts';
import { MaskError, maskExpressions, type EmbeddedExpression } from './expression-masks.ts';
import { withNamedValues } from './named-values.ts';
import { decodeEntities } from './entities.ts';
import { ParsedCache } from '../parsed-cache.ts';
import { readXml, XmlError, type XmlElement, type XmlSource, type XmlValue } from './xml-tree.ts';
import type { Section } from './sections.ts';
import { isSection } from './sections.ts';

/** Microsoft's service limits: 256 KiB, and 16 KiB in the Consumption tier. No page names a limit of the v2 tiers. */
const MAX_DOCUMENT_BYTES = 256 * 1024;
const MAX_CONSUMPTION_BYTES = 16 * 1024;
/** Microsoft's page on fragments of February 2026; it said 32 KB before. */
const MAX_FRAGMENT_BYTES = 512 * 1024;

/** What a document is checked as, and where. */
export interface ValidateOptions extends SavedAt {
  readonly format: PolicyText['format'];
}

type Check = (root: XmlElement, text: string, at: SavedAt) => readonly PolicyMistake[];

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
export function validatePolicy(text: string, options: ValidateOptions): readonly PolicyMistake[] {
  return validate(
    text,
    options,
    options.tier === 'Consumption' ? MAX_CONSUMPTION_BYTES : MAX_DOCUMENT_BYTES,
    checkDocument,
  );
}

/** The same for a policy fragment: no sections, no `<base />`, no other fragment. */
export function validateFragment(text: string, options: ValidateOptions): readonly PolicyMistake[] {
  return validate(text, options, MAX_FRAGMENT_BYTES, checkFragment);
}

function validate(text: string, options: ValidateOptions, limit: number, check: Check): readonly PolicyMistake[] {
  const size = Buffer.byteLength(text);
  const tooLong = `The policy is ${size} bytes long; the limit is ${limit} bytes.`;
  if (size > limit) return [{ line: 1, column: 1, code: 'ValidationError', message: tooLong }];
  const read = readDocument(text, options.format);
  if (read.root === undefined) return read.mistakes;
  const mistakes = [
    ...read.mistakes,
    ...namedValueMistakes(read.root, read.text, options.known),
    ...check(read.root, read.text, options),
  ];
  return mistakes.sort((left, right) => left.line - right.line || left.column - right.column);
}

function namedValueMistakes(root: XmlElement, text: string, known: Known | undefined): readonly PolicyMistake[] {
  if (known === undefined) return [];
  const templates = liquidTemplates(root);
  const isTemplate = (offset: number): boolean => templates.some(([start, end]) => offset >= start && offset < end);
  return [...text.matchAll(/\{\{\s*([A-Za-z0-9._-]+)\s*\}\}/g)]
    .filter((match) => !known.namedValues.has(match[1] ?? '') && !isInterpolationEscape(text, match.index))
    .filter((match) => !isTemplate(match.index) && !isComment(text, match.index))
    .map((match) => ({
      ...positionAt(text, match.index),
      code: 'ValidationError' as const,
      message: `Cannot find a property '${match[1] ?? ''}'.`,
    }));
}

/** Liquid writes its values as `{{ body.name }}`: only what is a named value is taken for one there. */
function liquidTemplates(element: XmlElement): readonly (readonly [start: number, end: number])[] {
  if (element.name === 'set-body' && element.attributes.get('template')?.text === 'liquid')
    return [[element.offset, element.offset + element.length]];
  return element.children.flatMap(liquidTemplates);
}

function isComment(text: string, offset: number): boolean {
  return text.lastIndexOf('<!--', offset) > text.lastIndexOf('-->', offset);
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
  const text = withNamedValues(policy.text, namedValues);
  return documents[policy.format].get(text, () => readSections(text, policy.format));
}

/** A gateway has one document for each API and scope, and few of these at a time. */
const MOST_DOCUMENTS = 64;
const documents = {
  xml: new ParsedCache<PolicyDocument>(MOST_DOCUMENTS),
  rawxml: new ParsedCache<PolicyDocument>(MOST_DOCUMENTS),
};
const fragments = {
  xml: new ParsedCache<readonly PolicyElement[]>(MOST_DOCUMENTS),
  rawxml: new ParsedCache<readonly PolicyElement[]>(MOST_DOCUMENTS),
};

function readSections(whole: string, format: PolicyText['format']): PolicyDocument {
  const root = parseRoot(whole, format, checkDocument);
  const sections = new Map<Section, readonly PolicyElement[]>();
  for (const child of root.children) if (isSection(child.name)) sections.set(child.name, child.children);
  return { sections };
}

/** The policies of a fragment. */
export function parseFragment(
  policy: PolicyText,
  namedValues: ReadonlyMap<string, string> = new Map(),
): readonly PolicyElement[] {
  const text = withNamedValues(policy.text, namedValues);
  return fragments[policy.format].get(text, () => parseRoot(text, policy.format, checkFragment).children);
}

function parseRoot(whole: string, format: PolicyText['format'], check: Check): PolicyElement {
  const { root, mistakes, text } = readDocument(whole, format);
  if (root === undefined) throw new PolicyDocumentError(mistakes);
  const found = check(root, text, {});
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
