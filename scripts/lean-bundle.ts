import { isBuiltin } from 'node:module';
import type { OnLoadResult, OnResolveArgs, Plugin, PluginBuild } from 'esbuild';

/**
 * Packages that do nothing when they are loaded, although their package.json does not say so. Without this, every bundle
 * would carry `undici` (415 KB, 20 ms), because @actions/core imports an HTTP client for an OIDC helper that no action
 * uses, and every kind of Entra client, of which a token exchange uses one.
 */
const SIDE_EFFECT_FREE = /^(@actions\/(core|http-client|exec|io)|@azure\/msal-node|undici|tunnel)(\/|$)/;
const INSIDE_SIDE_EFFECT_FREE = /node_modules[\\/](@actions[\\/](core|http-client|exec|io)|@azure[\\/]msal-node)[\\/]/;
const SKIP = Symbol('resolving');

/** Keeps out of a bundle, and out of its start, what would cost time without being used. */
export const leanBundle: Plugin = {
  name: 'lean-bundle',
  setup(build) {
    dropUnusedImports(build);
    loadHttpLate(build);
    loadPackagesLate(build);
    readBuiltinsLate(build);
    takeYamlAsModules(build);
  },
};

function dropUnusedImports(build: PluginBuild): void {
  build.onResolve({ filter: /.*/ }, async (args) => {
    if (args.pluginData === SKIP || args.kind !== 'import-statement') return undefined;
    const inside = INSIDE_SIDE_EFFECT_FREE.test(args.importer) && args.path.startsWith('.');
    if (!SIDE_EFFECT_FREE.test(args.path) && !inside) return undefined;
    const resolved = await resolveOtherwise(build, args, args.path);
    return resolved.errors.length > 0 ? undefined : { ...resolved, sideEffects: false };
  });
}

/**
 * Whoever loads `node:http` loads Node's own undici too, since one of its exports, `WebSocket`, is read on loading: 18 ms
 * of a start. All that actions send goes through `node:https`, which does not, so `node:http` is loaded when something of
 * it is first used. Its `Agent`, which classes are derived from on loading, is what `https.Agent` is derived from.
 */
function loadHttpLate(build: PluginBuild): void {
  build.onResolve({ filter: /^(node:)?http$/ }, () => ({ path: 'http', namespace: 'late' }));
  build.onLoad({ filter: /^http$/, namespace: 'late' }, () => ({ contents: LATE_HTTP, loader: 'js' }));
}

const LATE_HTTP = `
const { Agent } = process.getBuiltinModule('node:https');
const http = () => process.getBuiltinModule('node:http');
module.exports = Object.defineProperties({ Agent: Object.getPrototypeOf(Agent) }, Object.fromEntries(
  ['ClientRequest', 'IncomingMessage', 'METHODS', 'OutgoingMessage', 'STATUS_CODES', 'Server', 'ServerResponse',
   'createServer', 'get', 'globalAgent', 'request', 'validateHeaderName', 'validateHeaderValue']
    .map((name) => [name, { enumerable: true, get: () => http()[name] }]),
));
`;

/**
 * CommonJS packages that are loaded when one of these functions or classes is first used. The Azure SDK takes the proxy
 * agents only where a request has no agent, and ours all have one; Entra's library signs assertions of certificates with
 * jsonwebtoken, and no action has one. Together 9 ms of setting up.
 */
const LATE: Readonly<Record<string, string>> = {
  jsonwebtoken: 'sign',
  'http-proxy-agent': 'HttpProxyAgent',
  'https-proxy-agent': 'HttpsProxyAgent',
};

function loadPackagesLate(build: PluginBuild): void {
  const filter = new RegExp(`^(${Object.keys(LATE).join('|')})$`);
  build.onResolve({ filter }, (args) =>
    args.namespace === 'late' ? undefined : { path: args.path, namespace: 'late', pluginData: args.resolveDir },
  );
  build.onLoad({ filter, namespace: 'late' }, ({ path, pluginData }): OnLoadResult => {
    const member = LATE[path] ?? '';
    const contents = `exports.${member} = function (...args) {
      const real = require(${JSON.stringify(path)}).${member};
      return new.target ? new real(...args) : real(...args);
    };`;
    return { contents, loader: 'js', resolveDir: pluginData as string };
  });
}

/**
 * An `import` of one of Node's modules reads every one of its exports, and so loads what is behind lazy ones: the streams
 * of stdin, text decoders, a diff. Taken as an object, only what is used is read: 6 ms.
 */
function readBuiltinsLate(build: PluginBuild): void {
  build.onResolve({ filter: /^(node:)?[a-z_]+(\/[a-z_]+)?$/ }, ({ path, kind }) => {
    if (kind !== 'import-statement' || !isBuiltin(path) || /^(node:)?http$/.test(path)) return undefined;
    return { path: path.replace(/^node:/, ''), namespace: 'builtin', sideEffects: false };
  });
  build.onLoad({ filter: /.*/, namespace: 'builtin' }, ({ path }) => ({
    contents: `module.exports = process.getBuiltinModule(${JSON.stringify(`node:${path}`)});`,
    loader: 'js',
  }));
}

/**
 * For Node, `yaml` is CommonJS: it goes into a bundle whole, and what imports it on demand gets its default export alone.
 * Its build for browsers is the same code as ES modules.
 */
export const yamlAsModules: Plugin = { name: 'yaml-as-modules', setup: takeYamlAsModules };

function takeYamlAsModules(build: PluginBuild): void {
  build.onResolve({ filter: /^yaml$/ }, async (args) => {
    if (args.pluginData === SKIP) return undefined;
    const { path } = await resolveOtherwise(build, args, 'yaml');
    return { path: path.replace(/([\\/])dist([\\/])index\.js$/, '$1browser$1dist$2index.js'), sideEffects: false };
  });
}

/** Where a path leads without the rules of this file. */
function resolveOtherwise(build: PluginBuild, args: OnResolveArgs, path: string) {
  const { importer, kind, namespace, resolveDir } = args;
  return build.resolve(path, { importer, kind, namespace, resolveDir, pluginData: SKIP });
}
