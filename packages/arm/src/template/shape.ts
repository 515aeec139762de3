import { TemplateError } from '../errors.ts';
import { type Json, type JsonObject, findKey, getProperty, isArray, isObject } from '../json.ts';

/** Top-level members that a template may have, in any case. The real engine refuses every other one. */
const MEMBERS: ReadonlySet<string> = new Set([
  '$schema',
  'languageversion',
  'contentversion',
  'apiprofile',
  'metadata',
  'definitions',
  'imports',
  'extensions',
  'functions',
  'parameters',
  'variables',
  'resources',
  'outputs',
  'asserts',
]);

const REQUIRED = ['contentVersion', 'resources'] as const;

/** How many of each a template may have (Microsoft: template limits; parameters, variables and outputs tried with the real engine). */
const LIMITS = { parameters: 256, variables: 512, outputs: 64 } as const;

/** How many resources one deployment may make, all loops counted. */
const MOST_RESOURCES = 800;

/** Refuses a template that ARM cannot even read, in the words of its deserialiser, and one that is over a limit. */
export function checkShape(template: JsonObject): void {
  const unknown = Object.keys(template).find((key) => !MEMBERS.has(key.toLowerCase()));
  if (unknown !== undefined)
    throw unreadable(`Could not find member '${unknown}' on object of type 'Template'.`, unknown);
  for (const member of REQUIRED) {
    if (findKey(template, member) === undefined) {
      throw unreadable(`Required property '${member}' not found in JSON.`, member);
    }
  }
  for (const [section, limit] of Object.entries(LIMITS)) {
    const count = countOf(getProperty(template, section));
    if (count > limit) throw tooMany(section, limit, count);
  }
}

/** Refuses a deployment of more resources than ARM takes. */
export function checkResourceCount(count: number): void {
  if (count > MOST_RESOURCES) throw tooMany('resources', MOST_RESOURCES, count);
}

/** Variables made by a loop count as one each: their number is known at evaluation only. */
function countOf(section: Json | undefined): number {
  return isObject(section) && !isArray(section) ? Object.keys(section).length : 0;
}

function unreadable(reason: string, member: string): TemplateError {
  return new TemplateError(
    'InvalidRequestContent',
    `The request content was invalid and could not be deserialized: '${reason} Path 'properties.template.${member}'.'.`,
    member,
  );
}

function tooMany(what: string, limit: number, count: number): TemplateError {
  return new TemplateError(
    'InvalidTemplate',
    `Deployment template validation failed: 'The number of template ${what} limit exceeded. Limit: '${String(limit)}' and actual: '${String(count)}'. Please see https://aka.ms/arm-template/#${what} for usage details.'.`,
    what,
  );
}
