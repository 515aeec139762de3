export { estimate, type Estimate } from './estimate.ts';
export type { Item, PricedResource } from './item.ts';
export { itemsOf } from './meters.ts';
export { currency, hoursPerMonth, lookedUp, priceIds, priceOf, type Price, type Source } from './price-table.ts';
export { billOf, header, money, totalOf } from './table.ts';
