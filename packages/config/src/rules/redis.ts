import type { Rule } from '../view.ts';

/** One replica needs no message bus: who writes one wants more replicas. */
export const redisRule: Rule = (view) => {
  const most = view.number('spoke', 'openWebUi', 'replicas', 'max');
  if (most !== 1 || view.get('spoke', 'redis') === undefined) return;
  view.wrongKey(
    ['spoke', 'redis'],
    '`redis` is for more than one replica, but `openWebUi.replicas.max` is 1',
    'write `openWebUi: { replicas: { max: 3 } }`, or remove `redis`',
  );
};
