import type { DeploymentContext, Runtime } from '../context.ts';
import type { JsonObject, Json } from '../json.ts';
import type { CopyInfo } from '../template/instances.ts';
import type { Template } from '../template/model.ts';
import type { ParameterInputs, SecretReader } from '../template/parameters.ts';

/** What `planDeployment` plans. */
export interface PlanOptions {
  readonly template: Template | JsonObject | string;
  readonly parameters?: ParameterInputs;
  readonly context: DeploymentContext;
  /** Reads the secrets that parameters refer to; without it such a parameter is an error. */
  readonly keyVaultSecret?: SecretReader;
}

/** `@retryOn(['Code'], 3)`. */
export interface RetryOn {
  readonly exceptionCodes: readonly string[];
  readonly retryCount: number | undefined;
}

/** `@options` of a resource: how a write is tried again, and what is done where the resource is there already or is not found. */
export interface ResourceOptions {
  readonly retryOn: RetryOn | undefined;
  readonly onlyIfNotExists: boolean;
  readonly nullIfNotFound: boolean;
}

/** A nested deployment: a deployment of its own that the parent starts once its dependencies have finished. */
export interface NestedDeployment {
  readonly name: string;
  /** Whose parameters, variables and functions the nested template's expressions use. */
  readonly evaluation: 'inner' | 'outer';
  readonly mode: string;
  /** Plans the nested deployment; its parameters are evaluated with `runtime`. Throws `TemplateError`. */
  plan(runtime: Runtime, options?: NestedPlanOptions): DeploymentPlan;
}

/** What only whoever runs a nested deployment can give it. */
export interface NestedPlanOptions {
  readonly keyVaultSecret?: SecretReader;
  /** Members that the parent does not know: the properties of the resource group that the nested deployment runs in. */
  readonly context?: Partial<DeploymentContext>;
}

/** One resource (or `existing` reference) of a plan. */
export interface PlannedResource {
  /** Unique in the plan: `symbol`, `symbol[2]`; in language version 1 the id. `dependsOn` and `Runtime` use it. */
  readonly key: string;
  readonly symbol: string | undefined;
  readonly type: string;
  /** All segments: `vnet/subnet`. */
  readonly name: string;
  readonly apiVersion: string | undefined;
  /** Absolute id; undefined for resources of an extension (Microsoft Graph). */
  readonly id: string | undefined;
  /** False: ARM makes nothing, and whoever depends on it does not wait. */
  readonly condition: boolean;
  /** Only read, never written. */
  readonly existing: boolean;
  /** The extension that the resource belongs to. */
  readonly import: { readonly alias: string; readonly provider: string; readonly version: string } | undefined;
  /** Keys of the planned resources that must have finished: explicit, implied by references, and earlier batches. */
  readonly dependsOn: readonly string[];
  readonly copy: CopyInfo | undefined;
  readonly options: ResourceOptions;
  /** Paths in the body (`properties.administratorLoginPassword`) whose value comes from a secure parameter or list call. */
  readonly securePaths: readonly string[];
  /**
   * The request body: `location`, `tags`, `sku`, `properties`, …, all expressions evaluated. For a nested deployment the
   * template stands in it as text and the parameters evaluated. Throws `TemplateError` naming the path.
   */
  materialise(runtime: Runtime): JsonObject;
  readonly nested: NestedDeployment | undefined;
}

/** One output of a finished deployment. The value of a secure output is given; ARM never stores it. */
export interface OutputValue {
  readonly type: string;
  readonly value: Json;
  readonly secure: boolean;
}

/** What a deployment will do, in no particular order: `dependsOn` tells what waits for what. */
export interface DeploymentPlan {
  readonly template: Template;
  readonly context: DeploymentContext;
  /** Type and value by name as ARM shows them; secure ones have no value. */
  readonly parameters: Readonly<Record<string, JsonObject>>;
  readonly resources: readonly PlannedResource[];
  /** Evaluates the outputs once every resource has finished. Throws `TemplateError` naming the output. */
  outputs(runtime: Runtime): Readonly<Record<string, OutputValue>>;
}
