export { keyVaultHost } from './host.ts';
export { vaultReach } from './network.ts';
export type { CallOrigin } from './network.ts';
export { parseSecretUri, readSecret, vaultNamed } from './read-secret.ts';
export type { SecretReading } from './read-secret.ts';
