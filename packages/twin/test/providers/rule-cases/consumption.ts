import type { JsonObject } from '../../../src/kernel/store.ts';
import { p, refuse } from './case.ts';
import type { RuleCase } from './case.ts';

const BUDGET = 'Microsoft.Consumption/budgets/monthly';
const NEW = { as: 'Microsoft.Consumption/budgets/other' };
const start = (date: string) => ({ [`${p}.timePeriod.startDate`]: date });
const note = (more: JsonObject) => ({
  [`${p}.notifications.half`]: {
    enabled: true,
    operator: 'GreaterThan',
    threshold: 50,
    contactEmails: ['a@b.c'],
    ...more,
  },
});
const six: JsonObject = Object.fromEntries(
  [1, 2, 3, 4, 5, 6].map((threshold) => [`at-${threshold}`, { threshold, contactEmails: ['a@b.c'] }]),
);

/** Budgets. */
export const consumption: readonly RuleCase[] = [
  refuse('budgets-name', '400', BUDGET, {}, { as: 'Microsoft.Consumption/budgets/a.b' }),
  refuse('budget-amount', '400', BUDGET, { [`${p}.amount`]: 0 }),
  refuse('budget-time-grain', '400', BUDGET, { [`${p}.timeGrain`]: 'Daily' }),
  refuse('budget-start-first-day', '400', BUDGET, start('2026-11-15T00:00:00Z'), NEW),
  refuse('budget-start-month', '400', BUDGET, start('2020-01-01T00:00:00Z'), NEW),
  refuse('budget-start-month', '400', BUDGET, start('2040-01-01T00:00:00Z'), NEW),
  refuse('budget-start-fixed', '400', BUDGET, start('2040-01-01T00:00:00Z')),
  refuse('budget-notifications', '400', BUDGET, { [`${p}.notifications`]: six }),
  refuse('budget-threshold', '400', BUDGET, note({ threshold: 1001 })),
  refuse('budget-contacts', '400', BUDGET, note({ contactEmails: [] })),
];
