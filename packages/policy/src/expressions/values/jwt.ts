import { NetArray, NetDictionary, NetList } from './collections.ts';
import { DateTime, ticksOf } from './time.ts';
import { Facade } from './objects.ts';
import type { Value } from './value.ts';

/** A JSON Web Token, taken apart and not verified. */
export interface DecodedJwt {
  readonly header: Readonly<Record<string, unknown>>;
  readonly payload: Readonly<Record<string, unknown>>;
  /** What the signature covers. */
  readonly signed: string;
  readonly signature: Buffer;
}

/** Takes a token apart; a leading `Bearer ` is ignored. Undefined where the text is no token. */
export function decodeJwt(text: string): DecodedJwt | undefined {
  const compact = text.trim().replace(/^Bearer\s+/i, '');
  const parts = compact.split('.');
  const [header, payload, signature] = parts;
  if (parts.length !== 3 || header === undefined || payload === undefined || signature === undefined) return undefined;
  if (!parts.every((part) => /^[A-Za-z0-9_-]*$/.test(part))) return undefined;
  const [headerData, payloadData] = [jsonObject(header), jsonObject(payload)];
  if (headerData === undefined || payloadData === undefined) return undefined;
  return {
    header: headerData,
    payload: payloadData,
    signed: `${header}.${payload}`,
    signature: Buffer.from(signature, 'base64url'),
  };
}

function jsonObject(part: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'));
    return typeof data === 'object' && data !== null && !Array.isArray(data)
      ? (data as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

/** Values of a claim as text: arrays give one each, objects their JSON. */
export function claimValues(payload: Readonly<Record<string, unknown>>, name: string): readonly string[] {
  const value = Object.hasOwn(payload, name) ? payload[name] : undefined;
  if (value === undefined || value === null) return [];
  return (Array.isArray(value) ? value : [value]).map((item) =>
    typeof item === 'string' ? item : JSON.stringify(item),
  );
}

/** The `Jwt` object that AsJwt() and output-token-variable-name give. */
export function jwtObject(token: DecodedJwt): Facade {
  const text = (name: string): Value => claimValues(token.payload, name)[0] ?? null;
  const time = (name: string) => (): Value => {
    const seconds = token.payload[name];
    return typeof seconds === 'number' ? new DateTime(ticksOf(seconds * 1000), 'Utc') : null;
  };
  let all: NetDictionary | undefined;
  return new Facade('Jwt', {
    Id: () => text('jti'),
    Algorithm: () => headerText(token, 'alg'),
    Type: () => headerText(token, 'typ'),
    Issuer: () => text('iss'),
    Subject: () => text('sub'),
    Audiences: () => new NetList([...claimValues(token.payload, 'aud')]),
    Claims: () => (all ??= claims(token)),
    ExpirationTime: time('exp'),
    NotBefore: time('nbf'),
    IssuedAt: time('iat'),
  });
}

function headerText(token: DecodedJwt, name: string): Value {
  const value = token.header[name];
  return typeof value === 'string' ? value : null;
}

function claims(token: DecodedJwt): NetDictionary {
  const dictionary = new NetDictionary({ readOnly: true, flavour: 'header' });
  for (const name of Object.keys(token.payload))
    dictionary.set(name, new NetArray([...claimValues(token.payload, name)], 'string'));
  return dictionary;
}
