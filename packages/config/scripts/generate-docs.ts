/** Writes `docs/environment-file.md` from `environment.schema.json`: one table for each section, in the schema's order. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { productVariables, productVariableStarts } from '../src/data/open-webui-variables.ts';
import { runGenerator } from './generated-file.ts';

interface Part {
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Part>>;
  readonly additionalProperties?: boolean | Part;
  readonly items?: Part;
  readonly if?: { readonly properties?: Readonly<Record<string, { readonly const?: string }>> };
  readonly then?: { readonly required?: readonly string[] };
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Part>>;
}

const schemaFile = fileURLToPath(new URL('../environment.schema.json', import.meta.url));
const exampleFile = fileURLToPath(new URL('../../../environments/example.yml', import.meta.url));
const docsFile = fileURLToPath(new URL('../../../docs/environment-file.md', import.meta.url));

/** The page for a schema and the smallest example. */
export function docsPage(schemaText: string, example: string): string {
  const root = JSON.parse(schemaText) as Part;
  const sections = Object.entries(root.properties ?? {}).map(([name, part]) => [name, resolve(root, part)] as const);
  const single = sections.filter(([, part]) => membersOf(root, part) === undefined);
  return [
    '<!-- Made by packages/config/scripts/generate-docs.ts from packages/config/environment.schema.json. Do not edit. -->',
    '# The environment file',
    '',
    `${root.description ?? ''} [example.yml](../environments/example.yml) is the smallest one that deploys,`,
    '[full.yml](../environments/full.yml) shows every option. `lz validate FILE` lists every mistake in a file, each with',
    'line and column; an editor that knows the YAML language server checks while you type, by the first line:',
    '',
    '```yaml',
    example.trimEnd(),
    '```',
    '',
    '## The file itself',
    '',
    ...table(single.map(([name, part]) => row(name, part, requirement(root, name)))),
    '',
    ...sections.flatMap(([name, part]) => (membersOf(root, part) === undefined ? [] : section(root, name, part))),
    ...productVariablesSection(),
  ].join('\n');
}

function section(root: Part, name: string, part: Part): readonly string[] {
  const required = (root.required ?? []).includes(name) ? ' Required.' : '';
  return [`## ${name}`, '', `${part.description ?? ''}${required}`, '', ...table(rows(root, part, '')), ''];
}

/** What `spoke.openWebUi.environment` refuses. */
function productVariablesSection(): readonly string[] {
  const starts = productVariableStarts.map((start) => `${start}*`);
  return [
    '## Variables that the product keeps',
    '',
    'These cannot be set through `spoke.openWebUi.environment`, nor can a variable whose name says that it holds a',
    'secret (`…_KEY`, `…_SECRET`, `…_TOKEN`, `…_PASSWORD`):',
    '',
    [...starts, ...productVariables].map((name) => `\`${name}\``).join(', '),
    '',
  ];
}

/** A row for each member, and below a section the rows of its own members. */
function rows(root: Part, part: Part, prefix: string): readonly string[] {
  const owner = part.items === undefined ? part : resolve(root, part.items);
  return Object.entries(membersOf(root, part) ?? {}).flatMap(([name, member]) => {
    const child = resolve(root, member);
    const inner = child.type === 'array' ? `${prefix}${name}[].` : `${prefix}${name}.`;
    return [row(`${prefix}${name}`, child, requirement(owner, name)), ...rows(root, child, inner)];
  });
}

/** `required`, or the choice that makes it so. */
function requirement(owner: Part, name: string): string | undefined {
  if (owner.required?.includes(name) === true) return '**required**';
  if (owner.then?.required?.includes(name) !== true) return undefined;
  const [key, choice] = Object.entries(owner.if?.properties ?? {})[0] ?? [];
  return key === undefined ? '**required**' : `**required** with \`${key}: ${String(choice?.const)}\``;
}

function membersOf(root: Part, part: Part): Readonly<Record<string, Part>> | undefined {
  if (part.properties !== undefined) return part.properties;
  if (part.items !== undefined) return resolve(root, part.items).properties;
  // A map of sections under names of one's own.
  if (typeof part.additionalProperties !== 'object') return undefined;
  return resolve(root, part.additionalProperties).properties === undefined
    ? undefined
    : { '<name>': { description: 'What holds for this name.', ...part.additionalProperties } };
}

function row(path: string, part: Part, required: string | undefined): string {
  const cells = [`\`${path}\``, typeText(part), required ?? defaultText(part), descriptionText(part)];
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

function table(lines: readonly string[]): readonly string[] {
  return ['| option | type | default | meaning |', '| --- | --- | --- | --- |', ...lines];
}

function typeText(part: Part): string {
  const values = [...new Set((part.enum ?? []).map(String))];
  if (values.length > 20) return `one of ${values.length} names`;
  if (values.length > 0) return values.map((value) => `\`${value}\``).join(', ');
  const types = typeof part.type === 'string' ? [part.type] : (part.type ?? []);
  const range = part.minimum === undefined ? '' : ` ${part.minimum} to ${part.maximum ?? '…'}`;
  return types.map((type) => typeNames[type] ?? type).join(' or ') + range;
}

const typeNames: Readonly<Record<string, string>> = {
  string: 'text',
  integer: 'whole number',
  object: 'section',
  array: 'list',
  boolean: 'true or false',
};

function defaultText(part: Part): string {
  const value = part.default;
  const empty = typeof value === 'object' && value !== null && Object.keys(value).length === 0;
  return value === undefined || empty ? '' : `\`${plain(value)}\``;
}

function descriptionText(part: Part): string {
  const example = part.examples?.[0];
  const shown =
    typeof example === 'object' || example === undefined || example === part.default
      ? ''
      : ` Example: \`${plain(example)}\``;
  return `${part.description ?? ''}${shown}`;
}

function plain(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function resolve(root: Part, part: Part): Part {
  const name = part.$ref?.replace('#/$defs/', '');
  return name === undefined ? part : { ...root.$defs?.[name], ...part };
}

runGenerator(import.meta.url, () => {
  const page = docsPage(readFileSync(schemaFile, 'utf8'), readFileSync(exampleFile, 'utf8'));
  return new Map([[docsFile, page]]);
});
