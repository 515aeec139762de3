import type { ActionDefinition, InputDefinition } from './definition.ts';

const START = '<!-- generated: inputs and outputs -->';
const END = '<!-- end -->';

/** `action.yml` of an action. */
export function renderActionYml(definition: ActionDefinition): string {
  const { title, description, branding, outputs } = definition;
  const lines = [
    '# Written by scripts/generate-action-files.ts from src/definition.ts.',
    `name: ${quoted(title)}`,
    `description: ${quoted(description)}`,
    'author: open-webui-landing-zone',
    'branding:',
    `  icon: ${branding.icon}`,
    `  color: ${branding.color}`,
    'inputs:',
    ...inputEntries(definition).flatMap(([name, input]) => inputLines(name, input)),
    'outputs:',
    ...Object.entries(outputs).flatMap(([name, output]) => [
      `  ${name}:`,
      `    description: ${quoted(output.description)}`,
    ]),
    'runs:',
    '  using: node24',
    '  main: dist/index.js',
  ];
  return `${lines.join('\n')}\n`;
}

/** README of an action: the tables between the two markers are replaced, everything else is a person's. */
export function renderReadme(definition: ActionDefinition, current?: string): string {
  const text = current ?? `# ${definition.title}\n\n${definition.description}\n\n${START}\n${END}\n`;
  const start = text.indexOf(START);
  const end = text.indexOf(END, start);
  if (start === -1 || end === -1) throw new Error(`README of ${definition.name} lacks the lines ${START} and ${END}`);
  return `${text.slice(0, start)}${START}\n\n${tables(definition)}\n\n${text.slice(end)}`;
}

/** The inputs as they are documented: of the modes, only those that the action can do. */
function inputEntries({ inputs, modes }: ActionDefinition): readonly [string, InputDefinition][] {
  return Object.entries(inputs).map(([name, input]) => [name, name === 'mode' ? modeInput(input, modes) : input]);
}

function modeInput(input: InputDefinition, modes: ActionDefinition['modes']): InputDefinition {
  const [only, ...others] = modes;
  const removal = modes.includes('destroy') ? ' `plan-destroy` lists what `destroy` would remove.' : '';
  const description = only === undefined || others.length > 0 ? input.description + removal : `Only \`${only}\`.`;
  return { ...input, description, allowed: others.length > 0 ? modes : [] };
}

/** GitHub does not enforce `required`; it is left out where a variable can stand in. */
function inputLines(name: string, input: InputDefinition): readonly string[] {
  return [
    `  ${name}:`,
    `    description: ${quoted(describe(input))}`,
    ...(input.required === true && input.fallback === undefined ? ['    required: true'] : []),
    ...(input.default === undefined ? [] : [`    default: ${quoted(input.default)}`]),
  ];
}

function describe({ description, allowed, fallback }: InputDefinition): string {
  const values =
    allowed === undefined || allowed.length === 0
      ? ''
      : ` One of ${allowed.map((value) => `\`${value}\``).join(', ')}.`;
  return `${description}${values}${fallback === undefined ? '' : ` Default: the variable ${fallback}.`}`;
}

function tables(definition: ActionDefinition): string {
  const inputRows = inputEntries(definition).map(([name, input]) => {
    const standard = input.required === true && input.fallback === undefined ? '*required*' : code(input.default ?? '');
    return `| \`${name}\` | ${input.type} | ${standard} | ${cell(describe(input))} |`;
  });
  const outputRows = Object.entries(definition.outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  );
  return [
    '| Input | Type | Default | Meaning |',
    '| --- | --- | --- | --- |',
    ...inputRows,
    '',
    '| Output | Meaning |',
    '| --- | --- |',
    ...outputRows,
  ].join('\n');
}

function code(value: string): string {
  return value === '' ? '' : `\`${value}\``;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|');
}

/** A YAML scalar in single quotes: nothing in it is markup. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
