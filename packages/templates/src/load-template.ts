/** An ARM template as far as anybody outside the engine looks into it. */
export interface ArmTemplate {
  readonly $schema: string;
  readonly languageVersion?: string;
  readonly contentVersion: string;
  readonly definitions?: Readonly<Record<string, object>>;
  readonly parameters?: Readonly<Record<string, TemplateParameter>>;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly resources: Readonly<Record<string, object>> | readonly object[];
  readonly outputs?: Readonly<Record<string, { readonly type?: string; readonly value?: unknown }>>;
}

/** A template's parameter as it is declared. */
export interface TemplateParameter {
  /** `string`, `securestring`, `object`, …; absent where `$ref` names a definition. */
  readonly type?: string;
  readonly $ref?: string;
  readonly nullable?: boolean;
  readonly defaultValue?: unknown;
}

/** The deployments of the product, by the template that each deploys. */
export const templateNames = ['hub-network', 'hub-services', 'hub-gateway', 'spoke', 'spoke-app'] as const;
/** One of `templateNames`. */
export type TemplateName = (typeof templateNames)[number];

/**
 * ARM JSON of a template, as compiled from `bicep/`. Imported on demand, so that a bundler puts each into a file of its
 * own and an action reads only what it deploys.
 */
export async function loadTemplate(name: TemplateName): Promise<ArmTemplate> {
  const { default: template } = await loaders[name]();
  return template;
}

type Loader = () => Promise<{ readonly default: ArmTemplate }>;

const loaders: Readonly<Record<TemplateName, Loader>> = {
  'hub-network': () => import('../../../bicep/hub/network.json', { with: { type: 'json' } }),
  'hub-services': () => import('../../../bicep/hub/services.json', { with: { type: 'json' } }),
  'hub-gateway': () => import('../../../bicep/hub/gateway.json', { with: { type: 'json' } }),
  spoke: () => import('../../../bicep/spoke/main.json', { with: { type: 'json' } }),
  'spoke-app': () => import('../../../bicep/spoke/app.json', { with: { type: 'json' } }),
};
