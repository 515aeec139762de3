import { parseTemplate } from '../liquid/parse-template.ts';
import { LiquidError } from '../liquid/syntax.ts';
import { templateText } from '../liquid/template-text.ts';
import { isLiteral, mistake, valueMistake, type Place } from './place.ts';
import type { XmlElement } from './xml-tree.ts';

/** Rules across attributes and children of one policy, and what it refers to. */
export function checkRules(element: XmlElement, place: Place): void {
  const rule = Object.hasOwn(RULES, element.name) ? RULES[element.name] : undefined;
  rule?.(element, place);
  if (/^(?:llm|azure-openai)-token-limit$/.test(element.name)) tokenLimit(element, place);
  if (element.name.endsWith('-metric')) dimensions(element, place);
  const backend = Object.hasOwn(BACKEND_ATTRIBUTES, element.name) ? BACKEND_ATTRIBUTES[element.name] : undefined;
  if (backend !== undefined)
    reference(element, backend, place.known?.backends, place, (id) => `Backend with id '${id}' could not be found.`);
}

/** The attribute of each policy that names a backend. */
const BACKEND_ATTRIBUTES: Readonly<Record<string, string>> = {
  'set-backend-service': 'backend-id',
  'llm-content-safety': 'backend-id',
  'llm-semantic-cache-lookup': 'embeddings-backend-id',
  'azure-openai-semantic-cache-lookup': 'embeddings-backend-id',
};

type PolicyRule = (element: XmlElement, place: Place) => void;

const RULES: Readonly<Record<string, PolicyRule>> = {
  'include-fragment': (element, place) => {
    reference(
      element,
      'fragment-id',
      place.known?.fragments,
      place,
      (id) => `Policy fragment with id '${id}' could not be found.`,
    );
  },
  'log-to-eventhub': (element, place) => {
    reference(
      element,
      'logger-id',
      place.known?.loggers,
      place,
      (id) => `Logger not found: there is none with id '${id}'.`,
    );
  },
  'quota-by-key': quotaPeriod,
  'ip-filter': (element, place) => {
    if (element.children.length === 0)
      place.mistakes.push(
        mistake(
          element,
          "The element 'ip-filter' has incomplete content: it needs a child 'address' or 'address-range'.",
        ),
      );
  },
  'send-one-way-request': requestParts,
  'validate-content': jsonOnly,
  'rewrite-uri': rewriteTemplate,
  'set-body': liquidTemplate,
  'send-request': requestParts,
};

/** API Management refuses a document that names an entity that is not there yet. */
function reference(
  element: XmlElement,
  attribute: string,
  known: ReadonlySet<string> | undefined,
  place: Place,
  message: (id: string) => string,
): void {
  const value = element.attributes.get(attribute);
  if (known === undefined || value === undefined || !isLiteral(value) || known.has(value.text)) return;
  place.mistakes.push(valueMistake(value, place, message(value.text)));
}

function quotaPeriod(element: XmlElement, place: Place): void {
  const period = element.attributes.get('renewal-period')?.text ?? '';
  if (/^\d+$/.test(period) && Number(period) > 0 && Number(period) < 300)
    place.mistakes.push(mistake(element, `'renewal-period' must be 0 or at least 300 seconds.`));
}

/** A new request has nothing to take its address and method from. */
function requestParts(element: XmlElement, place: Place): void {
  const mode = element.attributes.get('mode');
  if (mode !== undefined && (!isLiteral(mode) || mode.text === 'copy')) return;
  for (const name of ['set-url', 'set-method'])
    if (!element.children.some((child) => child.name === name))
      place.mistakes.push(
        mistake(
          element,
          `The element '${element.name}' has incomplete content: it needs a child '${name}' unless mode is 'copy'.`,
        ),
      );
}

function jsonOnly(element: XmlElement, place: Place): void {
  for (const content of element.children) {
    const kind = content.attributes.get('validate-as');
    if (kind?.text === 'xml' || kind?.text === 'soap')
      place.mistakes.push(
        valueMistake(kind, place, `validate-as="${kind.text}" is not supported by this engine.`, 'NotSupported'),
      );
  }
}

/** Parameters of a template: `{id}`, `{*path}`. */
function parametersOf(template: string): readonly string[] {
  return [...template.matchAll(/\{\*?([^{}]+)\}/g)].map(([, name = '']) => name);
}

function rewriteTemplate(element: XmlElement, place: Place): void {
  const template = element.attributes.get('template');
  if (template === undefined || place.urlTemplate === undefined || !isLiteral(template)) return;
  const known = new Set(parametersOf(place.urlTemplate).map((name) => name.toLowerCase()));
  const unknown = parametersOf(template.text).find((name) => !known.has(name.toLowerCase()));
  if (unknown !== undefined)
    place.mistakes.push(
      valueMistake(
        template,
        place,
        `Only parameters specified in the original URL template can be used in the rewrite template: '${unknown}' is not in '${place.urlTemplate}'.`,
      ),
    );
}

/** A template that cannot be read. Bodies of other policies are looked at too. */
function liquidTemplate(element: XmlElement, place: Place): void {
  if (element.attributes.get('template')?.text !== 'liquid') return;
  try {
    parseTemplate(templateText(element));
  } catch (error) {
    if (!(error instanceof LiquidError)) throw error;
    const code = error.unsupported ? 'NotSupported' : 'ValidationError';
    place.mistakes.push(mistake(element, `Liquid template: ${error.message}`, code));
  }
}

function tokenLimit(element: XmlElement, place: Place): void {
  if (element.attributes.has('token-quota') !== element.attributes.has('token-quota-period'))
    place.mistakes.push(mistake(element, `'token-quota' and 'token-quota-period' go together.`));
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

function dimensions(element: XmlElement, place: Place): void {
  const names = new Set<string>();
  for (const dimension of element.children) {
    const name = dimension.attributes.get('name')?.text.toLowerCase() ?? '';
    if (names.has(name))
      place.mistakes.push(mistake(dimension, `The dimension '${name}' stands twice: names are compared without case.`));
    names.add(name);
    if (!dimension.attributes.has('value') && !DEFAULT_DIMENSIONS.has(name))
      place.mistakes.push(mistake(dimension, `The dimension '${name}' needs a value.`));
  }
}
