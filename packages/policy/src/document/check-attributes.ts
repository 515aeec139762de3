import { isIP } from 'node:net';
import { checkExpression, isLiteral, mistake, valueMistake, type Place } from './place.ts';
import type { AttributeSpecification, ElementSpecification } from './specification.ts';
import { didYouMean } from './suggestion.ts';
import type { XmlElement, XmlValue } from './xml-tree.ts';

/** Mistakes of an element's attributes: unknown, missing, of the wrong kind, at odds with each other. */
export function checkAttributes(element: XmlElement, specification: ElementSpecification, place: Place): void {
  const specified = specification.attributes ?? {};
  for (const [name, value] of element.attributes) {
    // Any policy may have an id, which context.LastError.PolicyId shows.
    if (name === 'id' && !Object.hasOwn(specified, 'id')) continue;
    const known = Object.hasOwn(specified, name) ? specified[name] : undefined;
    if (known === undefined) unknownAttribute(element, name, value, specified, place);
    else checkAttribute(element, name, value, known, place);
  }
  for (const [name, attribute] of Object.entries(specified)) {
    if (attribute.required === true && !element.attributes.has(name))
      place.mistakes.push(mistake(element, `The required attribute '${name}' is missing.`));
  }
  checkGroups(element, specification, place);
}

function unknownAttribute(
  element: XmlElement,
  name: string,
  value: XmlValue,
  specified: Readonly<Record<string, AttributeSpecification>>,
  place: Place,
): void {
  const suggestion = didYouMean(name, Object.keys(specified));
  place.mistakes.push(
    valueMistake(
      value,
      place,
      `The '${name}' attribute is not declared: '${name}' is not a valid attribute of '${element.name}'.${suggestion}`,
    ),
  );
}

function checkGroups(element: XmlElement, specification: ElementSpecification, place: Place): void {
  const count = (group: readonly string[]): number => group.filter((name) => element.attributes.has(name)).length;
  const quoted = (group: readonly string[]): string => group.map((name) => `'${name}'`).join(', ');
  const refuse = (message: string): void => void place.mistakes.push(mistake(element, message));
  for (const group of specification.oneOf ?? [])
    if (count(group) !== 1) refuse(`Exactly one of ${quoted(group)} is required in '${element.name}'.`);
  for (const group of specification.anyOf ?? [])
    if (count(group) === 0) refuse(`At least one of ${quoted(group)} is required in '${element.name}'.`);
  for (const group of specification.atMostOneOf ?? [])
    if (count(group) > 1) refuse(`${quoted(group)} exclude each other in '${element.name}'.`);
}

function checkAttribute(
  element: XmlElement,
  name: string,
  value: XmlValue,
  attribute: AttributeSpecification,
  place: Place,
): void {
  const refuse = (message: string, code?: 'NotSupported'): void =>
    void place.mistakes.push(valueMistake(value, place, message, code));
  if (attribute.unsupported === true) {
    refuse(`The attribute '${name}' of '${element.name}' is not supported by this engine.`, 'NotSupported');
    return;
  }
  if (value.expression !== undefined) {
    if (attribute.literal === true)
      refuse(`Expressions are not allowed in the attribute '${name}' of '${element.name}'.`);
    else checkExpression(value, place);
    return;
  }
  if (!isLiteral(value)) return;
  const problem = literalProblem(value.text.trim(), attribute);
  if (problem !== undefined)
    refuse(`The '${name}' attribute is invalid - The value '${value.text}' is invalid: ${problem}.`);
}

/** Mistakes of an element's text. */
export function checkText(element: XmlElement, specification: ElementSpecification, place: Place): void {
  const { text } = element;
  if (text === undefined) {
    if (specification.textRequired === true)
      place.mistakes.push(mistake(element, `The element '${element.name}' must have a value.`));
    return;
  }
  if (text.expression !== undefined) checkExpression(text, place);
  else if (specification.text !== undefined && isLiteral(text)) {
    const problem = literalProblem(text.text.trim(), specification.text);
    if (problem !== undefined)
      place.mistakes.push(
        valueMistake(text, place, `The value '${text.text.trim()}' of '${element.name}' is invalid: ${problem}.`),
      );
  }
}

function literalProblem(text: string, attribute: AttributeSpecification): string | undefined {
  if (attribute.values !== undefined && !attribute.values.includes(text))
    return `it must be one of ${attribute.values.join(', ')}`;
  if (attribute.required === true && attribute.mayBeEmpty !== true && text === '') return 'it must not be empty';
  if (attribute.type === 'flag' && !/^(?:true|false)$/i.test(text)) return 'it must be true or false';
  if (attribute.type === 'number' && (text === '' || Number.isNaN(Number(text)))) return 'it must be a number';
  if (attribute.type === 'address' && isIP(text) === 0) return 'it must be an IP address';
  if (attribute.type === 'whole' && !/^\d+$/.test(text)) return 'it must be a whole number';
  return rangeProblem(Number(text), attribute);
}

function rangeProblem(number: number, { minimum, maximum }: AttributeSpecification): string | undefined {
  if (minimum !== undefined && number < minimum) return `it must be at least ${minimum}`;
  return maximum !== undefined && number > maximum ? `it must be at most ${maximum}` : undefined;
}
