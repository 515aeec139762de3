export { filledQuery, type Chosen, type UsageFacts } from './fill.ts';
export { usageParameters } from './parameters.ts';
export { priceRows } from './prices.ts';
export {
  dimensions,
  measures,
  paceQuery,
  usageQueries,
  type Dimension,
  type Measure,
  type UsageQuery,
} from './queries.ts';
