/** What an API's description says of an operation, in the shape in which ARM keeps it (`apis/operations`). */
export interface OperationDescription {
  readonly templateParameters?: readonly ParameterDescription[];
  readonly request?: {
    readonly queryParameters?: readonly ParameterDescription[];
    readonly headers?: readonly ParameterDescription[];
    readonly representations?: readonly RepresentationDescription[];
  };
  readonly responses?: readonly ResponseDescription[];
}

export interface ParameterDescription {
  readonly name: string;
  /** `string`, `integer`, `number`, `boolean`, … */
  readonly type?: string;
  readonly required?: boolean;
  /** The only ones allowed. */
  readonly values?: readonly string[];
  readonly schemaId?: string;
  readonly typeName?: string;
}

export interface ResponseDescription {
  readonly statusCode: number;
  readonly headers?: readonly ParameterDescription[];
  readonly representations?: readonly RepresentationDescription[];
}

export interface RepresentationDescription {
  readonly contentType: string;
  /** The schema document, and the definition in it. */
  readonly schemaId?: string;
  readonly typeName?: string;
  readonly examples?: Readonly<Record<string, { readonly value?: unknown }>>;
  /** The one example of older API versions. */
  readonly sample?: string;
}

/** Schema documents by id: an OpenAPI document's `components` or `definitions`, or a JSON schema. */
export type SchemaDocuments = Readonly<Record<string, unknown>>;
