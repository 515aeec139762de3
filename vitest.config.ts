import { readdirSync } from 'node:fs';
import { defineConfig } from 'vitest/config';

/** One project per package and one for `test/`, so that `vitest run --project twin` runs one topic. */
const packages = readdirSync(new URL('packages', import.meta.url));

export default defineConfig({
  // GitHub's parser ships source maps without their sources, and Vite would say so for each of its files.
  logLevel: 'error',
  test: {
    // By default a core is left free, which on two cores means one test file at a time.
    maxWorkers: '100%',
    projects: [
      ...packages.map((name) => ({
        test: { name, include: [`packages/${name}/test/**/*.test.ts`], server: { deps: { inline: [/@actions\//] } } },
      })),
      { test: { name: 'actions', include: ['actions/*/test/**/*.test.ts'] } },
      // What needs more than Node and npm (the real engine, az, published documents): run by `.ci/run`, not by `npm test`.
      {
        test: {
          name: 'conformance',
          include: ['packages/*/test/**/*.conformance.ts', 'test/**/*.conformance.ts'],
          testTimeout: 600_000,
          hookTimeout: 600_000,
        },
      },
      // What takes minutes because there is much of it: run by `.ci/run`, not by `npm test`.
      { test: { name: 'scale', include: ['test/**/*.scale.ts'], testTimeout: 600_000, hookTimeout: 600_000 } },
      {
        test: {
          name: 'end-to-end',
          include: ['test/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          server: { deps: { inline: [/@actions\//] } },
        },
      },
    ],
  },
});
