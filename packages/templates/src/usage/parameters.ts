import type { Environment } from '@lz/config';
import type { UsageFacts } from './fill.ts';
import { priceRows } from './prices.ts';

/** The parameter `usage`: what workbook and alert need to know of an environment. */
export function usageParameters({ name, models, operations }: Environment): UsageFacts {
  return { environment: name, prices: priceRows(models), currency: operations.currency };
}
