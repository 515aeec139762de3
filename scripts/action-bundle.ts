import { defineConfig } from 'tsup';
import { leanBundle } from './lean-bundle.ts';

/**
 * How every action becomes `dist/`: ESM for Node 24 with code splitting, so that what is imported on demand is loaded on
 * demand. Minified by syntax and white space alone would keep names; whole minification halves the size, and the
 * source maps are left out, because the sources stand in the same commit.
 * The result depends on the sources and the lock file only: no dates, no absolute paths.
 */
export default defineConfig({
  entry: { index: 'src/index.ts' },
  outDir: 'dist',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  splitting: true,
  treeshake: false,
  removeNodeProtocol: false,
  minify: true,
  clean: true,
  sourcemap: false,
  noExternal: [/.*/],
  // CommonJS packages inside an ES module still call `require` for Node's own modules.
  banner: { js: "const require=process.getBuiltinModule('node:module').createRequire(import.meta.url);" },
  // The Azure SDK asks whether a body is a FormData, which no action sends; the mere question loads Node's undici: 17 ms.
  define: { FormData: 'undefined' },
  esbuildPlugins: [leanBundle],
});
