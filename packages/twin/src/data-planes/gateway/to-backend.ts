import type { Backend, CircuitBreaker, PoolMember } from '@lz/policy';
import { parseIsoDuration } from '../../kernel/iso-duration.ts';
import type { JsonObject } from '../../kernel/store.ts';
import { nameOf } from '../../providers/common/ids.ts';
import { isTrueAt, objectAt, objectsAt, textAt, textsAt, wholeAt } from '../../providers/common/json.ts';

/** A `backends/{id}` resource as the policies use it. */
export function toBackend(properties: JsonObject): Backend {
  if (textAt(properties, 'type')?.toLowerCase() === 'pool') return toPool(properties);
  const credentials = objectAt(properties, 'credentials');
  const [scheme, parameter] = [
    textAt(credentials, 'authorization.scheme'),
    textAt(credentials, 'authorization.parameter'),
  ];
  const circuitBreaker = toCircuitBreaker(objectsAt(properties, 'circuitBreaker.rules')[0]);
  return {
    url: textAt(properties, 'url') ?? '',
    headers: lists(objectAt(credentials, 'header')),
    query: lists(objectAt(credentials, 'query')),
    ...(scheme === undefined || parameter === undefined ? {} : { authorization: { scheme, parameter } }),
    ...toIdentity(objectAt(credentials, 'managedIdentity')),
    ...(circuitBreaker === undefined ? {} : { circuitBreaker }),
  };
}

function lists(values: JsonObject): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.keys(values).map((name) => [name, textsAt(values, name)]));
}

function toIdentity(identity: JsonObject): Pick<Backend, 'managedIdentity'> {
  const [resource, clientId] = [textAt(identity, 'resource'), textAt(identity, 'clientId')];
  if (resource === undefined) return {};
  return { managedIdentity: { resource, ...(clientId === undefined ? {} : { clientId }) } };
}

function toPool(properties: JsonObject): Backend {
  const status = wholeAt(properties, 'pool.failureResponse.statusCode');
  return {
    url: '',
    pool: objectsAt(properties, 'pool.services').map(toMember),
    ...(status === undefined ? {} : { poolFailureStatus: status }),
  };
}

function toMember(service: JsonObject): PoolMember {
  const [weight, priority] = [wholeAt(service, 'weight'), wholeAt(service, 'priority')];
  return {
    id: nameOf(textAt(service, 'id') ?? ''),
    ...(weight === undefined ? {} : { weight }),
    ...(priority === undefined ? {} : { priority }),
  };
}

function toCircuitBreaker(rule: JsonObject | undefined): CircuitBreaker | undefined {
  if (rule === undefined) return undefined;
  const condition = objectAt(rule, 'failureCondition');
  const [count, percentage] = [wholeAt(condition, 'count'), wholeAt(condition, 'percentage')];
  const failureStatus = wholeAt(rule, 'failureResponse.statusCode');
  return {
    failures: {
      ...(count === undefined ? {} : { count }),
      ...(percentage === undefined ? {} : { percentage }),
      intervalMs: parseIsoDuration(textAt(condition, 'interval') ?? '') ?? 0,
      statusCodes: objectsAt(condition, 'statusCodeRanges').map((range) => ({
        min: wholeAt(range, 'min') ?? 0,
        max: wholeAt(range, 'max') ?? 0,
      })),
      errorReasons: textsAt(condition, 'errorReasons'),
    },
    tripMs: parseIsoDuration(textAt(rule, 'tripDuration') ?? '') ?? 0,
    acceptRetryAfter: isTrueAt(rule, 'acceptRetryAfter'),
    ...(failureStatus === undefined ? {} : { failureStatus }),
  };
}
