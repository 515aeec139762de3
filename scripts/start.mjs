// `npm start`: builds the command line where its sources changed, then runs the deployment workflow against the twin.
// The action bundles are the committed ones: what runs is what a consumer would run.
import { build, runAll } from './run-all.mjs';

runAll([build('@lz/cli'), [process.execPath, ['packages/cli/dist/lz.js', 'run', ...process.argv.slice(2)]]]);
