import type { Rule } from '../view.ts';

const path = ['spoke', 'postgres'];

/** A burstable server has no standby, although the capabilities API lists one for it. */
export const highAvailabilityRule: Rule = (view) => {
  const wanted = view.get(...path, 'highAvailability');
  const sku = view.text(...path, 'sku');
  if (wanted === undefined || wanted === false || sku?.startsWith('Standard_B') !== true) return;
  view.wrong(
    [...path, 'highAvailability'],
    `a burstable server (\`${sku}\`) cannot have a standby`,
    'write `sku: Standard_D2ds_v5` or larger, or `highAvailability: false`',
  );
};
