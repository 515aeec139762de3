import type { AzureClient } from '@lz/azure';

const KEY_VAULT_VERSION = '2024-11-01';
/** Days that a trial certificate lasts: browsers refuse more than 398. */
export const VALIDITY_DAYS = 397;
/** It is made anew when fewer days than this remain. */
const RENEWAL_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

interface Secret {
  /** Seconds since the epoch; `updated` is when the certificate was written. */
  readonly properties: { readonly attributes?: { readonly exp?: number; readonly updated?: number } };
}

/** Whether the vault lacks a certificate that will last; its value is not read, and could not be. */
export async function needsCertificate(azure: AzureClient, secretId: string): Promise<boolean> {
  const secret = await azure.find<Secret>(secretId, KEY_VAULT_VERSION);
  if (secret === undefined) return true;
  const { exp, updated } = secret.properties.attributes ?? {};
  // The secret's own end where somebody has set one; else a certificate lasts from when it was written.
  const ends = exp === undefined ? (updated ?? Number.NaN) * 1000 + VALIDITY_DAYS * DAY_MS : exp * 1000;
  return ends < (azure.azureTime ?? Date.now()) + RENEWAL_DAYS * DAY_MS;
}

/**
 * Makes a self-signed certificate for `hostname` and answers it with its key as a base64 PFX without a password: what
 * Application Gateway reads from a Key Vault secret. It lives in this process and in Key Vault, nowhere else.
 */
export async function makeTrialCertificate(hostname: string, now: Date): Promise<{ pfx: string; expires: Date }> {
  // Loaded only when a certificate is made: most runs need none.
  const { default: forge } = await import('node-forge');
  const keys = forge.pki.rsa.generateKeyPair(2048);
  const certificate = forge.pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  // A leading zero keeps the serial number positive.
  certificate.serialNumber = `00${forge.util.bytesToHex(forge.random.getBytesSync(15))}`;
  const expires = new Date(now.getTime() + VALIDITY_DAYS * DAY_MS);
  certificate.validity.notBefore = new Date(now.getTime() - 60 * 60 * 1000);
  certificate.validity.notAfter = expires;
  const subject = [{ name: 'commonName', value: hostname }];
  certificate.setSubject(subject);
  certificate.setIssuer(subject);
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectAltName', altNames: [{ type: 2, value: hostname }] },
  ]);
  certificate.sign(keys.privateKey, forge.md.sha256.create());
  const pfx = forge.pkcs12.toPkcs12Asn1(keys.privateKey, [certificate], '', { algorithm: '3des' });
  return { pfx: forge.util.encode64(forge.asn1.toDer(pfx).getBytes()), expires };
}
