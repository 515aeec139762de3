import { X509Certificate, createPrivateKey } from 'node:crypto';
import { createTwin, type Twin } from '@lz/twin';
import forge from 'node-forge';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runActionProcess, runChain } from '../../../test/support/action-process.ts';
import { Azure } from '../../smoke-test/test/support/azure.ts';
import { makeTrialCertificate, VALIDITY_DAYS } from '../src/trial-certificate.ts';

const DAY_MS = 86_400_000;

/** Certificate and key of a PFX, opened by its password as Application Gateway does: none. */
function open(pfx: string): { certificate: X509Certificate; key: string } {
  const bags = forge.pkcs12.pkcs12FromAsn1(forge.asn1.fromDer(forge.util.decode64(pfx)), '');
  const oid = (name: string): string => forge.pki.oids[name] ?? '';
  const [cert] = bags.getBags({ bagType: oid('certBag') })[oid('certBag')] ?? [];
  const [key] = bags.getBags({ bagType: oid('pkcs8ShroudedKeyBag') })[oid('pkcs8ShroudedKeyBag')] ?? [];
  if (cert?.cert === undefined || key?.key == null) throw new Error('the PFX is empty');
  return {
    certificate: new X509Certificate(forge.pki.certificateToPem(cert.cert)),
    key: forge.pki.privateKeyToPem(key.key),
  };
}

describe('a trial certificate', { timeout: 60_000 }, () => {
  test('is one for the host, with its own key, for as long as browsers take', async () => {
    const now = new Date('2027-03-01T12:00:00Z');
    const { pfx, expires } = await makeTrialCertificate('chat.contoso.com', now);
    const { certificate, key } = open(pfx);
    expect(certificate.subjectAltName).toBe('DNS:chat.contoso.com');
    expect(certificate.checkHost('chat.contoso.com')).toBe('chat.contoso.com');
    expect(certificate.checkHost('other.contoso.com')).toBeUndefined();
    expect(certificate.checkPrivateKey(createPrivateKey(key))).toBe(true);
    expect(certificate.ca).toBe(false);
    expect(certificate.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
    expect(Date.parse(certificate.validTo)).toBe(expires.getTime());
    expect((expires.getTime() - Date.parse(certificate.validFrom)) / DAY_MS).toBeLessThanOrEqual(398);
    expect(Date.parse(certificate.validFrom)).toBeLessThan(now.getTime());
  });

  test('no two are alike', async () => {
    const [one, two] = await Promise.all([1, 2].map(() => makeTrialCertificate('a.example', new Date())));
    expect(open(one?.pfx ?? '').certificate.serialNumber).not.toBe(open(two?.pfx ?? '').certificate.serialNumber);
  });

  describe('in Key Vault', () => {
    let twin: Twin;
    let id: string;

    beforeAll(async () => {
      twin = await createTwin();
      await runChain(twin, {}, ['deploy-hub', 'deploy-spoke']);
      id = new Azure(twin).idOf('Microsoft.KeyVault/vaults/secrets', '/ingress-certificate');
    }, 60_000);

    afterAll(async () => {
      await twin.close();
    });

    const value = () => twin.world.store.get(id)?.secrets['value'] ?? '';
    /** Days from now in the seconds of Key Vault. */
    const inDays = (days: number): number => Math.floor((twin.world.clock.now + days * DAY_MS) / 1000);

    test.each([
      ['stays while it lasts', { updated: -(VALIDITY_DAYS - 31) }, false],
      ['is made anew a month before its end', { updated: -(VALIDITY_DAYS - 29) }, true],
      ['stays while the secret says so', { updated: -(VALIDITY_DAYS - 29), exp: 31 }, false],
      ['is made anew before the end that the secret says', { updated: 0, exp: 29 }, true],
    ])('%s', async (_what, days, renewed) => {
      const secret = twin.world.store.get(id);
      if (secret === undefined) throw new Error('no certificate');
      const attributes = Object.fromEntries(Object.entries(days).map(([name, at]) => [name, inDays(at)]));
      twin.world.store.put({
        ...secret,
        properties: { ...secret.properties, attributes: { enabled: true, ...attributes } },
      });
      const before = value();
      const run = await runActionProcess('deploy-spoke', twin);
      expect(run.exitCode, run.log).toBe(0);
      expect(value() !== before).toBe(renewed);
      expect(run.log.includes('trial certificate: making a self-signed one for chat.contoso.com')).toBe(renewed);
      expect(open(value()).certificate.checkHost('chat.contoso.com')).toBe('chat.contoso.com');
      // The next run has nothing to do, and nobody sees the key.
      expect((await runActionProcess('deploy-spoke', twin)).writes).toEqual([]);
      expect(run.log.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain(value());
    });
  });
});
