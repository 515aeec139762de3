// `npm run lz -- …`: the command line, built first where its sources changed.
import { build, runAll } from './run-all.mjs';

runAll([build('@lz/cli'), [process.execPath, ['packages/cli/dist/lz.js', ...process.argv.slice(2)]]]);
