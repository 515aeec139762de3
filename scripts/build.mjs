// `npm run build`: the action bundles that are committed, and the command line.
import { build, runAll } from './run-all.mjs';

runAll([build()]);
