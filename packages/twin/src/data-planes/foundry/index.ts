export { foundryHost } from './host.ts';
