import type { World } from '../../kernel/world.ts';
import { refusal, rule } from '../common/rules.ts';
import type { Refusal, Rule } from '../type-definition.ts';
import { SERVICE } from './service-rules.ts';
import { skuOf } from './tiers.ts';

const SOURCE = 'facts/apim.md section 1.9, entity limits from March 2026; the code is an assumption';

/** Tiers by columns of the table of limits. */
const COLUMNS: Readonly<Record<string, number>> = {
  ...{ Consumption: 0, Developer: 1, Basic: 2, BasicV2: 2 },
  ...{ Standard: 3, StandardV2: 3, Premium: 4, PremiumV2: 4, Isolated: 4 },
};

/** How many of a type one service holds: operations count in every revision. */
const LIMITS: Readonly<Record<string, readonly [word: string, ...most: readonly number[]]>> = {
  'apis/operations': ['API operations', 3000, 3000, 10_000, 50_000, 75_000],
  namedValues: ['named values', 5000, 5000, 5000, 10_000, 18_000],
  loggers: ['loggers', 100, 100, 100, 200, 400],
  products: ['products', 100, 100, 200, 500, 2000],
  subscriptions: ['subscriptions', 0, 10_000, 15_000, 25_000, 75_000],
  tags: ['tags', 1500, 1500, 1500, 2500, 15_000],
};

/** The rule that a type has where its number is limited. */
export function limitRules(below: string, prefix: string): readonly Rule[] {
  if (LIMITS[below] === undefined) return [];
  return [
    rule(`${prefix}-limit`, SOURCE, ({ id, existing }, world) =>
      existing === undefined ? overLimit(world, id, below, 1) : undefined,
    ),
  ];
}

/** Why a service takes no `more` of a type; `except`: what makes way for them. */
export function overLimit(
  world: World,
  id: string,
  below: string,
  more: number,
  except: (id: string) => boolean = () => false,
): Refusal | undefined {
  const serviceId = id.split('/').slice(0, 9).join('/');
  const service = world.store.get(serviceId);
  const [word = '', ...most] = LIMITS[below] ?? [];
  const limit = most[COLUMNS[skuOf({ sku: service?.sku })] ?? 4] ?? Infinity;
  const held = world.store
    .ofType(`${SERVICE}/${below}`)
    .filter((one) => one.id.toLowerCase().startsWith(`${serviceId.toLowerCase()}/`) && !except(one.id)).length;
  return held + more <= limit
    ? undefined
    : refusal(
        400,
        'ServiceLimitExceeded',
        `The service has ${held} of at most ${limit} ${word}; ${more} more are too many.`,
      );
}
