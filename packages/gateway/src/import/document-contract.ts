import {
  addressOf,
  isSchema,
  listOf,
  textsOf,
  type Bodies,
  type Contract,
  type ContractParameter,
  type OperationContract,
  type Schema,
} from './contract.ts';
import type { ImportedOperation } from './import-request.ts';

/** What callers may rely on in a document, for the operations that API Management will hold of it. */
export function documentContract(text: string, operations: readonly ImportedOperation[]): Contract {
  const root = JSON.parse(text) as Schema;
  const names = new Map(operations.map((operation) => [addressOf(operation), operation]));
  const components = isSchema(root['components']) ? root['components'] : {};
  const schemas = isSchema(components['schemas']) ? components['schemas'] : root['definitions'];
  return {
    // Paths with a query stand apart (facts/apim.md section 1.2: API Management reads `x-ms-paths`).
    operations: [root['paths'], root['x-ms-paths']].flatMap(entriesOf).flatMap(([path, item]) =>
      entriesOf(item).flatMap(([verb, operation]) => {
        const known = names.get(addressOf({ method: verb.toUpperCase(), urlTemplate: path }));
        if (known === undefined || !isSchema(operation)) return [];
        return [operationContract(root, known, item as Schema, operation)];
      }),
    ),
    schemas: isSchema(schemas) ? schemas : {},
  };
}

function entriesOf(value: unknown): readonly (readonly [string, unknown])[] {
  return isSchema(value) ? Object.entries(value) : [];
}

function operationContract(
  root: Schema,
  { name, method, urlTemplate }: ImportedOperation,
  item: Schema,
  operation: Schema,
): OperationContract {
  const parameters = [...listOf(item['parameters']), ...listOf(operation['parameters'])].map((one) => at(root, one));
  const body = at(root, operation['requestBody']);
  // OpenAPI 2.0 has the body among the parameters.
  const oldBody = parameters.find((one) => one['in'] === 'body');
  return {
    name,
    method,
    urlTemplate,
    parameters: distinct(parameters.flatMap(parameter)),
    bodyRequired: (oldBody ?? body)['required'] === true,
    bodies:
      oldBody === undefined
        ? contentOf(body)
        : new Map(mediaTypes(root, operation, 'consumes').map((type) => [type, asSchema(oldBody['schema'])])),
    responses: new Map(
      Object.entries(isSchema(operation['responses']) ? operation['responses'] : {}).map(([status, response]) => [
        status,
        responseBodies(root, operation, at(root, response)),
      ]),
    ),
  };
}

function responseBodies(root: Schema, operation: Schema, response: Schema): Bodies {
  if (response['schema'] === undefined) return contentOf(response);
  return new Map(mediaTypes(root, operation, 'produces').map((type) => [type, asSchema(response['schema'])]));
}

function mediaTypes(root: Schema, operation: Schema, member: 'consumes' | 'produces'): readonly string[] {
  return textsOf(operation[member] ?? root[member] ?? ['application/json']).map((type) => type.toLowerCase());
}

function contentOf(holder: Schema): Bodies {
  const content = isSchema(holder['content']) ? holder['content'] : {};
  return new Map(
    Object.entries(content).map(([type, media]) => [
      type.toLowerCase(),
      isSchema(media) ? asSchema(media['schema']) : undefined,
    ]),
  );
}

function parameter(one: Schema): readonly ContractParameter[] {
  const { name, in: place } = one;
  if (typeof name !== 'string' || (place !== 'path' && place !== 'query' && place !== 'header')) return [];
  const schema = isSchema(one['schema']) ? one['schema'] : one;
  const type = typeof schema['type'] === 'string' ? schema['type'] : undefined;
  return [{ name, in: place, required: one['required'] === true, type, values: listOf(schema['enum']).map(String) }];
}

/** A parameter of the operation stands for that of its path. */
function distinct(parameters: readonly ContractParameter[]): readonly ContractParameter[] {
  return [...new Map(parameters.map((one) => [`${one.in} ${one.name.toLowerCase()}`, one])).values()];
}

function asSchema(value: unknown): Schema | undefined {
  return isSchema(value) ? value : undefined;
}

/** Follows a reference inside the document, once or more; an empty object where there is nothing. */
function at(root: Schema, value: unknown): Schema {
  let found: unknown = value;
  for (let hops = 0; isSchema(found) && typeof found['$ref'] === 'string' && hops < 20; hops += 1) {
    const steps = found['$ref'].replace(/^#\//, '').split('/');
    found = steps.reduce<unknown>(
      (holder, step) => (isSchema(holder) ? holder[step.replaceAll('~1', '/').replaceAll('~0', '~')] : undefined),
      root,
    );
  }
  return isSchema(found) ? found : {};
}
