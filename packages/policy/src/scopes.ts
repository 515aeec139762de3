import type { OperationDescription, SchemaDocuments } from './operation-description.ts';
import type { Backend } from './backend.ts';

/** Where a document hangs; each inherits from the one before it through `<base />`. */
export const SCOPES = ['global', 'product', 'api', 'operation'] as const;
export type Scope = (typeof SCOPES)[number];

/** A document as `policies/policy` keeps it. `rawxml` may hold expressions with unescaped quotes and brackets. */
export interface PolicyText {
  readonly text: string;
  readonly format: 'xml' | 'rawxml';
}

export type DocumentsByScope = Readonly<Partial<Record<Scope, PolicyText>>>;

/** What a document may refer to. */
export interface Known {
  readonly backends: ReadonlySet<string>;
  readonly fragments: ReadonlySet<string>;
  readonly namedValues: ReadonlySet<string>;
  /** Absent: any logger is taken. */
  readonly loggers?: ReadonlySet<string>;
}

/** What references resolve to when documents run. */
export interface GatewayConfiguration {
  readonly backends: ReadonlyMap<string, Backend>;
  readonly fragments: ReadonlyMap<string, PolicyText>;
  readonly namedValues: ReadonlyMap<string, string>;
}

/** The entities that `context` shows, with API Management's member names in camel case. */
export interface CallContext {
  readonly api?: {
    readonly id: string;
    readonly name: string;
    readonly path: string;
    readonly serviceUrl?: string;
    readonly protocols?: readonly string[];
    readonly revision?: string;
    readonly version?: string;
    readonly isCurrentRevision?: boolean;
    readonly subscriptionKeyParameterNames?: { readonly header: string; readonly query: string };
    /** Schema documents of the API's description, by id. */
    readonly schemas?: SchemaDocuments;
  };
  readonly operation?: OperationDescription & {
    readonly id: string;
    readonly name: string;
    readonly method: string;
    readonly urlTemplate: string;
  };
  readonly product?: {
    readonly id: string;
    readonly name: string;
    readonly approvalRequired?: boolean;
    readonly subscriptionRequired?: boolean;
    readonly subscriptionsLimit?: number;
    readonly state?: string;
  };
  readonly subscription?: {
    readonly id: string;
    readonly name?: string;
    readonly key?: string;
    readonly primaryKey?: string;
    readonly secondaryKey?: string;
    readonly createdDate?: string;
    readonly startDate?: string;
    readonly endDate?: string;
  };
  readonly user?: {
    readonly id: string;
    readonly email?: string;
    readonly firstName?: string;
    readonly lastName?: string;
    readonly note?: string;
    readonly registrationDate?: string;
    readonly groups?: readonly { readonly id: string; readonly name: string }[];
    readonly identities?: readonly { readonly id: string; readonly provider: string }[];
  };
  readonly deployment?: {
    readonly region?: string;
    readonly serviceName?: string;
    readonly serviceId?: string;
    readonly gatewayId?: string;
  };
  /** Schema documents of the service, by id. */
  readonly schemas?: SchemaDocuments;
  /** Variables that exist before the first policy: text, numbers, truth values or JSON. */
  readonly variables?: Readonly<Record<string, unknown>>;
}
