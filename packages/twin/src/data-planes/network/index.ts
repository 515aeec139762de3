export { arePeered } from '../../providers/network/peerings.ts';
export { publicAlias, publicTexts } from './public-records.ts';
export { canReach, letsIn } from './reach.ts';
export { resolveHost } from './resolve.ts';
