import { defineConfig } from 'tsup';
import { yamlAsModules } from '../../scripts/lean-bundle.ts';

/** One bundle, because the parsers that the runner uses import JSON in a way that plain Node refuses. */
export default defineConfig({
  entry: { lz: 'src/index.ts' },
  outDir: 'dist',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  splitting: true,
  clean: true,
  esbuildPlugins: [yamlAsModules],
  noExternal: [/.*/],
  banner: { js: "import{createRequire as lzRequire}from'node:module';const require=lzRequire(import.meta.url);" },
});
