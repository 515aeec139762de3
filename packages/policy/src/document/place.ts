import { positionAt, type PolicyMistake } from '../mistake.ts';
import type { Known, Scope } from '../scopes.ts';
import { expressionMistake } from './expression-mistake.ts';
import type { Section } from './sections.ts';
import type { XmlElement, XmlValue } from './xml-tree.ts';

/** What is known of where a document is saved. */
export interface SavedAt {
  readonly known?: Known;
  /** Absent: no policy is in the wrong scope. */
  readonly scope?: Scope;
  /** The service's tier, `Developer` or `Consumption`. Absent: it has every policy. */
  readonly tier?: string;
  /** The operation's URL template, which `rewrite-uri` may take parameters of. */
  readonly urlTemplate?: string;
}

/** Where the walk through a document stands, and what it has found. */
export interface Place extends SavedAt {
  /** `fragment`: the section is not known, so no section is wrong. */
  readonly section: Section | 'fragment';
  readonly text: string;
  /** The policy that is looked at. */
  readonly policy?: string;
  readonly mistakes: PolicyMistake[];
}

/** A mistake of an element. */
export function mistake(
  element: XmlElement,
  message: string,
  code: PolicyMistake['code'] = 'ValidationError',
): PolicyMistake {
  return { ...element.position, code, message, element: element.name };
}

/** A mistake of a value: an attribute or a text. */
export function valueMistake(
  value: XmlValue,
  { text, policy }: Place,
  message: string,
  code: PolicyMistake['code'] = 'ValidationError',
): PolicyMistake {
  return { ...positionAt(text, value.offset), code, message, ...(policy === undefined ? {} : { element: policy }) };
}

/** Adds what is wrong with a value's expression. */
export function checkExpression(value: XmlValue, place: Place): void {
  const found = expressionMistake(value, place.text);
  if (found === undefined) return;
  place.mistakes.push(place.policy === undefined ? found : { ...found, element: place.policy });
}

/** Adds a mistake where an element holds text that it may not. */
export function noText(element: XmlElement, place: Place, expected: readonly string[] = []): void {
  if (element.text === undefined) return;
  const list = expected.length === 0 ? '' : ` ${expectedElements(expected)}`;
  const message = `The element '${element.name}' cannot contain text.${list}`;
  place.mistakes.push({ ...valueMistake(element.text, place, message), element: element.name });
}

/** The end of API Management's messages about elements. */
export function expectedElements(names: readonly string[]): string {
  return `List of possible elements expected: ${names.map((name) => `'${name}'`).join(', ')}.`;
}

/** Whether a value is known when the document is saved: no expression, no named value. */
export function isLiteral(value: XmlValue): boolean {
  return value.expression === undefined && !/\{\{\s*[A-Za-z0-9._-]+\s*\}\}/.test(value.text);
}
