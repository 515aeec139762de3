export { arePeered, canReach, letsIn } from './reach.ts';
export { resolveHost } from './resolve.ts';
