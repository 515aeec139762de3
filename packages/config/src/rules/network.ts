import { overlap, parseRange, rangeText, within, type AddressRange } from '../cidr.ts';
import { freeRange, privateRanges, reservedRanges } from '../free-range.ts';
import type { Path } from '../mistakes.ts';
import type { Rule, View } from '../view.ts';

/**
 * Longest prefix of the hub: a /25 for the gateway and a /27 for private endpoints, with room for more beside it: a virtual
 * network in use is hard to widen.
 */
export const hubLongestPrefix = 24;

/** Longest prefix of the spoke: a /24 for Application Gateway, a /26 for Container Apps, a /26 for private endpoints. */
export const spokeLongestPrefix = 23;

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

/** A range of the spoke's size after the hub's, as a proposal. */
function nextRange(hub: AddressRange, spoke: AddressRange): string {
  const next = freeRange(spoke.prefix, [hub], hub);
  return next === undefined ? '' : `, for example \`${rangeText(next)}\``;
}
