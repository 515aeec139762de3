import type { Plugin, PluginBuild } from 'esbuild';

/**
 * Packages that do nothing when they are loaded, although their package.json does not say so. Without this, every bundle
 * would carry `undici` (415 KB, 20 ms), because @actions/core imports an HTTP client for an OIDC helper that no action
 * uses (facts/clients.md, section 4).
 */
const SIDE_EFFECT_FREE = /^(@actions\/(core|http-client|exec|io)|undici|tunnel)(\/|$)/;
const INSIDE_SIDE_EFFECT_FREE = /node_modules[\\/]@actions[\\/](core|http-client|exec|io)[\\/]/;
const SKIP = Symbol('resolving');

/** Keeps out of a bundle what would cost time at its start without being used. */
export const leanBundle: Plugin = {
  name: 'lean-bundle',
  setup(build) {
    dropUnusedImports(build);
    loadHttpLate(build);
  },
};

function dropUnusedImports(build: PluginBuild): void {
  build.onResolve({ filter: /.*/ }, async (args) => {
    if (args.pluginData === SKIP || args.kind !== 'import-statement') return undefined;
    const inside = INSIDE_SIDE_EFFECT_FREE.test(args.importer) && args.path.startsWith('.');
    if (!SIDE_EFFECT_FREE.test(args.path) && !inside) return undefined;
    const { importer, kind, namespace, resolveDir } = args;
    const resolved = await build.resolve(args.path, { importer, kind, namespace, resolveDir, pluginData: SKIP });
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
  build.onLoad({ filter: /.*/, namespace: 'late' }, () => ({ contents: LATE_HTTP, loader: 'js' }));
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
