/** What kind of change a rule makes. */
export type ChangeKind =
  'dropped' | 'added' | 'renamed' | 'inlined' | 'bundled' | 'converted' | 'weakened' | 'clamped' | 'shortened';

interface Rule {
  readonly kind: ChangeKind;
  /** What is done and why, as a sentence that stands for every place where it was done. */
  readonly text: string;
}

/** Everything that preparation does to a document; `docs/openapi.md` has the same table. */
export const RULES = {
  'not-chosen': { kind: 'dropped', text: 'operation that the choice leaves out' },
  'unused-schema': { kind: 'dropped', text: 'schema that no operation uses' },
  'unused-tag': { kind: 'dropped', text: 'tag that no operation has' },
  extension: { kind: 'dropped', text: 'x- extension: the importer ignores all but x-ms-paths and x-servers' },
  security: { kind: 'dropped', text: 'security: the importer ignores it; the gateway checks tokens itself' },
  'external-docs': { kind: 'dropped', text: 'externalDocs: the importer ignores them' },
  callbacks: { kind: 'dropped', text: 'callbacks, links and webhooks: the importer ignores them' },
  components: {
    kind: 'dropped',
    text: 'components other than schemas: the importer ignores them; what is used stands where it is used',
  },
  'server-unused': { kind: 'dropped', text: 'server: the importer takes the first https one' },
  'server-local': { kind: 'dropped', text: 'servers of a path or an operation: the importer ignores them' },
  'server-variable': {
    kind: 'converted',
    text: "variable of a server's URL: its default is written in, because the importer knows no variables",
  },
  'server-relative': { kind: 'converted', text: 'relative server: made absolute by the address of the document' },
  'get-body': { kind: 'dropped', text: 'body of a GET, HEAD or OPTIONS request: the importer drops it' },
  cookie: { kind: 'dropped', text: 'cookie parameter: API Management knows none' },
  'stray-path-parameter': { kind: 'dropped', text: 'path parameter that is not in the path: refused' },
  'repeated-parameter': { kind: 'dropped', text: 'parameter that is there twice: the last one counts' },
  'missing-path-parameter': {
    kind: 'added',
    text: 'path parameter that was not declared: refused since 2025; added as a string',
  },
  'path-required': { kind: 'converted', text: 'path parameter: always required' },
  'operation-id-missing': { kind: 'added', text: 'operationId: without one, the name would change with the path' },
  'operation-id-taken': {
    kind: 'renamed',
    text: 'operationId that equals another one in the 76 characters of its resource name',
  },
  'response-description': { kind: 'added', text: 'empty description of a response: it is required' },
  responses: { kind: 'added', text: 'response: an operation must have one' },
  'response-key': { kind: 'dropped', text: 'response whose key is neither a status code nor `default`' },
  'parameter-schema': { kind: 'added', text: 'schema of a parameter: it must have one' },
  'query-path': {
    kind: 'converted',
    text: 'path with a query: moved to x-ms-paths, where the importer takes such paths',
  },
  'parameter-content': { kind: 'dropped', text: 'content of a parameter that has a schema: it may have one of them' },
  'body-content': { kind: 'added', text: 'empty content of a body: it is required' },
  'path-empty': { kind: 'dropped', text: 'path without operations' },
  version: { kind: 'converted', text: 'version of OpenAPI: the importer takes 2.0 and 3.0.0 to 3.0.3' },
  'info-31': { kind: 'dropped', text: 'summary or licence identifier of OpenAPI 3.1' },
  dialect: {
    kind: 'dropped',
    text: 'keyword about the schema itself ($schema, $id, $anchor, $comment, $defs): 3.0 has none',
  },
  unknown: { kind: 'dropped', text: 'member that this version of OpenAPI does not have' },
  text: { kind: 'converted', text: 'number or truth value where a text belongs: written as the text that it is' },
  null: { kind: 'dropped', text: 'member that is null' },
  inlined: { kind: 'inlined', text: 'reference to something other than a schema: the importer resolves none' },
  alias: { kind: 'inlined', text: 'schema that is nothing but a reference: what it refers to is used' },
  bundled: {
    kind: 'bundled',
    text: 'schema from another document, or from within one: the importer refuses references that lead there',
  },
  'schema-name': {
    kind: 'renamed',
    text: 'schema whose name has characters other than letters, digits, ".", "_" and "-": refused',
  },
  'ref-siblings': { kind: 'dropped', text: 'member beside a $ref: ignored before OpenAPI 3.1' },
  'ref-siblings-31': { kind: 'converted', text: 'members beside a $ref: 3.0 ignores them; put around it with allOf' },
  'dynamic-ref': { kind: 'weakened', text: '$dynamicRef or $recursiveRef: taken as a plain $ref' },
  'boolean-schema': { kind: 'converted', text: 'true or false as a schema: written as {} or {"not": {}}' },
  'type-list': { kind: 'converted', text: 'list of types: written as nullable, or as anyOf' },
  'null-type': { kind: 'converted', text: 'type null: written as nullable, which is what 3.0 has' },
  'unknown-type': { kind: 'weakened', text: 'type that JSON does not have' },
  const: { kind: 'converted', text: 'const: written as enum with one value' },
  examples: { kind: 'converted', text: 'examples: the importer keeps example alone; the first one is it' },
  exclusive: { kind: 'converted', text: 'exclusiveMinimum or exclusiveMaximum as a number: written as limit and flag' },
  content: { kind: 'converted', text: 'contentEncoding or contentMediaType: written as format byte or binary' },
  condition: { kind: 'converted', text: 'if, then, else: written as anyOf with not' },
  dependent: {
    kind: 'converted',
    text: 'dependentRequired, dependentSchemas or dependencies: written as anyOf with not',
  },
  contains: { kind: 'converted', text: 'contains: written as not all items being otherwise' },
  'prefix-items': { kind: 'weakened', text: 'prefixItems: any of these schemas at any position' },
  'pattern-properties': { kind: 'weakened', text: 'patternProperties: these schemas under any name' },
  unevaluated: {
    kind: 'weakened',
    text: 'unevaluatedProperties or unevaluatedItems: 3.0 has nothing that says the same',
  },
  weakened: { kind: 'weakened', text: 'keyword that 3.0 cannot say: what it forbids is allowed' },
  'items-missing': { kind: 'added', text: 'items of an array: required in 3.0' },
  'empty-list': { kind: 'dropped', text: 'empty or repeated entries where 3.0 wants at least one, and each once' },
  'invalid-keyword': { kind: 'dropped', text: 'keyword with a value that it cannot have' },
  discriminator: { kind: 'dropped', text: 'discriminator or mapping that leads to no schema' },
  int64: { kind: 'clamped', text: 'limit outside int64, as a round trip through JavaScript leaves it' },
  int32: { kind: 'clamped', text: 'count that is not written as an int32, which the importer reads it into' },
  decimal: { kind: 'dropped', text: "limit outside .NET's decimal, which the importer reads it into" },
  'display-name': {
    kind: 'shortened',
    text: 'summary: the display name of an operation has 1 to 300 characters; the whole is kept as description where there is none',
  },
  'size-examples': { kind: 'dropped', text: 'example, because the document is over 1 MB' },
  'size-description': { kind: 'shortened', text: 'description, because the document is over 1 MB' },
  'size-title': { kind: 'dropped', text: 'title of a schema, because the document is over 1 MB' },
} as const satisfies Record<string, Rule>;

/** One of `RULES`. */
export type RuleName = keyof typeof RULES;
