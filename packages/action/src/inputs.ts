import type { InputDefinition, InputSchema, InputValues } from './definition.ts';
import { ConfigurationError, type Mistake } from './errors.ts';

/** Reads one type of input; answers the value, or what is wrong with it as the end of a sentence. */
type Reader = (text: string, definition: InputDefinition) => { readonly value: unknown } | { readonly wrong: string };

const readers: Readonly<Record<InputDefinition['type'], Reader>> = {
  string: (text) => ({ value: text }),
  boolean: (text) =>
    /^(true|True|TRUE)$/.test(text)
      ? { value: true }
      : /^(false|False|FALSE)$/.test(text)
        ? { value: false }
        : { wrong: 'must be true or false' },
  integer: (text, { range: [minimum, maximum] = [0, Number.MAX_SAFE_INTEGER] }) =>
    /^\d+$/.test(text) && Number(text) >= minimum && Number(text) <= maximum
      ? { value: Number(text) }
      : { wrong: `must be a whole number from ${minimum} to ${maximum}` },
  choice: (text, { allowed = [] }) =>
    allowed.includes(text) ? { value: text } : { wrong: `must be one of ${allowed.join(', ')}` },
  duration: (text) => {
    const value = parseDuration(text);
    return value === undefined ? { wrong: 'must be a duration like 500ms, 10s, 1m' } : { value };
  },
  guid: (text) =>
    /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
      ? { value: text.toLowerCase() }
      : { wrong: 'must be a GUID like 00000000-0000-0000-0000-000000000000' },
};

/**
 * Reads all inputs of an action, from the variables that GitHub sets for them (`INPUT_CLIENT-ID`) and their fallbacks.
 * Throws ConfigurationError with every mistake at once, each naming the input and what it may be.
 */
export function readInputs<I extends InputSchema>(schema: I, env: NodeJS.ProcessEnv): InputValues<I> {
  const mistakes: Mistake[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, definition] of Object.entries(schema)) {
    const read = readInput(name, definition, env);
    if ('wrong' in read) mistakes.push({ message: read.wrong });
    else values[camelCase(name)] = read.value;
  }
  if (mistakes.length > 0) throw new ConfigurationError(mistakes);
  return values as InputValues<I>;
}

function readInput(name: string, definition: InputDefinition, env: NodeJS.ProcessEnv): ReturnType<Reader> {
  const given = env[inputVariable(name)]?.trim() ?? '';
  const fallback = definition.fallback === undefined ? '' : (env[definition.fallback]?.trim() ?? '');
  const [text, source] =
    given !== ''
      ? [given, `Input "${name}"`]
      : [fallback || (definition.default ?? ''), sourceOf(name, definition, fallback)];
  if (text === '') return empty(name, definition);
  const read = readers[definition.type](text, definition);
  return 'wrong' in read ? { wrong: `${source} is "${text}" but ${read.wrong}.` } : read;
}

function sourceOf(name: string, { fallback: variable }: InputDefinition, fallback: string): string {
  return fallback === '' || variable === undefined ? `Input "${name}"` : `Variable ${variable} (for input "${name}")`;
}

function empty(name: string, definition: InputDefinition): ReturnType<Reader> {
  if (definition.required === true) {
    const other =
      definition.fallback === undefined ? '' : `, and the variable ${definition.fallback} is not set either`;
    return { wrong: `Input "${name}" is missing${other}. ${definition.description}` };
  }
  return { value: definition.type === 'duration' ? undefined : definition.type === 'boolean' ? false : '' };
}

/** The environment variable in which GitHub hands an input over. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}

function camelCase(name: string): string {
  return name.replaceAll(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Milliseconds of `500ms`, `10s`, `1m`, `2h`; undefined for anything else. */
export function parseDuration(text: string): number | undefined {
  const [, amount, unit] = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h)$/.exec(text) ?? [];
  if (amount === undefined || unit === undefined) return undefined;
  return Number(amount) * { ms: 1, s: 1000, m: 60_000, h: 3_600_000 }[unit as 'ms' | 's' | 'm' | 'h'];
}
