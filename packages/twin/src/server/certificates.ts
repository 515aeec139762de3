import { createHash, generateKeyPairSync } from 'node:crypto';
import { isIP } from 'node:net';
import { createSecureContext, type SecureContext } from 'node:tls';
import forge from 'node-forge';
import type { TlsIdentity } from '../kernel/http.ts';

const CA_SUBJECT = [
  { name: 'commonName', value: 'Open WebUI landing zone twin CA' },
  { name: 'organizationName', value: 'Local twin' },
];
const DAY = 24 * 60 * 60 * 1000;
const CLIENT_OR_SERVER_IP = 7;
const DNS_NAME = 2;

/**
 * The twin's own certificate authority. One RSA key serves every certificate: making keys is slow and nothing here is
 * secret. Certificates are valid by the real clock, because that is the one clients check.
 */
export class CertificateAuthority {
  readonly #key: forge.pki.rsa.KeyPair;
  readonly #keyPem: string;
  readonly #certificate: forge.pki.Certificate;
  readonly #contexts = new Map<string, SecureContext>();

  constructor() {
    this.#keyPem = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    }).privateKey;
    const privateKey = forge.pki.privateKeyFromPem(this.#keyPem);
    this.#key = { privateKey, publicKey: forge.pki.setRsaPublicKey(privateKey.n, privateKey.e) };
    this.#certificate = this.#issue('ca', CA_SUBJECT, [
      { name: 'basicConstraints', cA: true, critical: true },
      { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
      { name: 'subjectKeyIdentifier' },
    ]);
  }

  /** The certificate that clients must trust, PEM. */
  get caPem(): string {
    return forge.pki.certificateToPem(this.#certificate);
  }

  /** A certificate for `host` (name or IP address), issued on first use. */
  identityFor(host: string): TlsIdentity {
    const name = isIP(host) === 0 ? { type: DNS_NAME, value: host } : { type: CLIENT_OR_SERVER_IP, ip: host };
    const certificate = this.#issue(
      host,
      [{ name: 'commonName', value: host.slice(0, 64) }],
      [
        { name: 'basicConstraints', cA: false },
        { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
        { name: 'extKeyUsage', serverAuth: true },
        { name: 'subjectAltName', altNames: [name] },
        { name: 'authorityKeyIdentifier', keyIdentifier: this.#certificate.generateSubjectKeyIdentifier().getBytes() },
      ],
    );
    return { cert: forge.pki.certificateToPem(certificate) + this.caPem, key: this.#keyPem };
  }

  /** A certificate for `host` with its key and chain, as a company imports one into Key Vault: base64 PFX without a password. */
  pfxFor(host: string): string {
    const { cert, key } = this.identityFor(host);
    const chain = cert.split(/(?<=-----END CERTIFICATE-----\r?\n)/).filter((pem) => pem.trim() !== '');
    const certificates = chain.map((pem) => forge.pki.certificateFromPem(pem));
    const pfx = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(key), certificates, '', { algorithm: '3des' });
    return forge.util.encode64(forge.asn1.toDer(pfx).getBytes());
  }

  /** A TLS context with a certificate of this authority for `host`, or with `own` where the service brings its own. */
  contextFor(host: string, own?: TlsIdentity): SecureContext {
    const cacheKey = own === undefined ? host : createHash('sha256').update(own.cert).digest('hex');
    const cached = this.#contexts.get(cacheKey);
    if (cached !== undefined) return cached;
    const context = createSecureContext(own ?? this.identityFor(host));
    this.#contexts.set(cacheKey, context);
    return context;
  }

  #issue(name: string, subject: forge.pki.CertificateField[], extensions: object[]): forge.pki.Certificate {
    const certificate = forge.pki.createCertificate();
    certificate.publicKey = this.#key.publicKey;
    // A small first byte keeps the number positive; zero would now and then be padding that DER does not allow.
    certificate.serialNumber = `01${createHash('sha256').update(`${name}:${Date.now()}`).digest('hex').slice(0, 30)}`;
    certificate.validity.notBefore = new Date(Date.now() - DAY);
    certificate.validity.notAfter = new Date(Date.now() + 3650 * DAY);
    certificate.setSubject(subject);
    certificate.setIssuer(CA_SUBJECT);
    certificate.setExtensions(extensions);
    certificate.sign(this.#key.privateKey, forge.md.sha256.create());
    return certificate;
  }
}

let ofProcess: CertificateAuthority | undefined;

/** One authority a process: making its key and its certificates is most of the time in which a twin starts. */
export function authorityOfProcess(): CertificateAuthority {
  ofProcess ??= new CertificateAuthority();
  return ofProcess;
}
