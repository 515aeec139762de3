import type { Estimate } from './estimate.ts';
import type { Item } from './item.ts';
import type { Price } from './price-table.ts';

/** One line of a bill: items of the same price and note, added up. */
interface Line {
  readonly price: Price;
  readonly kind: Item['kind'];
  readonly note?: string;
  readonly resources: readonly string[];
  readonly quantity: number;
  readonly monthly?: number;
}

/** Header of both tables. */
export const header = ['item', 'quantity in a month', 'price', 'per month', 'price of'] as const;

/** The bill of an estimate as rows of text under `header`: fixed items, dearest first, then what use decides. */
export function billOf({ items, currency }: Estimate): readonly (readonly string[])[] {
  const lines = linesOf(items);
  return [
    ...lines.filter(({ kind }) => kind === 'fixed').sort((a, b) => (b.monthly ?? 0) - (a.monthly ?? 0)),
    ...lines.filter(({ kind }) => kind === 'usage'),
  ].map((line) => cells(line, currency));
}

/** The sentence under the bill. */
export function totalOf({ monthly, unknown, currency }: Estimate): string {
  const gap = unknown.length === 0 ? '' : `, and what is unknown: ${[...new Set(unknown)].join('; ')}`;
  return `Fixed part of a month: ${money(monthly, currency)}${gap}. What use decides comes on top.`;
}

/** `USD 12.34`. */
export function money(amount: number, currency: string): string {
  return `${currency} ${amount.toFixed(2)}`;
}

function linesOf(items: readonly Item[]): readonly Line[] {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const key = `${item.kind} ${item.price.id} ${item.note ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first === undefined ? [] : [lineOf(first, group)];
  });
}

function lineOf({ price, kind, note, monthly }: Item, group: readonly Item[]): Line {
  const sum = (of: (item: Item) => number | undefined): number =>
    group.reduce((total, item) => total + (of(item) ?? 0), 0);
  return {
    price,
    kind,
    ...(note === undefined ? {} : { note }),
    resources: group.map(({ resource }) => resource),
    quantity: sum((item) => item.quantity),
    ...(monthly === undefined ? {} : { monthly: sum((item) => item.monthly) }),
  };
}

function cells({ price, kind, note, resources, quantity, monthly }: Line, currency: string): readonly string[] {
  const count = resources.length > 1 ? `${resources.length} × ` : '';
  const what = `${count}${price.title}${note === undefined ? '' : ` (${note})`}`;
  const amount = monthly === undefined ? 'unknown' : money(monthly, currency);
  return [
    what,
    kind === 'usage' ? 'by use' : `${quantity.toLocaleString('en-US')} ${counted(price.per, quantity)}`,
    price.price === undefined ? 'unknown' : `${currency} ${price.price} per ${price.per}`,
    kind === 'usage' ? 'by use' : amount,
    priceOrigin(price),
  ];
}

function priceOrigin({ price, region = '', source, unknown = '' }: Price): string {
  return price === undefined ? unknown : `${region}, ${source?.date ?? 'date unknown'}`;
}

/** The unit as it stands after a number: what is bought for a month is counted without the month. */
function counted(per: string, quantity: number): string {
  if (per.includes(' and month')) return per.replace(' and month', '');
  return quantity === 1 ? per : `${per}s`;
}
