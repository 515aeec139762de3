import forge from 'node-forge';
import type { TlsIdentity } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { textAt } from '../../providers/common/json.ts';
import { readSecret } from '../key-vault/index.ts';
import { findListener, listenersOn, part } from './configuration.ts';

/** By the PFX's own text: taking one apart costs real time, and the same is asked for on every connection. */
const opened = new Map<string, TlsIdentity>();

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

/** Certificate and key of a base64 PFX without a password; undefined where it is none. */
function openPfx(base64: string): TlsIdentity | undefined {
  const known = opened.get(base64);
  if (known !== undefined) return known;
  try {
    const asn1 = forge.asn1.fromDer(forge.util.decode64(base64));
    const pfx = forge.pkcs12.pkcs12FromAsn1(asn1, '');
    const certificates =
      pfx.getBags({ bagType: forge.pki.oids['certBag'] ?? '' })[forge.pki.oids['certBag'] ?? ''] ?? [];
    const keys = [
      ...(pfx.getBags({ bagType: forge.pki.oids['pkcs8ShroudedKeyBag'] ?? '' })[
        forge.pki.oids['pkcs8ShroudedKeyBag'] ?? ''
      ] ?? []),
      ...(pfx.getBags({ bagType: forge.pki.oids['keyBag'] ?? '' })[forge.pki.oids['keyBag'] ?? ''] ?? []),
    ];
    const key = keys[0]?.key;
    if (certificates.length === 0 || key == null) return undefined;
    const identity = {
      cert: certificates.flatMap(({ cert }) => (cert === undefined ? [] : [forge.pki.certificateToPem(cert)])).join(''),
      key: forge.pki.privateKeyToPem(key),
    };
    opened.set(base64, identity);
    return identity;
  } catch {
    // Not a PFX: the listener then has nothing to show, as in Azure.
    return undefined;
  }
}
