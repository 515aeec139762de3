import type { Rule } from '../view.ts';

/** The Developer tier has one unit. */
export const gatewayRule: Rule = (view) => {
  const path = ['hub', 'gateway', 'capacity'];
  const capacity = view.number(...path);
  if (view.text('hub', 'gateway', 'sku') !== 'Developer' || capacity === undefined || capacity === 1) return;
  view.wrong(path, `the Developer tier has exactly one unit, not ${capacity}`, 'write `capacity: 1` or remove it');
};
