import { parseIsoDuration } from '../../kernel/iso-duration.ts';
import type { JsonObject } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { nameOf } from '../common/ids.ts';
import { objectAt, objectsAt, textAt, textsAt, valueAt, wholeAt } from '../common/json.ts';
import { refusal, rule } from '../common/rules.ts';
import type { Rule } from '../type-definition.ts';
import { serviceOf, validationError } from './child.ts';
import { skuOf } from './tiers.ts';

const BACKENDS = 'facts/apim.md section 1.5';
const MOST_MEMBERS = 30;

export function isPool(properties: JsonObject): boolean {
  return textAt(properties, 'type')?.toLowerCase() === 'pool';
}

/** Ids of a pool's members in full: a write may begin them at the service. */
export function memberIds(serviceId: string, properties: JsonObject): readonly string[] {
  return objectsAt(properties, 'pool.services')
    .map((member) => textAt(member, 'id') ?? '')
    .map((id) => (id.startsWith('/subscriptions/') ? id : `${serviceId}${id}`));
}

const within = (value: number | undefined, least: number, most: number): boolean =>
  value === undefined || (value >= least && value <= most);

const isWhole = (value: JsonObject, member: string): boolean =>
  valueAt(value, member) === undefined || wholeAt(value, member) !== undefined;

/** What API Management refuses about a pool. */
export const poolRules: readonly Rule[] = [
  rule('apim-backend-pool-members', BACKENDS, ({ parentId, properties }, world) => {
    const missing = memberIds(parentId, properties).find((id) => !isSingleBackend(world, id));
    return missing === undefined
      ? undefined
      : validationError('pool', `Backend with id '${nameOf(missing)}' could not be found, or is a pool itself.`);
  }),
  rule(
    'apim-backend-pool-size',
    'azure-docs: articles/api-management/backends.md, load-balanced pool; that it has one at least is an assumption',
    ({ properties }) => {
      const count = objectsAt(properties, 'pool.services').length;
      return !isPool(properties) || (count >= 1 && count <= MOST_MEMBERS)
        ? undefined
        : validationError('pool.services', `A backend pool has 1 to ${MOST_MEMBERS} backends, not ${count}.`);
    },
  ),
  rule('apim-backend-pool-shares', BACKENDS, ({ properties }) => {
    const wrong = objectsAt(properties, 'pool.services').find((member) =>
      ['weight', 'priority'].some((name) => !isWhole(member, name) || !within(wholeAt(member, name), 0, 100)),
    );
    return wrong === undefined
      ? undefined
      : validationError(
          'pool.services',
          `Weight and priority of '${nameOf(textAt(wrong, 'id') ?? '')}' must be whole numbers from 0 to 100.`,
        );
  }),
];

function isSingleBackend(world: World, id: string): boolean {
  const found = world.store.get(id);
  return found !== undefined && /\/backends$/i.test(found.type) && !isPool(found.properties);
}

/** The rules of a circuit breaker, for each of those that a write holds. */
function breakerRule(id: string, source: string, message: (breaker: JsonObject) => string | undefined): Rule {
  return rule(id, source, ({ properties }) => {
    const [wrong] = objectsAt(properties, 'circuitBreaker.rules').flatMap((breaker) => message(breaker) ?? []);
    return wrong === undefined ? undefined : validationError('circuitBreaker', wrong);
  });
}

/** What API Management refuses about a circuit breaker. */
export const circuitBreakerRules: readonly Rule[] = [
  rule('apim-backend-circuit-breaker', BACKENDS, ({ properties }) =>
    objectsAt(properties, 'circuitBreaker.rules').length > 1
      ? validationError('circuitBreaker', 'A backend can have one circuit breaker rule only.')
      : undefined,
  ),
  rule(
    'apim-backend-circuit-breaker-tier',
    'azure-docs: articles/api-management/backends.md, circuit breaker; facts/apim.md section 1.1 for the code',
    ({ id, properties }, world) => {
      const service = world.store.get(serviceOf(id));
      return objectsAt(properties, 'circuitBreaker.rules').length === 0 ||
        service === undefined ||
        skuOf(service) !== 'Consumption'
        ? undefined
        : refusal(
            400,
            'MethodNotAllowedInPricingTier',
            'Method not allowed in Consumption pricing tier: circuitBreaker.',
          );
    },
  ),
  breakerRule('apim-backend-circuit-breaker-name', BACKENDS, (breaker) =>
    (textAt(breaker, 'name') ?? '') === '' ? 'A circuit breaker rule needs a name.' : undefined,
  ),
  breakerRule(
    'apim-backend-circuit-breaker-condition',
    `${BACKENDS}; that exactly one of count and percentage is given is an assumption`,
    (breaker) => {
      const condition = objectAt(breaker, 'failureCondition');
      const [count, percentage] = [wholeAt(condition, 'count'), wholeAt(condition, 'percentage')];
      if ((count === undefined) === (percentage === undefined))
        return 'The failure condition of a circuit breaker needs either a count or a percentage.';
      return within(count, 1, Number.MAX_SAFE_INTEGER) && within(percentage, 1, 100)
        ? undefined
        : 'The count of a failure condition is at least 1, a percentage 1 to 100.';
    },
  ),
  breakerRule('apim-backend-circuit-breaker-durations', BACKENDS, (breaker) => {
    const wrong = ['tripDuration', 'failureCondition.interval'].find(
      (path) => parseIsoDuration(textAt(breaker, path) ?? '') === undefined,
    );
    return wrong === undefined ? undefined : `'${wrong}' of a circuit breaker must be an ISO 8601 duration.`;
  }),
  breakerRule('apim-backend-circuit-breaker-ranges', BACKENDS, (breaker) => {
    const ranges = objectsAt(breaker, 'failureCondition.statusCodeRanges');
    const sound = ranges.every((range) => {
      const [min, max] = [wholeAt(range, 'min') ?? 0, wholeAt(range, 'max') ?? 0];
      return within(min, 200, 599) && within(max, 200, 599) && min <= max;
    });
    return sound && ranges.length <= 10
      ? undefined
      : 'A failure condition has at most 10 status code ranges, each within 200 to 599.';
  }),
  breakerRule('apim-backend-circuit-breaker-reasons', BACKENDS, (breaker) =>
    textsAt(breaker, 'failureCondition.errorReasons').length <= 10
      ? undefined
      : 'A failure condition has at most 10 error reasons.',
  ),
  breakerRule('apim-backend-circuit-breaker-response', BACKENDS, (breaker) =>
    isWhole(objectAt(breaker, 'failureResponse'), 'statusCode') &&
    within(wholeAt(breaker, 'failureResponse.statusCode'), 100, 599)
      ? undefined
      : 'The status code of a failure response must be from 100 to 599.',
  ),
];
