import type { Plugin } from 'esbuild';

/**
 * Packages that do nothing when they are loaded, although their package.json does not say so. Without this, every bundle
 * would carry `undici` (415 KB, 20 ms), because @actions/core imports an HTTP client for an OIDC helper that no action
 * uses (facts/clients.md, section 4).
 */
const SIDE_EFFECT_FREE = /^(@actions\/(core|http-client|exec|io)|undici|tunnel)(\/|$)/;

/** Drops imports of such packages where nothing of them is used. */
export const lazyUnusedModules: Plugin = {
  name: 'lazy-unused-modules',
  setup(build) {
    build.onResolve({ filter: /.*/ }, async (args) => {
      if (args.pluginData === SKIP || args.kind !== 'import-statement') return undefined;
      const inside = /node_modules[\\/]@actions[\\/](core|http-client|exec|io)[\\/]/.test(args.importer);
      if (!SIDE_EFFECT_FREE.test(args.path) && !(inside && args.path.startsWith('.'))) return undefined;
      const { importer, kind, namespace, resolveDir } = args;
      const resolved = await build.resolve(args.path, { importer, kind, namespace, resolveDir, pluginData: SKIP });
      return resolved.errors.length > 0 ? undefined : { ...resolved, sideEffects: false };
    });
  },
};

const SKIP = Symbol('resolving');
