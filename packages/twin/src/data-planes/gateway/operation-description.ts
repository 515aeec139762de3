import type {
  OperationDescription,
  ParameterDescription,
  RepresentationDescription,
  ResponseDescription,
  SchemaDocuments,
} from '@lz/policy';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { SERVICE } from '../../providers/api-management/service.ts';
import { isTrueAt, objectAt, objectsAt, textAt, textsAt } from '../../providers/common/json.ts';

/** What an operation's resource says of its parameters and messages. */
export function descriptionOf({ properties }: Resource): OperationDescription {
  return {
    templateParameters: objectsAt(properties, 'templateParameters').map(parameterOf),
    request: {
      queryParameters: objectsAt(properties, 'request.queryParameters').map(parameterOf),
      headers: objectsAt(properties, 'request.headers').map(parameterOf),
      representations: objectsAt(properties, 'request.representations').map(representationOf),
    },
    responses: objectsAt(properties, 'responses').map(responseOf),
  };
}

function parameterOf(item: JsonObject): ParameterDescription {
  return {
    name: textAt(item, 'name') ?? '',
    required: isTrueAt(item, 'required'),
    values: textsAt(item, 'values'),
    ...texts(item, 'type', 'schemaId', 'typeName'),
  };
}

function representationOf(item: JsonObject): RepresentationDescription {
  return {
    contentType: textAt(item, 'contentType') ?? '',
    examples: objectAt(item, 'examples') as RepresentationDescription['examples'] & object,
    ...texts(item, 'schemaId', 'typeName', 'sample'),
  };
}

function responseOf(item: JsonObject): ResponseDescription {
  return {
    statusCode: Number(item['statusCode'] ?? 0),
    headers: objectsAt(item, 'headers').map(parameterOf),
    representations: objectsAt(item, 'representations').map(representationOf),
  };
}

/** Those of the members that are there. */
function texts<Name extends string>(item: JsonObject, ...names: readonly Name[]): Partial<Record<Name, string>> {
  const found = names.flatMap((name) => {
    const value = textAt(item, name);
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  return Object.fromEntries(found) as Partial<Record<Name, string>>;
}

/** Schema documents below a service (`schemas`) or an API (`apis/schemas`), by id. */
export function schemasOf(world: World, owner: Resource, below: 'schemas' | 'apis/schemas'): SchemaDocuments {
  const type = `${SERVICE}/${below}`.toLowerCase();
  const resources = world.store.below(owner.id).filter((item) => item.type.toLowerCase() === type);
  return Object.fromEntries(resources.map(({ name, properties }) => [name, documentOf(properties)]));
}

/** A document stands there as such, or as text in `value`. */
function documentOf(properties: JsonObject): unknown {
  const document = properties['document'] ?? properties['value'];
  const text = typeof document === 'string' ? document : textAt(properties, 'document.value');
  if (text === undefined) return document;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // XML: nothing here validates against that.
    return undefined;
  }
}
