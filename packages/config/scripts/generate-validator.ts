/**
 * Compiles `environment.schema.json` into a module without dependencies: actions start in milliseconds, and a schema
 * compiler at run time would cost more than all the rest of the loading.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import standaloneCode from 'ajv/dist/standalone/index.js';
import { runGenerator } from './generated-file.ts';

const OWN = 'packages/config/scripts/generate-validator.ts from environment.schema.json';
const schemaFile = fileURLToPath(new URL('../environment.schema.json', import.meta.url));
const validatorFile = fileURLToPath(new URL('../src/schema-validator.generated.js', import.meta.url));

/**
 * The validator's source: `validate` (fills in defaults, lists every error) and `schema` without its descriptions.
 * `madeBy` names the generator, and the schema beside the module.
 */
export function validatorSource(schemaText: string, madeBy = OWN): string {
  const ajv = new Ajv2020({
    allErrors: true,
    useDefaults: true,
    messages: false,
    allowUnionTypes: true,
    strictTypes: true,
    strictRequired: false,
    validateFormats: false,
    // Lengths in UTF-16 units: counting code points would need a module at run time, for no limit that matters here.
    unicode: false,
    // Its one warning is that `unicode` is deprecated; what matters throws, since every strict mode is on.
    logger: false,
    code: { source: true, esm: true, lines: true },
  });
  ajv.addKeyword('patternErrorMessage');
  ajv.addKeyword('refused');
  const code = standaloneCode.default(ajv, ajv.compile(withoutDescriptions(JSON.parse(schemaText)) as object));
  const root = /^const (schema\d+) = \{"\$schema"/m.exec(code)?.[1];
  if (root === undefined) throw new Error('The compiled validator does not hold its schema.');
  if (code.includes('require(')) throw new Error('The compiled validator needs a module at run time.');
  return [`// Made by ${madeBy}. Do not edit.`, code, `export { ${root} as schema };`, ''].join('\n');
}

function withoutDescriptions(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutDescriptions);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key, member]) => key !== 'description' || typeof member !== 'string');
  return Object.fromEntries(entries.map(([key, member]) => [key, withoutDescriptions(member)]));
}

runGenerator(import.meta.url, () => new Map([[validatorFile, validatorSource(readFileSync(schemaFile, 'utf8'))]]));
