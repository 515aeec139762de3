/** The shape of a test file once the schema has accepted it. The schema holds what each member means. */
export interface TestFile {
  readonly description?: string;
  readonly policy?: string;
  readonly policies?: Readonly<Partial<Record<'global' | 'product' | 'api' | 'operation', string>>>;
  readonly config?: string;
  readonly format?: 'rawxml' | 'xml';
  readonly tier?: string;
  readonly fragments?: Readonly<Record<string, string>>;
  readonly namedValues?: Readonly<Record<string, Scalar>>;
  readonly backends?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly openIdConfigurations?: Readonly<Record<string, string>>;
  readonly refused?: readonly Refusal[];
  readonly defaults?: Shared;
  readonly cases?: readonly TestCase[];
}

export type Scalar = string | number | boolean;

/** A mistake for which a document must be refused. */
export interface Refusal {
  readonly in?: string;
  readonly line: number;
  readonly column?: number;
  readonly message: ExpectedText;
}

/** What defaults, cases and steps all may say. */
export interface Shared {
  readonly now?: string;
  readonly request?: RequestPart;
  readonly context?: ContextPart;
  readonly backend?: Answers;
  readonly answers?: readonly AnswerRule[];
  readonly expect?: Expectation;
}

export interface TestCase extends Shared {
  readonly name: string;
  readonly steps?: readonly Step[];
}

export interface Step extends Shared {
  readonly after?: string;
  readonly repeat?: number;
}

export type HeaderMap = Readonly<Record<string, Scalar | readonly Scalar[]>>;

export interface RequestPart {
  readonly method?: string;
  readonly url?: string;
  readonly headers?: HeaderMap;
  readonly body?: unknown;
  readonly ip?: string;
  readonly matchedParameters?: Readonly<Record<string, string | number>>;
  readonly token?: TokenPart;
}

export interface TokenPart {
  readonly tenant?: string;
  readonly version?: 1 | 2;
  readonly issuer?: string;
  readonly audience?: string | readonly string[];
  readonly application?: string;
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly expired?: boolean;
  readonly notYetValid?: boolean;
  readonly alg?: 'RS256' | 'RS384' | 'RS512' | 'PS256' | 'ES256' | 'HS256' | 'HS384' | 'HS512' | 'none';
  readonly key?: 'own' | 'unknown' | 'forged' | 'tampered';
  readonly secret?: string;
  readonly header?: string;
  readonly scheme?: string;
  readonly query?: string;
}

export type ContextPart = Readonly<
  Partial<
    Record<
      'api' | 'operation' | 'product' | 'subscription' | 'user' | 'deployment' | 'schemas' | 'variables',
      Readonly<Record<string, unknown>>
    >
  >
>;

export type Answers = Answer | readonly Answer[];

export interface Answer {
  readonly status?: number;
  readonly reason?: string;
  readonly headers?: HeaderMap;
  readonly body?: unknown;
  readonly chunks?: readonly unknown[];
  readonly delay?: string;
  readonly failure?: 'timeout' | 'connection';
}

export interface AnswerRule {
  readonly url: string;
  readonly method?: string;
  readonly answer: Answers;
}

export interface Expectation {
  readonly caller?: ExpectedAnswer;
  readonly backend?: 'none' | ExpectedRequest;
  readonly requests?: readonly ExpectedRequest[];
  readonly calls?: number;
  readonly error?: 'none' | ExpectedError;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly metrics?: readonly ExpectedMetric[];
  readonly messages?: readonly ExpectedGatewayMessage[];
  readonly traces?: readonly ExpectedTrace[];
  readonly elapsed?: string;
}

/** The text itself, or what it must hold. */
export type ExpectedText = Scalar | { readonly contains?: string; readonly matches?: string; readonly lacks?: string };

/** The whole text, or what the body must hold. */
export type ExpectedBody =
  | string
  | {
      readonly json?: unknown;
      readonly partial?: unknown;
      readonly contains?: string;
      readonly matches?: string;
      readonly lacks?: string;
      readonly empty?: boolean;
    };

interface ExpectedMessage {
  readonly headers?: Readonly<Record<string, ExpectedText>>;
  readonly absent?: readonly string[];
  readonly body?: ExpectedBody;
}

export interface ExpectedAnswer extends ExpectedMessage {
  readonly status?: number;
  readonly reason?: ExpectedText;
  readonly streamed?: boolean;
}

export interface ExpectedRequest extends ExpectedMessage {
  readonly method?: string;
  readonly url?: ExpectedText;
  readonly timeout?: number;
}

export interface ExpectedError {
  readonly source?: string;
  readonly reason?: string;
  readonly message?: ExpectedText;
  readonly section?: string;
  readonly scope?: string;
  readonly line?: number;
  readonly type?: string;
}

export interface ExpectedMetric {
  readonly name?: string;
  readonly namespace?: string;
  readonly value?: number;
  readonly dimensions?: Readonly<Record<string, ExpectedText>>;
}

export interface ExpectedGatewayMessage {
  readonly kind?: 'event-hub' | 'service-bus';
  readonly to?: string;
  readonly body?: ExpectedBody;
  readonly properties?: Readonly<Record<string, ExpectedText>>;
}

export interface ExpectedTrace {
  readonly source?: string;
  readonly severity?: string;
  readonly message?: ExpectedText;
}
