import type { Rule } from '../view.ts';

const path = ['operations'];
/** What the schema fills in. */
const DEFAULT_RETENTION_DAYS = 30;

/** A budget has an amount, for what the file deploys; logs are the hub's. */
export const operationsRule: Rule = (view) => {
  const isReference = view.get('hub', 'reference') !== undefined;
  const budget = [...path, 'budget'];
  const amounts = ['hub', 'spoke', 'tokens'].filter((part) => view.number(...budget, part) !== undefined);
  if (view.get(...budget) !== undefined && amounts.length === 0 && view.sound(...budget)) {
    view.wrongKey(budget, 'the budget has no amount', 'write `spoke`, `hub` or `tokens`, in the currency of the bill');
  }
  if (isReference && amounts.includes('hub')) notHere(budget, 'hub', 'a hub of another environment');
  if (isReference && hasLogs()) notHere(path, 'logs', 'a hub of another environment');
  const isHubAlone = view.sections.includes('hub') && !['spoke', 'models'].some((name) => view.sections.includes(name));
  if (isHubAlone && amounts.includes('spoke')) notHere(budget, 'spoke', 'a spoke, and this file describes a hub alone');

  if (isHubAlone && amounts.includes('tokens'))
    notHere(budget, 'tokens', 'models, and this file describes a hub alone');

  function hasLogs(): boolean {
    const days = view.number(...path, 'logs', 'retentionDays') ?? DEFAULT_RETENTION_DAYS;
    return days !== DEFAULT_RETENTION_DAYS || view.number(...path, 'logs', 'dailyCapGiB') !== undefined;
  }

  function notHere(at: readonly string[], key: string, whose: string): void {
    view.wrongKey([...at, key], `\`${key}\` is about ${whose}`, `write it in the file that deploys it`);
  }
};
