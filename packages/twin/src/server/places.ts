import { INTERNET, type Place } from '../kernel/http.ts';

const VNET_PREFIX = 'vnet.';
const PARTY_PREFIX = 'party.';

/** The user name of the proxy URL that puts a caller in `place`; undefined: no credentials, the internet. */
export function placeToUserName(place: Place): string | undefined {
  if (place.kind === 'vnet') return VNET_PREFIX + Buffer.from(place.vnetId).toString('base64url');
  return place.party === undefined ? undefined : PARTY_PREFIX + place.party;
}

/** The place that a `Proxy-Authorization` header names. Without one, or with an unknown one, the internet. */
export function placeFromProxyAuthorization(header: string | undefined): Place {
  const [scheme, encoded] = (header ?? '').split(' ');
  if (scheme?.toLowerCase() !== 'basic' || encoded === undefined) return INTERNET;
  const userName = Buffer.from(encoded, 'base64').toString('utf8').split(':')[0] ?? '';
  if (userName.startsWith(PARTY_PREFIX)) return { kind: 'internet', party: userName.slice(PARTY_PREFIX.length) };
  if (!userName.startsWith(VNET_PREFIX)) return INTERNET;
  return { kind: 'vnet', vnetId: Buffer.from(userName.slice(VNET_PREFIX.length), 'base64url').toString('utf8') };
}

/** A stable name of `place` for keys. */
export function placeKey(place: Place): string {
  if (place.kind === 'vnet') return place.vnetId.toLowerCase();
  return place.party === undefined ? 'internet' : `internet ${place.party}`;
}
