export { graphHost } from './host.ts';
