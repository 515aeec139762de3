import table from '../prices.json' with { type: 'json' };

/** Where a price was read. */
export interface Source {
  readonly title: string;
  /** Day on which it was the price, `YYYY-MM-DD`; null where the source does not say. */
  readonly date: string | null;
  readonly url: string;
}

/** One price of the table. In US dollars, without tax and without anybody's discount. */
export interface Price {
  readonly id: string;
  readonly title: string;
  /** What one of it is: `hour`, `month`, `second`, `GB`, `GiB and month`, … */
  readonly per: string;
  /** Undefined where nobody's dated word was found; `unknown` then says why. */
  readonly price?: number;
  readonly unknown?: string;
  /** Region of the price: others differ by some per cent, a few by a quarter. */
  readonly region?: string;
  readonly source?: Source;
}

interface Row {
  readonly title: string;
  readonly per: string;
  readonly price: number | null;
  readonly unknown?: string;
  readonly region?: string;
  readonly source?: string;
}

const rows: Readonly<Record<string, Row>> = table.prices;
const sources: Readonly<Record<string, Source>> = table.sources;

/** Currency of every price. */
export const currency = table.currency;

/** Day on which the sources of the table were read, `YYYY-MM-DD`. */
export const lookedUp = table.lookedUp;

/** Hours of an average month, as Azure's own calculator has it. */
export const hoursPerMonth = table.hoursPerMonth;

/** Ids of all prices, in the order of the table. */
export const priceIds: readonly string[] = Object.keys(rows);

/** The price of an id; one that the table lacks is unknown, not an error: templates grow faster than tables. */
export function priceOf(id: string, title = id, per = 'month'): Price {
  const row = rows[id];
  if (row === undefined) return { id, title, per, unknown: 'it is not in the table of prices' };
  const { price, source, ...rest } = row;
  if (price === null) return { id, ...rest };
  return { id, ...rest, price, ...(source === undefined ? {} : { source: sourceOf(source) }) };
}

function sourceOf(id: string): Source {
  const source = sources[id];
  if (source === undefined) throw new Error(`prices.json names a source that it does not describe: ${id}`);
  return source;
}
