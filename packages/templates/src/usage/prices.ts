import type { Model } from '@lz/config';

/** Rows of the table of prices in a query, by deployment name. A model whose price is unknown has none. */
export function priceRows(models: readonly Pick<Model, 'name' | 'price'>[]): string {
  return models
    .flatMap(({ name, price }) =>
      price === undefined ? [] : [`'${name}', ${real(price.input)}, ${real(price.output)}`],
    )
    .join(', ');
}

/** A number that Kusto reads as `real`: with a point, never with an exponent. */
function real(value: number): string {
  const text = value.toFixed(9).replace(/0+$/, '');
  return text.endsWith('.') ? `${text}0` : text;
}
