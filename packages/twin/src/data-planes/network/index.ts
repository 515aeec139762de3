export { arePeered } from '../../providers/network/peerings.ts';
export { canReach, letsIn } from './reach.ts';
export { resolveHost } from './resolve.ts';
