import type { Operations } from '@lz/config';

/** What a budget needs to know of Azure: its first month can never change. */
export interface BudgetFacts {
  /** `2026-11-01T00:00:00Z`: that of the budget that is there, or this month's. */
  readonly budgetStart?: string;
  /** The same of the budget for tokens, which may have been made in another month. */
  readonly tokenBudgetStart?: string;
}

/** `monthlyBudget` and `budgetStart` of the hub's or the spoke's resource group; neither where it has no budget. */
export function budgetParameters({ budget }: Operations, part: 'hub' | 'spoke', { budgetStart }: BudgetFacts) {
  const amount = budget?.[part];
  if (budget === undefined || amount === undefined) return {};
  if (budgetStart === undefined) throw new Error('The first month of the budget is not known');
  const { contacts, thresholds } = budget;
  return { monthlyBudget: { amount, contacts, thresholds }, budgetStart };
}

/** `modelBudget` and `modelBudgetStart` of the spoke; neither where there is no budget for tokens. */
export function tokenBudgetParameters({ budget }: Operations, { tokenBudgetStart }: BudgetFacts) {
  if (budget?.tokens === undefined) return {};
  if (tokenBudgetStart === undefined) throw new Error('The first month of the budget for tokens is not known');
  const { tokens: amount, contacts, thresholds } = budget;
  return { modelBudget: { amount, contacts, thresholds }, modelBudgetStart: tokenBudgetStart };
}
