import type {
  DeploymentContext,
  EvaluationContext,
  RuntimeMode,
  SymbolInfo,
  TemplateScope,
  UserFunction,
} from '../context.ts';
import { ExpressionError } from '../errors.ts';
import { evaluateTree } from '../expression/evaluate.ts';
import type { Value } from '../expression/value.ts';
import { type Json, type JsonObject, findKey, getObject, getProperty, getString, isArray, isObject } from '../json.ts';
import type { Template } from './model.ts';

/** How the resources of a template are found by name; filled once the resources are known. */
export interface ResourceLookup {
  symbol(name: string): SymbolInfo | readonly SymbolInfo[] | undefined;
  byIdOrName(idOrName: string): SymbolInfo | undefined;
}

interface NamesOptions {
  readonly template: Template;
  readonly deployment: DeploymentContext;
  readonly runtime: 'symbolic' | 'none';
  /** Given parameter values by lower-case name; parameters without one take their default. */
  readonly given: ReadonlyMap<string, Value>;
  /** The parent's names, for a nested deployment whose expressions are evaluated in the outer scope. */
  readonly outer?: TemplateScope;
}

/** What the names of one template stand for. Variables and defaults are evaluated once, when first asked for. */
export class TemplateNames implements TemplateScope {
  readonly deployment: DeploymentContext;
  readonly deploymentProperties: JsonObject;
  resources: ResourceLookup = { symbol: () => undefined, byIdOrName: () => undefined };
  readonly #options: NamesOptions;
  readonly #parameters = new Map<string, Value>();
  readonly #variables = new Map<string, Value>();
  readonly #inProgress = new Set<string>();

  constructor(options: NamesOptions) {
    this.#options = options;
    this.deployment = options.deployment;
    const { source } = options.template;
    this.deploymentProperties =
      options.runtime === 'symbolic'
        ? { template: { contentVersion: getString(source, 'contentVersion') ?? '' } }
        : { mode: 'Incremental', provisioningState: 'Accepted', template: source };
  }

  /** A context for evaluating in this template: `none` and `symbolic` for the start, a runtime while it runs. */
  context(runtime: RuntimeMode = this.#options.runtime, allowReference = runtime !== 'none'): EvaluationContext {
    return { scope: this, runtime, copies: [], lambda: new Map(), allowReference, inParameterDefault: false };
  }

  parameter(name: string): Value {
    if (this.#options.outer !== undefined) return this.#options.outer.parameter(name);
    const { given, template } = this.#options;
    const declared = findKey(template.parameters, name);
    if (declared === undefined) {
      throw new ExpressionError(
        `The template parameter '${name}' is not found. Please see https://aka.ms/arm-syntax-parameters for usage details.`,
      );
    }
    const key = declared.toLowerCase();
    return (
      given.get(key) ?? this.#once(this.#parameters, key, `parameter '${declared}'`, () => this.#default(declared))
    );
  }

  variable(name: string): Value {
    if (this.#options.outer !== undefined) return this.#options.outer.variable(name);
    const source = findVariable(this.#options.template.variables, name);
    if (source === undefined) {
      throw new ExpressionError(
        `The template variable '${name}' is not found. Please see https://aka.ms/arm-syntax-variables for usage details.`,
      );
    }
    return this.#once(this.#variables, name.toLowerCase(), `variable '${name}'`, () => {
      const value = evaluateTree(source.tree, this.context(this.#options.runtime, false));
      return source.loop === undefined ? value : ((value as Readonly<Record<string, Value>>)[source.loop] ?? null);
    });
  }

  userFunction(name: string): UserFunction | undefined {
    return name.includes('.') ? this.#options.template.functions.get(name.toLowerCase()) : undefined;
  }

  symbol(name: string): SymbolInfo | readonly SymbolInfo[] | undefined {
    return this.resources.symbol(name) ?? this.#options.outer?.symbol(name);
  }

  resourceByIdOrName(idOrName: string): SymbolInfo | undefined {
    return this.resources.byIdOrName(idOrName) ?? this.#options.outer?.resourceByIdOrName(idOrName);
  }

  #default(name: string): Value {
    const definition = this.#options.template.parameters[name] ?? {};
    const source = getProperty(definition, 'defaultValue');
    if (source === undefined) return null;
    return evaluateTree(source, { ...this.context(this.#options.runtime, false), inParameterDefault: true });
  }

  #once(known: Map<string, Value>, key: string, what: string, compute: () => Value): Value {
    const present = known.get(key);
    if (present !== undefined) return present;
    if (this.#inProgress.has(what)) throw new ExpressionError(`The template ${what} depends on itself.`);
    this.#inProgress.add(what);
    try {
      const value = compute();
      known.set(key, value);
      return value;
    } finally {
      this.#inProgress.delete(what);
    }
  }
}

/** The source of a variable: its own entry, or a loop of the section's `copy`. */
function findVariable(
  variables: JsonObject,
  name: string,
): { readonly tree: Json; readonly loop?: string } | undefined {
  const tree = getProperty(variables, name);
  if (tree !== undefined && name.toLowerCase() !== 'copy') return { tree };
  const loops = getProperty(variables, 'copy');
  const loop = (isArray(loops) ? loops : []).find(
    (item) => isObject(item) && getString(item, 'name')?.toLowerCase() === name.toLowerCase(),
  );
  return isObject(loop) ? { tree: { copy: [loop] }, loop: getString(loop, 'name') ?? name } : undefined;
}

/** The `extensionConfigs`-free view of a template's imports: alias to provider and version. */
export function importOf(
  template: Template,
  body: JsonObject,
): { readonly alias: string; readonly provider: string; readonly version: string } | undefined {
  const alias = getString(body, 'import') ?? getString(body, 'extension');
  if (alias === undefined) return undefined;
  const section = getProperty(template.source, 'imports') ?? getProperty(template.source, 'extensions');
  const definition = isObject(section) ? getObject(section, alias) : {};
  return {
    alias,
    provider: getString(definition, 'provider') ?? getString(definition, 'name') ?? alias,
    version: getString(definition, 'version') ?? '',
  };
}
