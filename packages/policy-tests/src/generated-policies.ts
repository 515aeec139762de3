import { backendOf, type Backend, type PolicyText, type Scope } from '@lz/policy';
import { formatMistakes, loadEnvironmentFile } from '@lz/config';
// Not the package's index, which brings the Azure clients along.
import { previewGateway } from '@lz/gateway/preview';

/** What an environment file puts on its gateway, as far as policies are concerned. */
export interface GeneratedPolicies {
  readonly scopes: ReadonlyMap<Scope, PolicyText & { readonly name: string }>;
  readonly fragments: ReadonlyMap<string, PolicyText & { readonly name: string }>;
  readonly namedValues: ReadonlyMap<string, string>;
  readonly backends: ReadonlyMap<string, Backend>;
}

/** Generates what `configure-apim` would write. Throws with every mistake of the file. */
export function generatedPolicies(file: string): GeneratedPolicies {
  const { environment, mistakes } = loadEnvironmentFile(file);
  if (mistakes !== undefined) throw new Error(formatMistakes(mistakes));
  if (environment.spoke === undefined) throw new Error(`${file}: a hub alone has no API whose policy could be tested`);
  const resources = previewGateway(environment);
  const named = <T>(type: string, valueOf: (properties: Readonly<Record<string, unknown>>, name: string) => T) =>
    new Map(
      resources.flatMap(({ id, properties }) => {
        const name = new RegExp(`/service/[^/]+/${type}/([^/]+)$`, 'i').exec(id)?.[1];
        return name === undefined ? [] : [[name, valueOf(properties, name)] as const];
      }),
    );
  return {
    scopes: new Map(
      resources.flatMap(({ id, properties }) => {
        const scope = /\/policies\/policy$/i.test(id) ? scopeOf(id) : undefined;
        return scope === undefined ? [] : [[scope, textOf(properties, `${scope} policy of ${file}`)] as const];
      }),
    ),
    fragments: named('policyFragments', (properties, name) => textOf(properties, `fragment ${name} of ${file}`)),
    namedValues: named('namedValues', (properties) => String(properties['value'])),
    backends: named('backends', (properties) => backendOf(properties)),
  };
}

function scopeOf(id: string): Scope {
  if (/\/operations\/[^/]+\/policies\//i.test(id)) return 'operation';
  if (/\/apis\/[^/]+\/policies\//i.test(id)) return 'api';
  return /\/products\/[^/]+\/policies\//i.test(id) ? 'product' : 'global';
}

function textOf(properties: Readonly<Record<string, unknown>>, name: string): PolicyText & { readonly name: string } {
  const { value, format } = properties;
  return { name, text: String(value), format: format === 'xml' ? 'xml' : 'rawxml' };
}
