import { filters, slots, type UsageQuery } from './queries.ts';

/** What a deployment fills into the queries. */
export interface UsageFacts {
  readonly environment: string;
  /** What `priceRows` writes. */
  readonly prices: string;
  readonly currency: string;
}

/** Values that the reader of the workbook has chosen; nothing chosen is everything. */
export type Chosen = Partial<Readonly<Record<(typeof filters)[number], readonly string[]>>>;

/** A query as it reaches the workspace. */
export function filledQuery({ text }: Pick<UsageQuery, 'text'>, facts: UsageFacts, chosen: Chosen = {}): string {
  const deployed = text
    .replaceAll(slots.environment, facts.environment)
    .replaceAll(slots.prices, facts.prices)
    .replaceAll(slots.currency, facts.currency);
  return filters.reduce((query, name) => query.replaceAll(`{${name}}`, quoted(chosen[name] ?? ['*'])), deployed);
}

function quoted(values: readonly string[]): string {
  return values.map((value) => `'${value}'`).join(',');
}
