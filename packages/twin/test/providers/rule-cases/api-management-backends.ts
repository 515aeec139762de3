import type { JsonObject } from '../../../src/kernel/store.ts';
import { IDS } from '../landscape.ts';
import { p, refuse } from './case.ts';
import type { RuleCase } from './case.ts';

const BACKEND = `${IDS.apim}/backends/foundry`;
const SOUND = {
  name: 'busy',
  tripDuration: 'PT30S',
  failureCondition: { count: 1, interval: 'PT1M', statusCodeRanges: [{ min: 429, max: 429 }], errorReasons: [] },
} satisfies JsonObject;

/** A circuit breaker that differs from a sound one. */
const breaker = (changes: JsonObject): RuleCase['edits'] => ({
  [`${p}.circuitBreaker`]: { rules: [{ ...SOUND, ...changes }] },
});
const condition = (changes: JsonObject): RuleCase['edits'] =>
  breaker({ failureCondition: { ...SOUND.failureCondition, ...changes } });
const pool = (...services: readonly JsonObject[]): RuleCase['edits'] => ({
  [`${p}.type`]: 'Pool',
  [`${p}.pool`]: { services },
});
const AS_POOL = { as: `${IDS.apim}/backends/pool` };

/** Circuit breakers and pools of API Management. */
export const apiManagementBackends: readonly RuleCase[] = [
  refuse('apim-backend-circuit-breaker', 'ValidationError', BACKEND, {
    [`${p}.circuitBreaker`]: { rules: [SOUND, { ...SOUND, name: 'again' }] },
  }),
  refuse('apim-backend-circuit-breaker-tier', 'MethodNotAllowedInPricingTier', BACKEND, breaker({}), {
    given: (bench) => {
      bench.world.store.put({ ...bench.get(IDS.apim), sku: { name: 'Consumption', capacity: 0 } });
    },
  }),
  refuse('apim-backend-circuit-breaker-name', 'ValidationError', BACKEND, breaker({ name: '' })),
  refuse('apim-backend-circuit-breaker-condition', 'ValidationError', BACKEND, condition({ percentage: 10 })),
  refuse('apim-backend-circuit-breaker-condition', 'ValidationError', BACKEND, condition({ count: 0 })),
  refuse('apim-backend-circuit-breaker-durations', 'ValidationError', BACKEND, breaker({ tripDuration: '30' })),
  refuse('apim-backend-circuit-breaker-durations', 'ValidationError', BACKEND, condition({ interval: 'a minute' })),
  refuse(
    'apim-backend-circuit-breaker-ranges',
    'ValidationError',
    BACKEND,
    condition({ statusCodeRanges: [{ min: 500, max: 600 }] }),
  ),
  refuse(
    'apim-backend-circuit-breaker-reasons',
    'ValidationError',
    BACKEND,
    condition({ errorReasons: Array.from({ length: 11 }, (_, index) => `reason ${index}`) }),
  ),
  refuse(
    'apim-backend-circuit-breaker-response',
    'ValidationError',
    BACKEND,
    breaker({ failureResponse: { statusCode: 99 } }),
  ),
  refuse('apim-backend-pool-members', 'ValidationError', BACKEND, pool({ id: '/backends/none' }), AS_POOL),
  refuse('apim-backend-pool-members', 'ValidationError', BACKEND, pool({ id: '/backends/other' }), {
    ...AS_POOL,
    says: /is a pool itself/,
    given: (bench) => {
      const foundry = bench.get(BACKEND);
      bench.world.store.put({
        ...foundry,
        id: foundry.id.replace(/foundry$/, 'other'),
        name: 'other',
        properties: { type: 'Pool', pool: { services: [{ id: foundry.id }] } },
      });
    },
  }),
  refuse('apim-backend-pool-size', 'ValidationError', BACKEND, pool(), AS_POOL),
  refuse(
    'apim-backend-pool-shares',
    'ValidationError',
    BACKEND,
    pool({ id: '/backends/foundry', weight: 101 }),
    AS_POOL,
  ),
];
