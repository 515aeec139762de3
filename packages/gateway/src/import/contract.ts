/** A JSON Schema as a document or API Management holds it. */
export type Schema = Readonly<Record<string, unknown>>;

/** Bodies by media type; undefined where nothing is said of their shape. */
export type Bodies = ReadonlyMap<string, Schema | undefined>;

/** A parameter as a caller sends it. */
export interface ContractParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required: boolean;
  readonly type: string | undefined;
  /** All that it may be; none: anything of its type. */
  readonly values: readonly string[];
}

/** What callers rely on in one operation. */
export interface OperationContract {
  /** Resource name. */
  readonly name: string;
  /** Upper case. */
  readonly method: string;
  readonly urlTemplate: string;
  readonly parameters: readonly ContractParameter[];
  /** API Management does not keep whether a body is required: then it is undefined. */
  readonly bodyRequired: boolean | undefined;
  readonly bodies: Bodies;
  /** By status as it is written: `200`, `4XX`, `default`. */
  readonly responses: ReadonlyMap<string, Bodies>;
}

/** What callers rely on in an API. */
export interface Contract {
  readonly operations: readonly OperationContract[];
  /** Schemas that `$ref`s of operations and of each other name. */
  readonly schemas: Readonly<Record<string, unknown>>;
}

/**
 * Method and template without the names of its parameters, which no caller sees: `POST /threads/{}/runs`. A query that is
 * part of the address stays (`/responses?beta=true`); one that holds parameters is told of among them.
 */
export function addressOf({ method, urlTemplate }: Pick<OperationContract, 'method' | 'urlTemplate'>): string {
  const [path = '', query = ''] = urlTemplate.split('?');
  const fixed = query.split('&').filter((part) => part !== '' && !part.includes('{'));
  const address = path.replaceAll(/\{[^}]*\}/g, '{}').toLowerCase();
  return `${method} ${address}${fixed.length === 0 ? '' : `?${fixed.join('&')}`}`;
}

/** Whether `value` is an object. */
export function isSchema(value: unknown): value is Schema {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The items of a list; nothing where it is none. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? (value as readonly unknown[]) : [];
}

/** The texts of a list. */
export function textsOf(value: unknown): readonly string[] {
  return listOf(value).filter((item) => typeof item === 'string');
}
