import type { ScopeKind, UserFunction } from '../context.ts';
import type { Json, JsonObject } from '../json.ts';

/** One entry of `resources`: of the array (language version 1) or of the object keyed by symbol (2.0). */
export interface TemplateResource {
  readonly symbol?: string;
  readonly body: JsonObject;
  /** For messages: `resources.vnet` or `resources[3]`. */
  readonly path: string;
}

/** A parsed template. Expressions are still text. */
export interface Template {
  /** From `$schema`: the scope that the template is written for. */
  readonly scope: ScopeKind;
  /** Language version 2.0: resources have symbolic names. */
  readonly symbolic: boolean;
  readonly parameters: Readonly<Record<string, JsonObject>>;
  readonly variables: JsonObject;
  readonly definitions: JsonObject;
  /** By lower-case `namespace.name`. */
  readonly functions: ReadonlyMap<string, UserFunction>;
  readonly resources: readonly TemplateResource[];
  readonly outputs: Readonly<Record<string, JsonObject>>;
  /** The template as given. */
  readonly source: JsonObject;
}

/** What a caller passes for one parameter. */
export type ParameterInput = JsonObject & { readonly value?: Json };
