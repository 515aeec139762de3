import type { AnyEnvironment } from '@lz/config';
import type { Item } from './item.ts';
import { itemsOf } from './meters.ts';
import { predict } from './predict.ts';
import { currency } from './price-table.ts';

/** What an environment costs in a month. */
export interface Estimate {
  readonly environment: string;
  /** Region of the environment. Prices are of the regions that the table names. */
  readonly location: string;
  readonly currency: string;
  readonly items: readonly Item[];
  /** Sum of the fixed items whose price is known. */
  readonly monthly: number;
  /** Titles of fixed items without a known price: the sum is that much too low. */
  readonly unknown: readonly string[];
}

/** Estimates an environment from the resources that its templates would make. */
export async function estimate(environment: AnyEnvironment): Promise<Estimate> {
  const items = (await predict(environment)).flatMap(itemsOf);
  const fixedItems = items.filter(({ kind }) => kind === 'fixed');
  return {
    environment: environment.name,
    location: environment.location,
    currency,
    items,
    monthly: fixedItems.reduce((sum, { monthly = 0 }) => sum + monthly, 0),
    unknown: fixedItems.filter(({ monthly }) => monthly === undefined).map(({ price }) => price.title),
  };
}
