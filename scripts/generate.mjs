// `npm run generate`: every file that a program writes from a source of truth.
import { runAll } from './run-all.mjs';

runAll(
  [
    'scripts/generate-action-files.ts',
    'packages/config/scripts/generate-validator.ts',
    'packages/config/scripts/generate-docs.ts',
    'packages/templates/scripts/generate-usage.ts',
    'packages/templates/scripts/generate-security-baseline.ts',
    'packages/twin/scripts/generate-rules.ts',
    'packages/cost/scripts/generate-docs.ts',
    'packages/policy-tests/scripts/generate.ts',
    'packages/openapi/scripts/generate-docs.ts',
    'packages/policy/scripts/generate-docs.ts',
  ].map((script) => [process.execPath, [script]]),
);
