/**
 * The parts of a workflow file that the runner executes. GitHub's own parser has accepted the file before these types
 * are used, so their shape is certain; see workflow-file.ts.
 */
export interface WorkflowFile {
  readonly name?: string;
  readonly on: unknown;
  readonly env?: Readonly<Record<string, Scalar>>;
  readonly permissions?: Permissions;
  readonly defaults?: Defaults;
  readonly jobs: Readonly<Record<string, WorkflowJob>>;
}

/** A value without members, as YAML has it. */
export type Scalar = string | number | boolean | null;
/** What a token may do in one scope. */
export type PermissionLevel = 'none' | 'read' | 'write';
/** `permissions` of a workflow or a job. */
export type Permissions = 'read-all' | 'write-all' | Readonly<Record<string, PermissionLevel>>;

/** `defaults` of a workflow or a job. */
export interface Defaults {
  readonly run?: { readonly shell?: string; readonly 'working-directory'?: string };
}

/** One job, with steps or calling a workflow. */
export interface WorkflowJob {
  readonly name?: string;
  readonly needs?: string | readonly string[];
  readonly if?: string | boolean;
  readonly permissions?: Permissions;
  readonly environment?: string | { readonly name: string; readonly url?: string };
  readonly env?: Readonly<Record<string, Scalar>>;
  readonly outputs?: Readonly<Record<string, Scalar>>;
  readonly defaults?: Defaults;
  readonly steps?: readonly Step[];
  /** A job that calls a reusable workflow has this instead of steps. */
  readonly uses?: string;
  readonly with?: Readonly<Record<string, Scalar>>;
  readonly secrets?: 'inherit' | Readonly<Record<string, Scalar>>;
  readonly strategy?: unknown;
  readonly container?: unknown;
  readonly services?: unknown;
  readonly 'continue-on-error'?: boolean | string;
  readonly 'timeout-minutes'?: number | string;
}

/** One step, of a job or of a composite action. */
export interface Step {
  readonly id?: string;
  readonly name?: string;
  readonly if?: string | boolean;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, Scalar>>;
  readonly env?: Readonly<Record<string, Scalar>>;
  readonly shell?: string;
  readonly 'working-directory'?: string;
  readonly 'continue-on-error'?: boolean | string;
  readonly 'timeout-minutes'?: number | string;
}

/** An input that a trigger declares. */
export interface InputDefinition {
  readonly description?: string;
  readonly type?: 'string' | 'number' | 'boolean' | 'choice' | 'environment';
  readonly required?: boolean;
  readonly default?: Scalar;
  readonly options?: readonly string[];
}

/** The parts of an action.yml that the runner executes. */
export interface ActionFile {
  readonly name: string;
  readonly inputs?: Readonly<Record<string, { readonly required?: boolean; readonly default?: Scalar }>>;
  readonly outputs?: Readonly<Record<string, { readonly value?: string }>>;
  readonly runs:
    | {
        readonly using: `node${number}`;
        readonly main: string;
        readonly pre?: string;
        readonly post?: string;
        readonly 'post-if'?: string;
      }
    | { readonly using: 'composite'; readonly steps: readonly Step[] };
}

/** How a step, a job or a run ended, in GitHub's words. */
export type Conclusion = 'success' | 'failure' | 'cancelled' | 'skipped';
