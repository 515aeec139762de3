import forge from 'node-forge';
import type { TlsIdentity } from '../kernel/http.ts';

/** By the PFX's own text: taking one apart costs real time, and the same is asked for on every connection. */
const opened = new Map<string, TlsIdentity>();

/** Certificate and key of a base64 PFX without a password; undefined where it is none. */
export function openPfx(base64: string): TlsIdentity | undefined {
  const known = opened.get(base64);
  if (known !== undefined) return known;
  const identity = takeApart(base64);
  if (identity !== undefined) opened.set(base64, identity);
  return identity;
}

function takeApart(base64: string): TlsIdentity | undefined {
  try {
    const pfx = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(forge.util.decode64(base64)), '');
    const certificates = bags(pfx, 'certBag').flatMap(({ cert }) => cert ?? []);
    const key = [...bags(pfx, 'pkcs8ShroudedKeyBag'), ...bags(pfx, 'keyBag')][0]?.key;
    if (certificates.length === 0 || key == null) return undefined;
    return {
      cert: certificates.map((certificate) => forge.pki.certificateToPem(certificate)).join(''),
      key: forge.pki.privateKeyToPem(key),
    };
  } catch {
    // Not a PFX: whoever shows it then has nothing to show, as in Azure.
    return undefined;
  }
}

function bags(pfx: forge.pkcs12.Pkcs12Pfx, kind: string): readonly forge.pkcs12.Bag[] {
  const bagType = forge.pki.oids[kind] ?? '';
  return pfx.getBags({ bagType })[bagType] ?? [];
}
