import type { Expression } from './expression/ast.ts';
import type { Foreseen, Value } from './expression/value.ts';
import type { Json, JsonObject } from './json.ts';

/** Scopes at which ARM deploys. */
export type ScopeKind = 'tenant' | 'managementGroup' | 'subscription' | 'resourceGroup';

/** Where a deployment runs and what its scope functions answer. Members left out stay symbolic in `expand`. */
export interface DeploymentContext {
  readonly scope: ScopeKind;
  readonly tenantId?: string;
  /** Name of the management group (last segment of its id). */
  readonly managementGroup?: string;
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
  /** What `resourceGroup()` answers besides id, name and type: location, tags, properties, … */
  readonly resourceGroupProperties?: JsonObject;
  /** What `subscription()` answers besides id, subscriptionId and tenantId: displayName. */
  readonly subscriptionProperties?: JsonObject;
  /** What `tenant()` answers besides id and tenantId: displayName, countryCode. */
  readonly tenantProperties?: JsonObject;
  /** What `managementGroup()` answers in `properties`. */
  readonly managementGroupProperties?: JsonObject;
  readonly deploymentName?: string;
  /** Location of a deployment above resource-group scope. */
  readonly location?: string;
  readonly deployer?: { readonly objectId: string; readonly tenantId: string; readonly userPrincipalName?: string };
  /** What `environment()` answers; `publicCloud` for Azure itself. */
  readonly environment?: JsonObject;
  /** The instant that `utcNow()` gives. Left out: symbolic. */
  readonly utcNow?: Date;
  /** Source of `newGuid()`. Left out: symbolic. */
  readonly newGuid?: () => string;
  /** Answers `providers`, `pickZones` and the zone mapping functions. Left out: symbolic, or an error in a plan. */
  readonly lookup?: (functionName: string, args: readonly Json[]) => Json;
}

/** A `reference()` call with its target resolved. */
export interface ReferenceRequest {
  /** Absolute resource id; absent for resources without one (Microsoft Graph), which `key` names. */
  readonly id?: string;
  /** Key of the planned resource of this deployment that is meant, if it is one. */
  readonly key?: string;
  readonly apiVersion?: string;
  /** Whether the whole resource is wanted (`'Full'`) rather than its `properties`. */
  readonly full: boolean;
  /** The resource is an `existing` one marked `@nullIfNotFound()`: answer null instead of an error. */
  readonly nullIfNotFound: boolean;
}

/** A `list*()` call: POST `id/<functionName>`. */
export interface ListRequest {
  readonly functionName: string;
  readonly id: string;
  readonly apiVersion: string;
  /** Third argument: the request body. */
  readonly body?: Json;
}

/** A secret that a parameter refers to. */
export interface KeyVaultSecretRequest {
  readonly vaultId: string;
  readonly secretName: string;
  readonly secretVersion?: string;
}

/**
 * What an expression can ask of Azure while a deployment runs. Synchronous: the engine asks only after everything the
 * resource depends on has finished, so a twin answers from its store. An answer that is not there is a thrown error.
 */
export interface Runtime {
  reference(request: ReferenceRequest): Json;
  list(request: ListRequest): Json;
}

/** One running copy loop. */
export interface CopyFrame {
  readonly name: string;
  readonly index: number;
  /** A loop inside a resource: `copyIndex()` without a name means the resource's own loop. */
  readonly ofProperty?: boolean;
}

/** A resource of the template by symbolic name, as `reference('symbol')` and `resourceInfo('symbol')` need it. */
export interface SymbolInfo {
  /** Absolute id, known or symbolic; undefined for resources without one (Microsoft Graph). */
  readonly id: Value | undefined;
  readonly name: Value;
  readonly type: string;
  readonly apiVersion: string | undefined;
  readonly key: string;
  readonly nullIfNotFound: boolean;
  /** Expansion only: what is known of `reference(symbol)` already: a resource's own properties, a module's outputs. */
  readonly foreseen?: Foreseen;
}

/** A function that a template defines itself. */
export interface UserFunction {
  readonly parameters: readonly string[];
  readonly output: Json;
}

/** What the names of a template stand for. `parameter` and `variable` throw `ExpressionError` for an unknown name. */
export interface TemplateScope {
  readonly deployment: DeploymentContext;
  /** What `deployment().properties` shows. */
  readonly deploymentProperties: JsonObject;
  parameter(name: string): Value;
  variable(name: string): Value;
  userFunction(name: string): UserFunction | undefined;
  /** Resources by symbolic name (and, in a copy loop, `symbol[index]`); a whole loop is an array. */
  symbol(name: string): SymbolInfo | readonly SymbolInfo[] | undefined;
  /** The template's resource with this id, or, in language version 1, with this name. */
  resourceByIdOrName(idOrName: string): SymbolInfo | undefined;
}

/**
 * How functions that need Azure behave: `symbolic` keeps them as they stand (expansion), `none` refuses them (the start
 * of a deployment), a `Runtime` answers them.
 */
export type RuntimeMode = 'symbolic' | 'none' | Runtime;

/** Everything an expression is evaluated against. */
export interface EvaluationContext {
  readonly scope: TemplateScope;
  readonly runtime: RuntimeMode;
  readonly copies: readonly CopyFrame[];
  readonly lambda: ReadonlyMap<string, Value>;
  /** Whether `reference` and `list*` may stand here: not in names, conditions, counts, variables and defaults. */
  readonly allowReference: boolean;
  /** Whether this is a parameter's default value, the one place for `utcNow` and `newGuid`. */
  readonly inParameterDefault: boolean;
}

/** A function call that is being evaluated: its unevaluated arguments and how to evaluate them. */
export interface FunctionCall {
  readonly name: string;
  readonly args: readonly Expression[];
  readonly context: EvaluationContext;
  readonly evaluate: (expression: Expression, context?: EvaluationContext) => Value;
}
