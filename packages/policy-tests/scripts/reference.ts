interface Part {
  readonly title?: string;
  readonly description?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly examples?: readonly unknown[];
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Part>>;
  readonly items?: Part;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Part>>;
}

const START =
  '<!-- reference: made by packages/policy-tests/scripts/generate.ts from packages/policy-tests/policy-test.schema.json -->';
const END = '<!-- end of reference -->';

/** The page with the reference between its two marks written anew. */
export function withReference(page: string, schemaText: string): string {
  const [start, end] = [page.indexOf(START), page.indexOf(END)];
  if (start === -1 || end < start) throw new Error(`The page needs the lines '${START}' and '${END}'.`);
  return `${page.slice(0, start + START.length)}\n\n${reference(schemaText)}\n\n${page.slice(end)}`;
}

function reference(schemaText: string): string {
  const root = JSON.parse(schemaText) as Part;
  const sections = Object.values(root.$defs ?? {}).filter(({ title, properties }) => title !== undefined && properties);
  return [
    '### The file',
    '',
    ...table(root, root),
    ...sections.flatMap((part) => ['', `### ${part.title ?? ''}`, '', ...lead(part), ...table(root, part)]),
  ].join('\n');
}

function lead({ description }: Part): readonly string[] {
  return description === undefined ? [] : [description, ''];
}

function table(root: Part, part: Part): readonly string[] {
  const rows = Object.entries(part.properties ?? {}).map(([name, member]) => {
    const resolved = resolve(root, member);
    const required = part.required?.includes(name) === true ? ' Required.' : '';
    const cells = [
      `\`${name}\``,
      typeText(resolved),
      `${resolved.description ?? ''}${required}`,
      exampleText(resolved),
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return ['| key | type | meaning | example |', '| --- | --- | --- | --- |', ...rows];
}

const NAMES: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'number',
  integer: 'whole number',
  object: 'map',
  array: 'list',
  boolean: 'true or false',
};

function typeText(part: Part): string {
  if (part.enum !== undefined) return part.enum.map((value) => `\`${String(value)}\``).join(', ');
  const types = typeof part.type === 'string' ? [part.type] : (part.type ?? []);
  return types.length === 0 ? 'anything' : types.map((type) => NAMES[type] ?? type).join(' or ');
}

function exampleText({ examples, enum: values }: Part): string {
  const [example] = examples ?? [];
  if (example === undefined || values !== undefined) return '';
  const text = typeof example === 'string' ? example : JSON.stringify(example);
  return `\`${text.replaceAll('\n', '\\n')}\``;
}

function resolve(root: Part, part: Part): Part {
  const name = part.$ref?.replace('#/$defs/', '');
  return name === undefined ? part : { ...root.$defs?.[name], ...part };
}
