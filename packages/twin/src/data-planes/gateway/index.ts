export { gatewayHost } from './host.ts';
