export { backendHealth } from './health.ts';
export { applicationGatewayHost } from './host.ts';
