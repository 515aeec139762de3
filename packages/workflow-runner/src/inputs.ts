import { WorkflowError } from './errors.ts';
import type { InputDefinition } from './model.ts';

/**
 * Checks the values given for a workflow's inputs against their definitions and fills in defaults.
 * Throws `WorkflowError` that lists every unknown, missing or ill-typed input.
 */
export function resolveInputs(
  definitions: Readonly<Record<string, InputDefinition>>,
  given: Readonly<Record<string, unknown>>,
  where: string,
): Readonly<Record<string, unknown>> {
  const mistakes: string[] = [];
  for (const name of Object.keys(given)) {
    if (!(name in definitions)) {
      mistakes.push(`unknown input '${name}'; ${where} takes ${Object.keys(definitions).join(', ') || 'none'}`);
    }
  }
  const values = Object.entries(definitions).map(([name, definition]) => {
    const value = given[name] ?? definition.default;
    if (value === undefined || value === null || value === '') {
      if (definition.required === true && definition.default === undefined)
        mistakes.push(`input '${name}' is required`);
      return [name, emptyValue(definition)] as const;
    }
    const typed = coerce(value, definition);
    if (typed === undefined)
      mistakes.push(`input '${name}' must be ${expectation(definition)}, not ${JSON.stringify(value)}`);
    return [name, typed] as const;
  });
  if (mistakes.length > 0) throw new WorkflowError(`${where}: ${mistakes.join('; ')}`);
  return Object.fromEntries(values);
}

function coerce(value: unknown, { type = 'string', options }: InputDefinition): unknown {
  switch (type) {
    case 'boolean':
      return value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined;
    case 'number':
      return Number.isNaN(Number(value)) ? undefined : Number(value);
    case 'choice':
      return options?.includes(String(value)) === true ? String(value) : undefined;
    case 'string':
    case 'environment':
      return String(value);
  }
}

function emptyValue({ type = 'string' }: InputDefinition): unknown {
  return type === 'boolean' ? false : type === 'number' ? 0 : '';
}

function expectation({ type = 'string', options = [] }: InputDefinition): string {
  return type === 'choice' ? `one of ${options.join(', ')}` : `a ${type}`;
}
