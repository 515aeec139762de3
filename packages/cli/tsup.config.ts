import { defineConfig } from 'tsup';

/** One bundle, because the parsers that the runner uses import JSON in a way that plain Node refuses. */
export default defineConfig({
  entry: { lz: 'src/index.ts' },
  outDir: 'dist',
  format: 'esm',
  platform: 'node',
  target: 'node24',
  splitting: true,
  clean: true,
  noExternal: [/.*/],
  banner: { js: "import{createRequire as lzRequire}from'node:module';const require=lzRequire(import.meta.url);" },
});
