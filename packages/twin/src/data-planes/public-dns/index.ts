export { publicDnsHost } from './host.ts';
