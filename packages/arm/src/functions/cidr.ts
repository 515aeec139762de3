import { isIP } from 'node:net';
import { ExpressionError } from '../errors.ts';
import type { JsonObject } from '../json.ts';
import { integerAt, stringAt } from './arguments.ts';
import { type FunctionTable, pure } from './registry.ts';

interface Network {
  readonly version: 4 | 6;
  readonly bits: 32 | 128;
  readonly address: bigint;
  readonly prefix: number;
}

/** Address arithmetic for IPv4 and IPv6 networks. */
export const cidrFunctions: FunctionTable = {
  parseCidr: pure(1, 1, (args, call) => describe(parseNetwork(stringAt(args, 0, call)))),
  cidrSubnet: pure(3, 3, (args, call) =>
    subnet(stringAt(args, 0, call), integerAt(args, 1, call), integerAt(args, 2, call)),
  ),
  cidrHost: pure(2, 2, (args, call) => host(stringAt(args, 0, call), integerAt(args, 1, call))),
};

function parseNetwork(text: string): Network {
  const match = /^([^/]+)\/(\d{1,3})$/.exec(text.trim());
  const version = isIP(match?.[1] ?? '');
  const prefix = Number(match?.[2]);
  const bits = version === 4 ? 32 : 128;
  if (match?.[1] === undefined || (version !== 4 && version !== 6) || prefix > bits) {
    throw new ExpressionError(`Input value '${text}' is not a valid IP network in CIDR notation.`);
  }
  const address = version === 4 ? parseV4(match[1]) : parseV6(match[1]);
  return { version, bits, address: address & mask(prefix, bits), prefix };
}

function mask(prefix: number, bits: number): bigint {
  return ((1n << BigInt(prefix)) - 1n) << BigInt(bits - prefix);
}

function describe(network: Network): JsonObject {
  const { version, bits, address, prefix } = network;
  const last = address | ((1n << BigInt(bits - prefix)) - 1n);
  return {
    network: print(address, version),
    netmask: print(mask(prefix, bits), version),
    ...(version === 4 ? { broadcast: print(last, version) } : {}),
    firstUsable: print(version === 4 && prefix < 31 ? address + 1n : address, version),
    lastUsable: print(version === 4 && prefix < 32 ? last - 1n : last, version),
    cidr: prefix,
  };
}

function subnet(text: string, prefix: number, index: number): string {
  const network = parseNetwork(text);
  if (prefix < network.prefix || prefix > network.bits) {
    throw new ExpressionError(
      `The new CIDR prefix '${String(prefix)}' must be from '${String(network.prefix)}' to '${String(network.bits)}' for the network '${text}'.`,
    );
  }
  if (index < 0 || BigInt(index) >= 1n << BigInt(prefix - network.prefix)) {
    throw new ExpressionError(
      `The network '${text}' has no subnet '${String(index)}' with the prefix '${String(prefix)}'.`,
    );
  }
  const start = network.address + (BigInt(index) << BigInt(network.bits - prefix));
  return `${print(start, network.version)}/${String(prefix)}`;
}

function host(text: string, index: number): string {
  const network = parseNetwork(text);
  const size = 1n << BigInt(network.bits - network.prefix);
  const offset = size > 2n ? 1n : 0n;
  const usable = network.version === 4 && size > 1n ? size - 1n - offset : size - offset;
  if (index < 0 || BigInt(index) >= usable) {
    throw new ExpressionError(`The network '${text}' has no host '${String(index)}'.`);
  }
  return print(network.address + offset + BigInt(index), network.version);
}

function parseV4(text: string): bigint {
  return text.split('.').reduce((value, part) => (value << 8n) | BigInt(part), 0n);
}

function parseV6(text: string): bigint {
  const [, plain = text, dotted] = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(text) ?? [];
  const full =
    dotted === undefined
      ? text
      : plain + [parseV4(dotted) >> 16n, parseV4(dotted) & 0xffffn].map((part) => part.toString(16)).join(':');
  const [head = '', tail] = full.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const groups = [
    ...left,
    ...Array.from({ length: tail === undefined ? 0 : 8 - left.length - right.length }, () => '0'),
    ...right,
  ];
  return groups.reduce((value, part) => (value << 16n) | BigInt(`0x${part}`), 0n);
}

function print(address: bigint, version: 4 | 6): string {
  return version === 4 ? printV4(address) : printV6(address);
}

function printV4(address: bigint): string {
  return [24n, 16n, 8n, 0n].map((shift) => String((address >> shift) & 0xffn)).join('.');
}

/** Lower case with the longest run of zero groups shortened to `::` (RFC 5952). */
function printV6(address: bigint): string {
  const groups = Array.from({ length: 8 }, (_, index) =>
    ((address >> BigInt(112 - index * 16)) & 0xffffn).toString(16),
  );
  const text = groups.join(':');
  const runs = [...text.matchAll(/(?:^|:)(0(?::0)+)(?=:|$)/g)].map((match) => match[1] ?? '');
  const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
  if (longest === '') return text;
  const at = groups.findIndex(
    (_, index) => groups.slice(index, index + (longest.length + 1) / 2).join(':') === longest,
  );
  return `${groups.slice(0, at).join(':')}::${groups.slice(at + (longest.length + 1) / 2).join(':')}`;
}
