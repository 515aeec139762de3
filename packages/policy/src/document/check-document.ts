import { positionAt, type PolicyMistake } from '../mistake.ts';
import type { Known } from '../scopes.ts';
import { expressionMistake } from './expression-mistake.ts';
import { POLICIES, UNSUPPORTED_POLICIES } from './policy-specifications.ts';
import { isSection, SECTIONS, type Section } from './sections.ts';
import type { AttributeSpecification, ElementSpecification } from './specification.ts';
import type { XmlElement, XmlValue } from './xml-tree.ts';

/** Where the walk stands. `fragment`: the section is not known, so no section is wrong. */
interface Place {
  readonly section: Section | 'fragment';
  readonly text: string;
  readonly known: Known | undefined;
  readonly mistakes: PolicyMistake[];
}

/** Mistakes of a document whose root must be `<policies>`. */
export function checkDocument(root: XmlElement, text: string, known: Known | undefined): readonly PolicyMistake[] {
  const mistakes: PolicyMistake[] = [];
  if (root.name !== 'policies') {
    return [mistake(root, `'${root.name}' is not a valid root element: 'policies' is expected.`)];
  }
  const seen = new Set<string>();
  let last = -1;
  for (const section of root.children) {
    if (!isSection(section.name)) {
      mistakes.push(mistake(section, `'${section.name}' is not a section: ${SECTIONS.join(', ')} are.`));
      continue;
    }
    const index = SECTIONS.indexOf(section.name);
    if (seen.has(section.name)) mistakes.push(mistake(section, `The section '${section.name}' stands twice.`));
    else if (index < last)
      mistakes.push(
        mistake(
          section,
          `The section '${section.name}' stands in the wrong place: the order is ${SECTIONS.join(', ')}.`,
        ),
      );
    seen.add(section.name);
    last = Math.max(last, index);
    const place = { section: section.name, text, known, mistakes };
    noText(section, place);
    policies(section.children, place);
    if (section.name === 'backend') oneForwarding(section, mistakes);
  }
  noText(root, { section: 'fragment', text, known, mistakes });
  return mistakes;
}

/** Mistakes of a fragment, whose root is `<fragment>`. */
export function checkFragment(root: XmlElement, text: string, known: Known | undefined): readonly PolicyMistake[] {
  if (root.name !== 'fragment')
    return [mistake(root, `'${root.name}' is not a valid root element: 'fragment' is expected.`)];
  const place: Place = { section: 'fragment', text, known, mistakes: [] };
  noText(root, place);
  policies(root.children, place);
  for (const element of descendants(root)) {
    if (element.name === 'base' || element.name === 'include-fragment' || isSection(element.name)) {
      place.mistakes.push(mistake(element, `A policy fragment may not contain '${element.name}'.`));
    }
  }
  return place.mistakes;
}

function* descendants(element: XmlElement): Iterable<XmlElement> {
  for (const child of element.children) {
    yield child;
    yield* descendants(child);
  }
}

function mistake(element: XmlElement, message: string, code: PolicyMistake['code'] = 'ValidationError'): PolicyMistake {
  return { ...element.position, code, message };
}

/** The backend section forwards once: `base` does so too. */
function oneForwarding(section: XmlElement, mistakes: PolicyMistake[]): void {
  const forwarding = section.children.filter((child) => child.name === 'forward-request' || child.name === 'base');
  const [, second] = forwarding;
  if (second !== undefined && forwarding.some((child) => child.name === 'forward-request')) {
    mistakes.push(mistake(second, "The backend section may contain only one of 'base' and 'forward-request'."));
  }
}

function policies(elements: readonly XmlElement[], place: Place): void {
  const seen = new Set<string>();
  for (const element of elements) {
    const specification = Object.hasOwn(POLICIES, element.name) ? POLICIES[element.name] : undefined;
    if (specification === undefined) {
      const known = UNSUPPORTED_POLICIES.has(element.name);
      const message = known
        ? `The policy '${element.name}' is not supported by this engine.`
        : `'${element.name}' is not a valid policy.`;
      place.mistakes.push(mistake(element, message, known ? 'NotSupported' : 'ValidationError'));
      continue;
    }
    if (place.section !== 'fragment' && !specification.sections.includes(place.section)) {
      place.mistakes.push(
        mistake(element, `The policy '${element.name}' is not allowed in the section '${place.section}'.`),
      );
    }
    if (specification.once === true && seen.has(element.name))
      place.mistakes.push(mistake(element, `The policy '${element.name}' may stand only once here.`));
    seen.add(element.name);
    checkElement(element, specification, place);
    references(element, place);
  }
}

function checkElement(element: XmlElement, specification: ElementSpecification, place: Place): void {
  attributes(element, specification, place);
  if (specification.content === 'policies') {
    noText(element, place);
    policies(element.children, place);
    return;
  }
  if (specification.content === 'any') {
    if (element.text !== undefined) expression(element.text, place);
    return;
  }
  children(element, specification, place);
  if (specification.content !== 'text') noText(element, place);
  else if (element.text !== undefined) expression(element.text, place);
  else if (specification.textRequired === true)
    place.mistakes.push(mistake(element, `'${element.name}' must have a value.`));
}

function noText(element: XmlElement, place: Place): void {
  if (element.text === undefined) return;
  const at = positionAt(place.text, element.text.offset);
  place.mistakes.push({ ...at, code: 'ValidationError', message: `'${element.name}' cannot contain text.` });
}

function attributes(element: XmlElement, specification: ElementSpecification, place: Place): void {
  const specified = specification.attributes ?? {};
  for (const [name, value] of element.attributes) {
    // Any policy may have an id, which context.LastError.PolicyId shows.
    if (name === 'id') continue;
    const known = Object.hasOwn(specified, name) ? specified[name] : undefined;
    if (known === undefined)
      place.mistakes.push(at(value, place, `'${name}' is not a valid attribute of '${element.name}'.`));
    else attributeValue(element.name, name, value, known, place);
  }
  for (const [name, attribute] of Object.entries(specified)) {
    if (attribute.required === true && !element.attributes.has(name)) {
      place.mistakes.push(mistake(element, `Required attribute '${name}' is missing from '${element.name}'.`));
    }
  }
  for (const group of specification.oneOf ?? []) {
    const present = group.filter((name) => element.attributes.has(name)).length;
    if (present !== 1)
      place.mistakes.push(
        mistake(
          element,
          `Exactly one of ${group.map((name) => `'${name}'`).join(', ')} is required in '${element.name}'.`,
        ),
      );
  }
}

function at(value: XmlValue, place: Place, message: string): PolicyMistake {
  return { ...positionAt(place.text, value.offset), code: 'ValidationError', message };
}

function attributeValue(
  element: string,
  name: string,
  value: XmlValue,
  attribute: AttributeSpecification,
  place: Place,
): void {
  if (value.expression !== undefined) {
    if (attribute.literal === true)
      place.mistakes.push(at(value, place, `Expressions are not allowed in the attribute '${name}' of '${element}'.`));
    else expression(value, place);
    return;
  }
  if (/\{\{.*\}\}/.test(value.text)) return;
  const problem = literalProblem(value.text.trim(), attribute);
  if (problem !== undefined)
    place.mistakes.push(
      at(
        value,
        place,
        `The value '${value.text}' of the attribute '${name}' of '${element}' is not valid: ${problem}.`,
      ),
    );
}

function literalProblem(text: string, attribute: AttributeSpecification): string | undefined {
  if (attribute.values !== undefined && !attribute.values.includes(text))
    return `it must be one of ${attribute.values.join(', ')}`;
  if (attribute.required === true && text === '') return 'it must not be empty';
  if (attribute.type === 'flag' && !/^(?:true|false)$/i.test(text)) return 'it must be true or false';
  if (attribute.type === 'number' && Number.isNaN(Number(text))) return 'it must be a number';
  if (attribute.type !== 'whole') return undefined;
  if (!/^\d+$/.test(text)) return 'it must be a whole number';
  if (attribute.minimum !== undefined && Number(text) < attribute.minimum)
    return `it must be at least ${attribute.minimum}`;
  return attribute.maximum !== undefined && Number(text) > attribute.maximum
    ? `it must be at most ${attribute.maximum}`
    : undefined;
}

function expression(value: XmlValue, place: Place): void {
  const found = expressionMistake(value, place.text);
  if (found !== undefined) place.mistakes.push(found);
}

function children(element: XmlElement, specification: ElementSpecification, place: Place): void {
  const specified = specification.children ?? {};
  const order = Object.keys(specified);
  let last = -1;
  for (const child of element.children) {
    const known = Object.hasOwn(specified, child.name) ? specified[child.name] : undefined;
    if (known === undefined) {
      place.mistakes.push(mistake(child, `'${child.name}' is not a valid child of '${element.name}'.`));
      continue;
    }
    const index = order.indexOf(child.name);
    if (specification.order === 'sequence' && index < last) {
      place.mistakes.push(
        mistake(
          child,
          `'${child.name}' stands in the wrong place: the order in '${element.name}' is ${order.join(', ')}.`,
        ),
      );
    }
    last = Math.max(last, index);
    checkElement(child, known.element, place);
  }
  for (const [name, { minimum = 0, maximum }] of Object.entries(specified)) {
    const found = element.children.filter((child) => child.name === name);
    const extra = maximum === undefined ? undefined : found[maximum];
    if (found.length < minimum) place.mistakes.push(mistake(element, `'${element.name}' needs a child '${name}'.`));
    if (extra !== undefined)
      place.mistakes.push(mistake(extra, `'${element.name}' may contain at most ${maximum ?? 0} '${name}'.`));
  }
}

/** API Management refuses a document that names a backend or fragment that is not there yet. */
function references(element: XmlElement, place: Place): void {
  limits(element, place);
  if (place.known === undefined) return;
  const backend = element.name === 'set-backend-service' ? element.attributes.get('backend-id') : undefined;
  if (backend !== undefined && isLiteral(backend) && !place.known.backends.has(backend.text)) {
    place.mistakes.push(at(backend, place, `Backend with id '${backend.text}' could not be found.`));
  }
  const fragment = element.name === 'include-fragment' ? element.attributes.get('fragment-id') : undefined;
  if (fragment !== undefined && isLiteral(fragment) && !place.known.fragments.has(fragment.text)) {
    place.mistakes.push(at(fragment, place, `Policy fragment with id '${fragment.text}' could not be found.`));
  }
}

function isLiteral(value: XmlValue): boolean {
  return value.expression === undefined && !value.text.includes('{{');
}

/** Dimensions whose value API Management knows by itself. */
const DEFAULT_DIMENSIONS = new Set([
  'api id',
  'operation id',
  'product id',
  'user id',
  'subscription id',
  'location',
  'gateway id',
  'backend id',
]);

/** Rules across attributes and children of one policy. */
function limits(element: XmlElement, place: Place): void {
  const has = (name: string): boolean => element.attributes.has(name);
  const refuse = (message: string): void => void place.mistakes.push(mistake(element, message));
  if (element.name.endsWith('-token-limit')) {
    if (!has('tokens-per-minute') && !has('token-quota'))
      refuse(`'${element.name}' needs 'tokens-per-minute', 'token-quota' or both.`);
    if (has('token-quota') !== has('token-quota-period')) refuse(`'token-quota' and 'token-quota-period' go together.`);
  }
  if (element.name === 'quota-by-key') {
    if (!has('calls') && !has('bandwidth')) refuse(`'quota-by-key' needs 'calls', 'bandwidth' or both.`);
    const period = element.attributes.get('renewal-period')?.text ?? '';
    if (/^\d+$/.test(period) && Number(period) > 0 && Number(period) < 300)
      refuse(`'renewal-period' must be 0 or at least 300 seconds.`);
  }
  if (element.name === 'forward-request' && has('timeout') && has('timeout-ms'))
    refuse(`'timeout' and 'timeout-ms' exclude each other.`);
  const names = new Set<string>();
  for (const dimension of element.name.includes('metric') ? element.children : []) {
    const name = dimension.attributes.get('name')?.text.toLowerCase() ?? '';
    if (names.has(name))
      place.mistakes.push(mistake(dimension, `The dimension '${name}' stands twice: names are compared without case.`));
    names.add(name);
    if (!dimension.attributes.has('value') && !DEFAULT_DIMENSIONS.has(name))
      place.mistakes.push(mistake(dimension, `The dimension '${name}' needs a value.`));
  }
}
