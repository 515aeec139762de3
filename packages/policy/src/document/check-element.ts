import { checkAttributes, checkText } from './check-attributes.ts';
import { checkRules } from './check-rules.ts';
import { expectedElements, mistake, noText, type Place } from './place.ts';
import { POLICIES, UNSUPPORTED_POLICIES } from './policy-specifications.ts';
import { isSection } from './sections.ts';
import type { ElementSpecification, PolicySpecification } from './specification.ts';
import { didYouMean } from './suggestion.ts';
import type { XmlElement } from './xml-tree.ts';

/** Mistakes of policies that stand next to each other. */
export function checkPolicies(elements: readonly XmlElement[], place: Place, only?: readonly string[]): void {
  for (const element of elements) {
    const reason = UNSUPPORTED_POLICIES.get(element.name);
    const specification = Object.hasOwn(POLICIES, element.name) ? POLICIES[element.name] : undefined;
    if (reason !== undefined)
      place.mistakes.push(
        mistake(element, `The policy '${element.name}' is not supported by this engine: ${reason}.`, 'NotSupported'),
      );
    else if (specification === undefined) place.mistakes.push(mistake(element, unknownPolicy(element.name)));
    else checkPolicy(element, specification, { ...place, policy: element.name }, only);
  }
}

function unknownPolicy(name: string): string {
  if (isSection(name))
    return `The section '${name}' may not stand inside of another: it belongs directly into 'policies'.`;
  return `'${name}' is not a valid policy.${didYouMean(name, [...Object.keys(POLICIES), ...UNSUPPORTED_POLICIES.keys()])}`;
}

function checkPolicy(
  element: XmlElement,
  specification: PolicySpecification,
  place: Place,
  only: readonly string[] | undefined,
): void {
  const refuse = (message: string): void => void place.mistakes.push(mistake(element, message));
  const { section, scope, tier } = place;
  if (only !== undefined && !only.includes(element.name))
    refuse(`'${element.name}' may not stand here. ${expectedElements(only)}`);
  if (section !== 'fragment' && !specification.sections.includes(section))
    refuse(
      `Policy is not allowed in the specified section: '${element.name}' is not allowed in the section '${section}', but in ${specification.sections.join(', ')}.`,
    );
  if (scope !== undefined && specification.scopes?.includes(scope) === false)
    refuse(
      `Policy is not allowed in the specified scope: '${element.name}' is not allowed in the scope '${scope}', but in ${specification.scopes.join(', ')}.`,
    );
  if (tier !== undefined && specification.notOn?.includes(tier) === true)
    refuse(`The policy '${element.name}' is not available in the ${tier} tier.`);
  checkElement(element, specification, place);
  if (specification.content !== 'any') checkRules(element, place);
}

function checkElement(element: XmlElement, specification: ElementSpecification, place: Place): void {
  checkAttributes(element, specification, place);
  if (specification.content === 'policies') {
    noText(element, place);
    checkPolicies(element.children, place, specification.onlyPolicies);
    return;
  }
  if (specification.content === 'any') {
    checkText(element, specification, place);
    checkRules(element, place);
    return;
  }
  checkChildren(element, specification, place);
  if (specification.content === 'text') checkText(element, specification, place);
  else noText(element, place, Object.keys(specification.children ?? {}));
}

function checkChildren(element: XmlElement, specification: ElementSpecification, place: Place): void {
  const specified = specification.children ?? {};
  const order = Object.keys(specified);
  let last = -1;
  for (const child of element.children) {
    const known = Object.hasOwn(specified, child.name) ? specified[child.name] : undefined;
    if (known === undefined) {
      place.mistakes.push(mistake(child, invalidChild(element, child, order)));
      continue;
    }
    const index = order.indexOf(child.name);
    if (specification.order === 'sequence' && index < last)
      place.mistakes.push(
        mistake(
          child,
          `'${child.name}' stands in the wrong place: the order in '${element.name}' is ${order.join(', ')}.`,
        ),
      );
    last = Math.max(last, index);
    checkElement(child, known.element, place);
  }
  checkCounts(element, specification, place);
}

function invalidChild(element: XmlElement, child: XmlElement, order: readonly string[]): string {
  const expected = order.length === 0 ? 'It may contain none.' : expectedElements(order);
  return `The element '${element.name}' has invalid child element '${child.name}': '${child.name}' is not a valid child of '${element.name}'. ${expected}${didYouMean(child.name, order)}`;
}

function checkCounts(element: XmlElement, specification: ElementSpecification, place: Place): void {
  for (const [name, { minimum = 0, maximum }] of Object.entries(specification.children ?? {})) {
    const found = element.children.filter((child) => child.name === name);
    const extra = maximum === undefined ? undefined : found[maximum];
    if (found.length < minimum)
      place.mistakes.push(
        mistake(element, `The element '${element.name}' has incomplete content: it needs a child '${name}'.`),
      );
    if (extra !== undefined)
      place.mistakes.push(mistake(extra, `'${element.name}' may contain at most ${maximum ?? 0} '${name}'.`));
  }
}
