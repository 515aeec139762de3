import type { AzureClient } from '@lz/azure';
import { API_MANAGEMENT_VERSION as apiVersion } from '../api-version.ts';
import { isSchema, type Bodies, type Contract, type ContractParameter, type OperationContract } from './contract.ts';

interface StoredParameter {
  readonly name: string;
  readonly type?: string;
  readonly required?: boolean;
  readonly values?: readonly string[] | null;
}

interface Representation {
  readonly contentType: string;
  readonly typeName?: string | null;
}

/** An operation as API Management holds it. */
export interface StoredOperation {
  readonly id: string;
  readonly name: string;
  readonly properties: {
    readonly method: string;
    readonly urlTemplate: string;
    readonly templateParameters?: readonly StoredParameter[] | null;
    readonly request?: {
      readonly queryParameters?: readonly StoredParameter[] | null;
      readonly headers?: readonly StoredParameter[] | null;
      readonly representations?: readonly Representation[] | null;
    } | null;
    readonly responses?:
      readonly { readonly statusCode: number; readonly representations?: readonly Representation[] | null }[] | null;
  };
}

/** The operations of an API or of one of its revisions. */
export function storedOperations(client: AzureClient, api: string): Promise<readonly StoredOperation[]> {
  return client.list<StoredOperation>(`${api}/operations`, apiVersion);
}

/**
 * What callers rely on in a revision, by its operations and schemas. They are read like everything else, with the same
 * right at the same host; an export would be a document made anew, behind a link with a key in it at another host.
 */
export async function storedContract(
  client: AzureClient,
  api: string,
  operations: readonly StoredOperation[],
): Promise<Contract> {
  return { operations: operations.map(operationContract), schemas: await storedSchemas(client, api) };
}

async function storedSchemas(client: AzureClient, api: string): Promise<Contract['schemas']> {
  interface Stored {
    readonly id: string;
    readonly properties?: { readonly document?: { readonly components?: { readonly schemas?: unknown } } };
  }
  const all: Record<string, unknown> = {};
  for (const { id } of await client.list<Stored>(`${api}/schemas`, apiVersion)) {
    const { properties } = await client.get<Stored>(id, apiVersion);
    const schemas = properties?.document?.components?.schemas;
    if (isSchema(schemas)) Object.assign(all, schemas);
  }
  return all;
}

function operationContract({ name, properties }: StoredOperation): OperationContract {
  const { method, urlTemplate, request, templateParameters, responses } = properties;
  // Required parameters of the query may stand in the template, behind its path.
  const path = urlTemplate.split('?')[0] ?? '';
  const place = (one: StoredParameter) => (path.includes(`{${one.name}}`) ? 'path' : 'query');
  return {
    name,
    method: method.toUpperCase(),
    urlTemplate,
    parameters: [
      ...(templateParameters ?? []).map((one) => parameter(one, place(one))),
      ...(request?.queryParameters ?? []).map((one) => parameter(one, 'query')),
      ...(request?.headers ?? []).map((one) => parameter(one, 'header')),
    ],
    bodyRequired: undefined,
    bodies: bodies(request?.representations),
    responses: new Map(
      (responses ?? []).map(({ statusCode, representations }) => [String(statusCode), bodies(representations)]),
    ),
  };
}

function parameter(
  { name, type, required, values }: StoredParameter,
  place: ContractParameter['in'],
): ContractParameter {
  return { name, in: place, required: required === true, type, values: values ?? [] };
}

function bodies(representations: readonly Representation[] | null | undefined): Bodies {
  return new Map(
    (representations ?? []).map(({ contentType, typeName }) => [
      contentType.toLowerCase(),
      typeof typeName === 'string' && typeName !== '' ? { $ref: `#/components/schemas/${typeName}` } : undefined,
    ]),
  );
}
