import type { PolicyMistake } from '../mistake.ts';
import { checkPolicies } from './check-element.ts';
import { mistake, noText, type Place, type SavedAt } from './place.ts';
import { POLICIES } from './policy-specifications.ts';
import { isSection, SECTIONS, type Section } from './sections.ts';
import { didYouMean } from './suggestion.ts';
import type { XmlElement } from './xml-tree.ts';

/** Mistakes of a document whose root must be `<policies>`. */
export function checkDocument(root: XmlElement, text: string, at: SavedAt): readonly PolicyMistake[] {
  if (root.name !== 'policies')
    return [mistake(root, `'${root.name}' is not a valid root element: 'policies' is expected.`)];
  const place: Place = { ...at, section: 'fragment', text, mistakes: [] };
  noText(root, place, SECTIONS);
  checkSections(root, place);
  for (const section of root.children) if (isSection(section.name)) checkSection(section, section.name, place);
  return place.mistakes;
}

function checkSections(root: XmlElement, { mistakes }: Place): void {
  const seen = new Set<string>();
  let last = -1;
  for (const section of root.children) {
    if (!isSection(section.name)) {
      mistakes.push(mistake(section, unknownSection(section.name)));
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
  }
}

function unknownSection(name: string): string {
  const policy = Object.hasOwn(POLICIES, name) ? ' Policy section is not allowed in the specified scope.' : '';
  return `'${name}' is not a section: ${SECTIONS.join(', ')} are.${policy}${didYouMean(name, SECTIONS)}`;
}

function checkSection(element: XmlElement, section: Section, outer: Place): void {
  const place = { ...outer, section };
  for (const attribute of element.attributes.keys())
    place.mistakes.push(mistake(element, `The '${attribute}' attribute is not declared: a section has none.`));
  noText(element, place);
  checkPolicies(element.children, place);
  checkOnce(element, place);
  if (section === 'backend') oneForwarding(element, place);
  baseOnTop(element, place);
}

/** Policies that may stand once in a section, wherever they stand in it. Branches of a `choose` exclude each other. */
function checkOnce(section: XmlElement, { mistakes }: Place): void {
  const seen = new Set<string>();
  for (const element of section.children) {
    if (POLICIES[element.name]?.once === true && seen.has(element.name))
      mistakes.push(mistake(element, `The policy '${element.name}' may stand only once here.`));
    seen.add(element.name);
  }
}

/** The backend section forwards once: `base` does so too. */
function oneForwarding(section: XmlElement, { mistakes }: Place): void {
  const forwarding = section.children.filter((child) => child.name === 'forward-request' || child.name === 'base');
  const [, second] = forwarding;
  if (second !== undefined && forwarding.some((child) => child.name === 'forward-request'))
    mistakes.push(mistake(second, "The backend section may contain only one of 'base' and 'forward-request'."));
}

/** `base` stands directly in a section. */
function baseOnTop(section: XmlElement, { mistakes }: Place): void {
  for (const child of section.children)
    for (const nested of descendants(child))
      if (nested.name === 'base' && !inTemplate(child, nested))
        mistakes.push(mistake(nested, "'base' may stand directly in a section only, not inside of another policy."));
}

/** Markup that is a body's content is no policy. */
function inTemplate(root: XmlElement, element: XmlElement): boolean {
  const bodies = [root, ...descendants(root)].filter(({ name }) => name === 'set-body');
  return bodies.some((body) => [...descendants(body)].includes(element));
}

/** Mistakes of a fragment, whose root is `<fragment>`. */
export function checkFragment(root: XmlElement, text: string, at: SavedAt): readonly PolicyMistake[] {
  if (root.name !== 'fragment')
    return [mistake(root, `'${root.name}' is not a valid root element: 'fragment' is expected.`)];
  const place: Place = { ...at, section: 'fragment', text, mistakes: [] };
  noText(root, place);
  const own = root.children.filter((element) => !isSection(element.name));
  checkPolicies(own, place);
  for (const element of descendants(root)) {
    if (element.name === 'base' || element.name === 'include-fragment' || isSection(element.name))
      place.mistakes.push(mistake(element, `A policy fragment may not contain '${element.name}'.`));
  }
  return place.mistakes;
}

function* descendants(element: XmlElement): Iterable<XmlElement> {
  for (const child of element.children) {
    yield child;
    yield* descendants(child);
  }
}
