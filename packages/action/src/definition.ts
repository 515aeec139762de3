/** The kinds of value that an input can hold. */
export type InputType = 'string' | 'boolean' | 'integer' | 'choice' | 'duration' | 'guid';

/** One input of an action: the one place for its meaning, type, default and name. */
export interface InputDefinition {
  readonly type: InputType;
  /** Markdown of one line, for action.yml and README. */
  readonly description: string;
  /** As a person would write it; absent: empty. */
  readonly default?: string;
  /** Must not be empty once default and `fallback` are applied. */
  readonly required?: boolean;
  /** The values of a `choice`. */
  readonly allowed?: readonly string[];
  /** Environment variable that is read where the input is empty. */
  readonly fallback?: string;
  /** Bounds of an `integer`, inclusive. */
  readonly range?: readonly [minimum: number, maximum: number];
}

/** Inputs by name, as a workflow writes them. */
export type InputSchema = Readonly<Record<string, InputDefinition>>;

/** One output of an action. `description` is Markdown of one line. */
export interface OutputDefinition {
  readonly description: string;
}

/** What a run may do. Every action says which modes it has. */
export type Mode = 'plan' | 'apply' | 'plan-destroy' | 'destroy';

/** An action as action.yml, README, types and reading see it. */
export interface ActionDefinition<
  I extends InputSchema = InputSchema,
  O extends Readonly<Record<string, OutputDefinition>> = Readonly<Record<string, OutputDefinition>>,
> {
  /** Folder below `actions/`. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly branding: { readonly icon: string; readonly color: string };
  /** What `mode` may be here; the others answer "not supported yet". */
  readonly modes: readonly Mode[];
  /** Has something to do where an environment is a hub alone; without it the action says that there is nothing to do. */
  readonly worksOnHubAlone?: true | undefined;
  readonly inputs: I;
  readonly outputs: O;
}

/** `client-id` becomes `clientId`. */
export type CamelCase<S extends string> = S extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<CamelCase<Tail>>}`
  : S;

type ValueOf<D extends InputDefinition> = D['type'] extends 'boolean'
  ? boolean
  : D['type'] extends 'integer'
    ? number
    : D['type'] extends 'duration'
      ? number | undefined
      : D extends { readonly type: 'choice'; readonly allowed: readonly (infer A)[] }
        ? A
        : string;

/** The values of a schema, read once: `client-id` is `clientId`; an empty duration is undefined, others milliseconds. */
export type InputValues<I extends InputSchema> = { readonly [K in keyof I & string as CamelCase<K>]: ValueOf<I[K]> };

/** Inputs that every action has. */
export const commonInputs = {
  config: {
    type: 'string',
    description: 'Path of the environment file.',
    required: true,
  },
  mode: {
    type: 'choice',
    description: '`plan` writes nothing and says what `apply` would do.',
    default: 'apply',
    allowed: ['plan', 'apply', 'plan-destroy', 'destroy'],
  },
  'client-id': {
    type: 'guid',
    description: "Client id of the identity that trusts this repository's OIDC subject. Not needed with `az login`.",
    fallback: 'AZURE_CLIENT_ID',
  },
  'tenant-id': {
    type: 'guid',
    description: 'Id of the Entra ID tenant.',
    fallback: 'AZURE_TENANT_ID',
    required: true,
  },
  'subscription-id': {
    type: 'guid',
    description: 'Id of the subscription that the environment is deployed to. A hub by reference may lie in another.',
    fallback: 'AZURE_SUBSCRIPTION_ID',
    required: true,
  },
  'plan-fingerprint': {
    type: 'string',
    description:
      'Output `plan-fingerprint` of an approved plan: `apply` or `destroy` stops where the plan has changed since.',
  },
  'on-cancel': {
    type: 'choice',
    description:
      'What a cancelled run does with an ARM deployment that is running: `cancel` it, or `leave` it running.',
    default: 'cancel',
    allowed: ['cancel', 'leave'],
  },
  'retry-budget': {
    type: 'integer',
    description: 'Repetitions of requests, over the whole run, that throttling and transient faults may cost.',
    default: '60',
    range: [0, 1000],
  },
  'poll-interval': {
    type: 'duration',
    description: 'Time between polls: `500ms`, `10s`, `1m`. Empty: as Azure asks.',
  },
} as const satisfies InputSchema;

/** Inputs of every action that can remove what it made. */
export const removalInputs = {
  confirm: {
    type: 'string',
    description:
      'Name of the environment, typed to confirm `mode: destroy`. Without it the run shows what would go and what would stay, and fails.',
  },
} as const satisfies InputSchema;

/** Inputs of actions that remove a whole resource group. */
export const groupRemovalInputs = {
  ...removalInputs,
  purge: {
    type: 'choice',
    description:
      'Names that Azure keeps after their resource is deleted: `none` leaves them to be recovered, `soft-deleted` frees them for good.',
    default: 'none',
    allowed: ['none', 'soft-deleted'],
  },
  'foreign-resources': {
    type: 'choice',
    description:
      'What somebody else put into the resource group: `stop` lists it and removes nothing, `delete` removes it as well.',
    default: 'stop',
    allowed: ['stop', 'delete'],
  },
} as const satisfies InputSchema;

/** Input of actions whose names a deleted resource may still hold. */
export const softDeleteInput = {
  'soft-delete': {
    type: 'choice',
    description:
      'What `apply` does where a deleted resource still holds a name: `fail` with the command that frees it, `recover` what was deleted, or `purge` it for good.',
    default: 'fail',
    allowed: ['fail', 'recover', 'purge'],
  },
} as const satisfies InputSchema;

/** Outputs that every action has; none carries a secret. */
export const commonOutputs = {
  'has-changes': { description: '`true` where something was changed, or with `mode: plan` would be.' },
  creates: { description: 'Number of resources created, or to be created.' },
  modifies: { description: 'Number of resources modified, or to be modified.' },
  deletes: { description: 'Number of resources deleted, or to be deleted.' },
  'plan-fingerprint': {
    description: 'Hash of the plan, for the input of the same name. Only with `mode: plan` and `plan-destroy`.',
  },
  retries: { description: 'Number of requests that were repeated.' },
  report: { description: 'Path of the JSON report (`packages/action/report.schema.json`).' },
} as const satisfies Readonly<Record<string, OutputDefinition>>;

/** Completes an action's own inputs and outputs with those that all have. */
export function defineAction<
  const I extends InputSchema,
  const O extends Readonly<Record<string, OutputDefinition>>,
  H extends true | undefined = undefined,
>(
  own: ActionDefinition<I, O> & { readonly worksOnHubAlone?: H },
): ActionDefinition<typeof commonInputs & I, typeof commonOutputs & O> & { readonly worksOnHubAlone: H | undefined } {
  return {
    ...own,
    worksOnHubAlone: own.worksOnHubAlone,
    inputs: { ...commonInputs, ...own.inputs },
    outputs: { ...commonOutputs, ...own.outputs },
  };
}
