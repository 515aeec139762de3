import type { Price } from '../environment.ts';
import table from './model-prices.json' with { type: 'json' };

/** One list price of a model, with its source. */
export interface ModelPrice extends Price {
  readonly model: string;
  /** Deployment type: the price differs by where calls are processed. */
  readonly sku: string;
  readonly source: {
    readonly title: string;
    /** Day on which it was the price, `YYYY-MM-DD`; null where the source does not say. */
    readonly date: string | null;
    readonly url: string;
  };
}

const sources: Readonly<Record<string, ModelPrice['source']>> = table.sources;

/** List prices of a million tokens. What is not in here is unknown: nobody's dated word was found for it. */
export const modelPrices: readonly ModelPrice[] = table.prices.map(({ source, ...price }) => {
  const known = sources[source];
  if (known === undefined) throw new Error(`model-prices.json names a source that it does not describe: ${source}`);
  return { ...price, source: known };
});

/** Currency of the list prices. */
export const modelPriceCurrency = table.currency;

/** Day on which the sources were read. */
export const modelPricesLookedUp = table.lookedUp;

/** The list price of a model, where there is one in that currency. */
export function listPrice(model: string, sku: string, currency: string): Price | undefined {
  if (currency !== modelPriceCurrency) return undefined;
  const found = modelPrices.find((price) => price.model === model && price.sku === sku);
  return found === undefined ? undefined : { input: found.input, output: found.output };
}
