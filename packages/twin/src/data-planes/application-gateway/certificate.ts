import type { TlsIdentity } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { textAt } from '../../providers/common/json.ts';
import { readSecret } from '../key-vault/index.ts';
import { openPfx } from '../pfx.ts';
import { findListener, listenersOn, part } from './configuration.ts';

/**
 * The certificate that the gateway shows for `host`: that of the listener with the name, else of the first one, as a
 * caller gets who names another host. Read from Key Vault with the gateway's identity, as Azure does; undefined where
 * that gives none, and then Azure switches the listener off.
 */
export function listenerCertificate(world: World, gateway: Resource, host: string): TlsIdentity | undefined {
  const listener = findListener(gateway, host, 443) ?? listenersOn(gateway, 443)[0];
  const certificate = part(gateway, 'sslCertificates', textAt(listener, 'properties.sslCertificate.id'));
  const uri = textAt(certificate, 'properties.keyVaultSecretId');
  const [identityId] = Object.keys((gateway.identity?.['userAssignedIdentities'] ?? {}) as object);
  const principalId = textAt(world.store.get(identityId ?? '')?.properties, 'principalId');
  if (uri === undefined || principalId === undefined) return undefined;
  const reading = readSecret(world, uri, principalId, 'trusted-service');
  return reading.kind === 'readable' ? openPfx(reading.value) : undefined;
}
