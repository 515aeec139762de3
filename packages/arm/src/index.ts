export { TemplateError, type TemplateErrorInfo } from './errors.ts';
export type {
  DeploymentContext,
  KeyVaultSecretRequest,
  ListRequest,
  ReferenceRequest,
  Runtime,
  ScopeKind,
} from './context.ts';
export { type ExpandOptions, type Expansion, type Surroundings, expand } from './expand.ts';
export { publicCloud } from './environment.ts';
export type { Json, JsonObject } from './json.ts';
export type { CopyInfo } from './template/instances.ts';
export type { ParameterInput, Template } from './template/model.ts';
export type { ParameterInputs, SecretReader } from './template/parameters.ts';
export { parseTemplate } from './template/parse.ts';
export { parseJsonText } from './template/text.ts';
export { planDeployment } from './plan/plan.ts';
export type {
  DeploymentPlan,
  NestedDeployment,
  NestedPlanOptions,
  OutputValue,
  PlanOptions,
  PlannedResource,
  ResourceOptions,
  RetryOn,
} from './plan/types.ts';
