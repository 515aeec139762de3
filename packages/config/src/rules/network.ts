import { overlap, parseRange, rangeText, within, type AddressRange } from '../cidr.ts';
import type { Path } from '../mistakes.ts';
import type { Rule, View } from '../view.ts';

/**
 * Longest prefix of the hub: a /25 for the gateway and a /27 for private endpoints, with room for more beside it: a virtual
 * network in use is hard to widen.
 */
export const hubLongestPrefix = 24;

/** Longest prefix of the spoke: a /24 for Application Gateway, a /26 for Container Apps, a /26 for private endpoints. */
export const spokeLongestPrefix = 23;

const privateRanges = ranges('10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16');

/** What Container Apps uses inside (custom-virtual-networks.md); an address of ours there could not be reached. */
const reservedRanges = ranges('172.30.0.0/16', '172.31.0.0/16');

/** Address spaces are canonical, private, large enough, and apart. */
export const networkRule: Rule = (view) => {
  const hub = checkedRange(view, ['hub', 'addressSpace'], hubLongestPrefix);
  const spoke = checkedRange(view, ['spoke', 'addressSpace'], spokeLongestPrefix);
  if (hub === undefined || spoke === undefined || !overlap(hub, spoke)) return;
  view.wrong(
    ['spoke', 'addressSpace'],
    `the spoke's ${rangeText(spoke)} overlaps the hub's ${rangeText(hub)}: networks that overlap cannot be peered`,
    `choose a range outside ${rangeText(hub)}${nextRange(hub, spoke)}`,
  );
};

function checkedRange(view: View, path: Path, longestPrefix: number): AddressRange | undefined {
  const text = view.text(...path);
  if (text === undefined) return undefined;
  const range = parseRange(text);
  if (range === undefined) {
    view.wrong(
      path,
      `"${text}" is not an address range: each number is at most 255, the prefix at most 32`,
      'correct the numbers',
    );
    return undefined;
  }
  const canonical = rangeText(range);
  if (canonical !== text) {
    view.wrong(path, `"${text}" is not the start of its range`, `write \`${canonical}\``);
  }
  if (range.prefix > longestPrefix) {
    view.wrong(
      path,
      `${canonical} is too small for the subnets: at least a /${longestPrefix} is needed`,
      `use a prefix of /${longestPrefix} or shorter`,
    );
  }
  const reserved = reservedRanges.find((candidate) => overlap(candidate, range));
  if (!privateRanges.some((candidate) => within(range, candidate))) {
    view.wrong(
      path,
      `${canonical} is not a private address range`,
      `use a part of ${privateRanges.map(rangeText).join(', ')}`,
    );
  } else if (reserved !== undefined) {
    view.wrong(
      path,
      `${canonical} overlaps ${rangeText(reserved)}, which Container Apps reserves for itself`,
      'choose a range outside it',
    );
  }
  return range;
}

/** A range of the spoke's size right after the hub's, as a proposal, where it is still private. */
function nextRange(hub: AddressRange, spoke: AddressRange): string {
  const size = 2 ** (32 - spoke.prefix);
  const first = Math.ceil((hub.last + 1) / size) * size;
  const next = { first, last: first + size - 1, prefix: spoke.prefix };
  return privateRanges.some((range) => within(next, range)) ? `, for example \`${rangeText(next)}\`` : '';
}

function ranges(...texts: readonly string[]): readonly AddressRange[] {
  return texts.flatMap((text) => parseRange(text) ?? []);
}
