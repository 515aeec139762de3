import { hoursPerMonth, priceOf, type Price } from './price-table.ts';

/** A resource as `lz expand` predicts it, as far as its price depends on it. */
export interface PricedResource {
  readonly type: string;
  readonly name: string;
  readonly sku?: { readonly name?: string; readonly tier?: string; readonly capacity?: number };
  readonly kind?: string;
  readonly properties?: unknown;
}

/** What one resource costs of one price. */
export interface Item {
  readonly resource: string;
  readonly type: string;
  readonly price: Price;
  /** `fixed`: every month, whatever people do. `usage`: by what they do, so there is no amount. */
  readonly kind: 'fixed' | 'usage';
  /** How many of what the price is for, in a month. Undefined for `usage`. */
  readonly quantity?: number;
  /** Amount of a month; undefined where the price is unknown or the use decides. */
  readonly monthly?: number;
  readonly note?: string;
}

const secondsPerMonth = hoursPerMonth * 3600;
const periods: Readonly<Record<string, number>> = { hour: hoursPerMonth, second: secondsPerMonth };

/** A fixed item: `count` of a price, over a whole month where it is one of an hour or a second. */
export function fixed(resource: PricedResource, id: string, count: number, note?: string, title?: string): Item {
  const price = priceOf(id, title);
  const quantity = count * (periods[price.per] ?? 1);
  return {
    ...{ resource: resource.name, type: resource.type, price, kind: 'fixed', quantity },
    ...(price.price === undefined ? {} : { monthly: quantity * price.price }),
    ...(note === undefined ? {} : { note }),
  };
}

/** An item that people's use decides. */
export function usage(resource: PricedResource, id: string, note?: string): Item {
  const { name, type } = resource;
  return { resource: name, type, price: priceOf(id), kind: 'usage', ...(note === undefined ? {} : { note }) };
}
