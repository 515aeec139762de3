import { parseRange, rangeText } from '../cidr.ts';
import type { Path } from '../mistakes.ts';
import type { Rule, View } from '../view.ts';

const path = ['spoke', 'exposure', 'allowedAddresses'];

/** Addresses can be told apart only by the public ingress of the app itself, and are whole ranges. */
export const allowedAddressesRule: Rule = (view) => {
  const addresses = view.list(...path);
  const kind = view.text('spoke', 'exposure', 'kind');
  if (addresses.length > 0 && kind !== undefined && kind !== 'container-app') {
    view.wrongKey(
      path,
      `\`allowedAddresses\` is for \`container-app\`, not for \`${kind}\``,
      kind === 'private'
        ? 'remove it: what reaches the networks is decided by your VPN'
        : 'remove it, or write a custom rule into the firewall policy of your own',
    );
    return;
  }
  for (const index of addresses.keys()) checkRange(view, [...path, index]);
};

function checkRange(view: View, at: Path): void {
  const text = view.text(...at);
  if (text === undefined) return;
  const range = parseRange(text.includes('/') ? text : `${text}/32`);
  if (range === undefined) {
    view.wrong(
      at,
      `"${text}" is not an address range: each number is at most 255, the prefix at most 32`,
      'correct the numbers',
    );
  } else if (text.includes('/') && rangeText(range) !== text) {
    view.wrong(at, `"${text}" is not the start of its range`, `write \`${rangeText(range)}\``);
  }
}
