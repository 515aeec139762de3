import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const copy = mkdtempSync(join(tmpdir(), 'generated-'));

/** A copy of what the generators read and write, so that a test may change it. */
beforeAll(() => {
  for (const part of [
    'packages/config/src',
    'packages/config/scripts',
    'packages/config/environment.schema.json',
    'packages/config/package.json',
    'environments',
    'docs/environment-file.md',
  ]) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  // Where npm could not hoist the package's own dependencies, they lie beside it.
  const own = join(root, 'packages/config/node_modules');
  if (existsSync(own)) symlinkSync(own, join(copy, 'packages/config/node_modules'));
});
afterAll(() => {
  rmSync(copy, { recursive: true });
});

function check(script: string): { readonly status: number | null; readonly output: string } {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(copy, 'packages/config/scripts', script), '--check'],
    { encoding: 'utf8' },
  );
  return { status, output: stdout + stderr };
}

const generators = [
  ['generate-validator.ts', 'packages/config/src/schema-validator.generated.js'],
  ['generate-docs.ts', 'docs/environment-file.md'],
] as const;

describe.each(generators)('%s', { timeout: 20_000 }, (script, generated) => {
  const schemaFile = join(copy, 'packages/config/environment.schema.json');
  const generatedFile = join(copy, generated);

  it('finds the committed file fresh', () => {
    expect(check(script)).toMatchObject({ status: 0 });
  });

  it('fails when the schema changed, and writes nothing', () => {
    const [schema, before] = [readFileSync(schemaFile, 'utf8'), readFileSync(generatedFile, 'utf8')];
    writeFileSync(schemaFile, schema.replace('"default": 50000', '"default": 40000'));
    const stale = check(script);
    writeFileSync(schemaFile, schema);
    expect(stale).toMatchObject({ status: 1 });
    expect(stale.output).toContain('npm run generate');
    expect(readFileSync(generatedFile, 'utf8')).toBe(before);
  });

  it('fails when the generated file was edited, and repairs it', () => {
    const before = readFileSync(generatedFile, 'utf8');
    writeFileSync(generatedFile, `${before}\n`);
    expect(check(script).status).toBe(1);
    execFileSync(process.execPath, [join(copy, 'packages/config/scripts', script)]);
    expect(readFileSync(generatedFile, 'utf8')).toBe(before);
  });
});

describe('the schema', () => {
  const schema = JSON.parse(readFileSync(join(root, 'packages/config/environment.schema.json'), 'utf8')) as Part;

  it('is valid draft 2020-12', () => {
    const ajv = new Ajv2020();
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  });

  it('describes every option, and its examples and defaults keep to it', () => {
    const ajv = new Ajv2020({ strict: false, allowUnionTypes: true });
    ajv.addSchema(schema, 'root');
    const faults = options(schema, '#').flatMap(({ pointer, part }) => [
      ...(part.description === undefined ? [`${pointer} has no description`] : []),
      ...[...(part.examples ?? []), ...(part.default === undefined ? [] : [part.default])].flatMap((value) =>
        ajv.validate({ $ref: `root${pointer}` }, value)
          ? []
          : [`${pointer} refuses ${JSON.stringify(value)}: ${ajv.errorsText()}`],
      ),
    ]);
    expect(faults).toEqual([]);
  });
});

interface Part {
  readonly description?: string;
  readonly default?: unknown;
  readonly examples?: readonly unknown[];
  readonly properties?: Readonly<Record<string, Part>>;
  readonly items?: Part;
}

function options(part: Part, pointer: string): readonly { readonly pointer: string; readonly part: Part }[] {
  const members = Object.entries(part.properties ?? {}).flatMap(([name, member]) => {
    const at = `${pointer}/properties/${name}`;
    return [{ pointer: at, part: member }, ...options(member, at)];
  });
  return part.items === undefined ? members : [...members, ...options(part.items, `${pointer}/items`)];
}
