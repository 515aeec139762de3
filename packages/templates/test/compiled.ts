import { readFileSync } from 'node:fs';
import type { ArmTemplate } from '../src/index.ts';

/** One resource of a compiled template, with where it stands in it. */
export interface CompiledResource {
  /** `openWebUi/webui`: symbolic names from the template down. */
  readonly path: string;
  readonly type: string;
  readonly apiVersion?: string;
  readonly name?: unknown;
  readonly existing?: boolean;
  readonly condition?: unknown;
  readonly dependsOn?: readonly string[];
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly '@options'?: Readonly<Record<string, unknown>>;
  readonly copy?: { readonly mode?: string; readonly batchSize?: number };
}

/** A template in its place: `path` is `openWebUi/webui` or empty, `scope` who evaluates its parameters. */
export interface PlacedTemplate {
  readonly path: string;
  readonly template: ArmTemplate;
  /** `inner` or `outer`; undefined for the outermost template. */
  readonly scope?: string;
}

/** A template and every template nested in it, outermost first. */
export function templatesIn(template: ArmTemplate, path = '', scope?: string): readonly PlacedTemplate[] {
  const nested = resourcesOf(template).flatMap(([name, { type, properties }]) => {
    // A container app has a member of this name, too.
    const inner = type === 'Microsoft.Resources/deployments' ? (properties?.['template'] as ArmTemplate) : undefined;
    const options = properties?.['expressionEvaluationOptions'] as { scope?: string } | undefined;
    const place = path === '' ? name : `${path}/${name}`;
    return inner === undefined ? [] : templatesIn(inner, place, options?.scope ?? 'outer');
  });
  return [{ path, template, ...(scope === undefined ? {} : { scope }) }, ...nested];
}

/** Every resource of a template, however deep. */
export function resourcesIn(root: ArmTemplate): readonly CompiledResource[] {
  return templatesIn(root).flatMap(({ path, template }) =>
    resourcesOf(template).map(([name, resource]) => ({ ...resource, path: path === '' ? name : `${path}/${name}` })),
  );
}

function resourcesOf(template: ArmTemplate): [string, Omit<CompiledResource, 'path'>][] {
  return Object.entries(template.resources as Record<string, Omit<CompiledResource, 'path'>>);
}

/** A resource as the real engine predicts it. */
export interface PredictedResource {
  readonly id: string;
  readonly type: string;
  readonly name: string;
  readonly apiVersion: string;
  readonly properties?: Readonly<Record<string, unknown>>;
}

/** What the real engine made of a template in a scenario (`scripts/bicep-snapshots.mjs`). */
export function snapshotOf(scenario: string, template: string): readonly PredictedResource[] {
  const file = new URL(`../../../bicep/test/${scenario}/${template}.snapshot.json`, import.meta.url);
  const { predictedResources } = JSON.parse(readFileSync(file, 'utf8')) as { predictedResources: PredictedResource[] };
  return predictedResources;
}

/** The member at a path such as `a.b.0.c`, undefined where there is none. */
export function memberAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, name) => {
    return typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[name] : undefined;
  }, value);
}
