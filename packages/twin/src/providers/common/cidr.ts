/** A block of IPv4 addresses: `first` to `last`, both included, as numbers. */
export interface Cidr {
  readonly first: number;
  readonly last: number;
  /** Prefix length: 24 of `10.0.0.0/24`. */
  readonly length: number;
}

/** Parses `10.0.0.0/24`; undefined when it is no IPv4 block, or has bits beyond its mask. */
export function parseCidr(text: string): Cidr | undefined {
  const match = /^(\d{1,3}(?:\.\d{1,3}){3})\/(\d{1,2})$/.exec(text);
  const address = parseAddress(match?.[1] ?? '');
  const length = Number(match?.[2] ?? Number.NaN);
  if (address === undefined || !(length >= 0 && length <= 32)) return undefined;
  const size = 2 ** (32 - length);
  if (address % size !== 0) return undefined;
  return { first: address, last: address + size - 1, length };
}

/** Parses `10.0.0.4`. */
export function parseAddress(text: string): number | undefined {
  const octets = text.split('.').map(Number);
  if (octets.length !== 4 || octets.some((octet) => !Number.isInteger(octet) || octet < 0 || octet > 255)) {
    return undefined;
  }
  return octets.reduce((total, octet) => total * 256 + octet, 0);
}

/** Writes a number as `10.0.0.4`. */
export function formatAddress(address: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(address / 2 ** shift) % 256).join('.');
}

/** Whether `outer` holds all of `inner`. */
export function contains(outer: Cidr, inner: Cidr): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

/** Whether the two blocks share an address. */
export function overlaps(a: Cidr, b: Cidr): boolean {
  return a.first <= b.last && b.first <= a.last;
}

/** Azure keeps the first four addresses and the last of every subnet for itself. */
export function usableAddresses(subnet: Cidr): { readonly first: number; readonly last: number } {
  return { first: subnet.first + 4, last: subnet.last - 1 };
}
