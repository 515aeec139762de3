import type { Value } from '../values/value.ts';
import { Facade } from '../values/objects.ts';
import { decodeJwt, jwtObject } from '../values/jwt.ts';
import { tableFor } from './invocation.ts';
import { NetArray } from '../values/collections.ts';
import { cipher } from './static-bits.ts';

/** API Management's extensions of strings: AsJwt, AsBasic and their Try forms. */
export const TOKENS = tableFor((value): value is string => typeof value === 'string', {
  methods: {
    AsJwt: asJwt,
    AsBasic: asBasic,
    TryParseJwt: (self, call) => {
      const token = asJwt(self);
      call.out(0, token);
      return token !== null;
    },
    TryParseBasic: (self, call) => {
      const credentials = asBasic(self);
      call.out(0, credentials);
      return credentials !== null;
    },
  },
});

function asJwt(text: string): Value {
  const token = decodeJwt(text);
  return token === undefined ? null : jwtObject(token);
}

function asBasic(text: string): Value {
  const encoded = /^\s*(?:Basic\s+)?([A-Za-z0-9+/=]+)\s*$/i.exec(text)?.[1];
  const decoded = encoded === undefined ? '' : Buffer.from(encoded, 'base64').toString('utf8');
  const colon = decoded.indexOf(':');
  if (colon === -1) return null;
  return new Facade('BasicAuthCredentials', {
    UserId: () => decoded.slice(0, colon),
    Password: () => decoded.slice(colon + 1),
  });
}

/** API Management's extensions of byte[]. */
export const CIPHER = tableFor((value): value is NetArray => value instanceof NetArray, {
  methods: { Encrypt: (self, call) => cipher(self, call, true), Decrypt: (self, call) => cipher(self, call, false) },
});
