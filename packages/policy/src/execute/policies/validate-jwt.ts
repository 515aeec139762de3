import type { JsonWebKey } from 'node:crypto';
import type { PolicyElement } from '../../document/policy-document.ts';
import { valueText } from '../../expressions/values/text.ts';
import { validateToken } from '../jwt-validation.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';
import { listed, type Handler } from './handler.ts';
import { fetchProvider, guarded, requiredClaims, texts, tokenOfRequest } from './token-source.ts';

/** `validate-jwt`: keys given, or of OpenID providers; their issuers count as allowed. */
export const validateJwt: Handler = async (run, element) => {
  await guarded(run, element, async () => {
    const token = await tokenOfRequest(run, element);
    const issuers = [...(await texts(run, element, 'issuers', 'issuer'))];
    const keys = [...(await givenKeys(run, element))];
    for (const config of element.children.filter((each) => each.name === 'openid-config')) {
      const provider = await fetchProvider(run, await run.required(config, 'url'));
      keys.push(...provider.keys);
      issuers.push(provider.issuer);
    }
    return validateToken(token, {
      keys,
      issuers,
      audiences: await texts(run, element, 'audiences', 'audience'),
      requiredClaims: await requiredClaims(run, element),
      requireExpiration: await run.flag(element, 'require-expiration-time', true),
      requireKeyId: false,
      requireSignature: await run.flag(element, 'require-signed-tokens', true),
      clockSkewMs: ((await run.whole(element, 'clock-skew')) ?? 0) * 1000,
      now: run.ports.now(),
    });
  });
};

/** `issuer-signing-keys/key`: base64 of a shared secret, or modulus and exponent. Certificates cannot be reached here. */
async function givenKeys(run: Run, element: PolicyElement): Promise<readonly JsonWebKey[]> {
  const keys: JsonWebKey[] = [];
  for (const key of listed(element, 'issuer-signing-keys', 'key')) {
    if (key.attributes.has('certificate-id'))
      throw new PolicyError('CertificateNotFound', 'Keys by certificate-id are not supported by this engine.');
    const kid = await run.text(key, 'id');
    const [n, e] = [await run.text(key, 'n'), await run.text(key, 'e')];
    const secret = valueText(await run.content(key));
    const material: JsonWebKey =
      n !== undefined && e !== undefined
        ? { kty: 'RSA', n, e }
        : { kty: 'oct', k: Buffer.from(secret, 'base64').toString('base64url') };
    keys.push(kid === undefined ? material : { ...material, kid });
  }
  return keys;
}
