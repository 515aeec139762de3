import type { Backend, CircuitBreaker, PoolMember } from './backend.ts';

type Properties = Readonly<Record<string, unknown>>;

/** The `properties` of a `backends/{id}` resource, as policies use them. Names are compared without case, as Azure does. */
export function backendOf(properties: Properties): Backend {
  if (textAt(properties, 'type')?.toLowerCase() === 'pool') return poolOf(properties);
  const credentials = objectAt(properties, 'credentials');
  const [scheme, parameter] = [
    textAt(credentials, 'authorization.scheme'),
    textAt(credentials, 'authorization.parameter'),
  ];
  const circuitBreaker = circuitBreakerOf(objectsAt(properties, 'circuitBreaker.rules')[0]);
  return {
    url: textAt(properties, 'url') ?? '',
    headers: lists(objectAt(credentials, 'header')),
    query: lists(objectAt(credentials, 'query')),
    ...(scheme === undefined || parameter === undefined ? {} : { authorization: { scheme, parameter } }),
    ...identityOf(objectAt(credentials, 'managedIdentity')),
    ...(circuitBreaker === undefined ? {} : { circuitBreaker }),
  };
}

function lists(values: Properties): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(Object.keys(values).map((name) => [name, textsAt(values, name)]));
}

function identityOf(identity: Properties): Pick<Backend, 'managedIdentity'> {
  const [resource, clientId] = [textAt(identity, 'resource'), textAt(identity, 'clientId')];
  if (resource === undefined) return {};
  return { managedIdentity: { resource, ...(clientId === undefined ? {} : { clientId }) } };
}

function poolOf(properties: Properties): Backend {
  const status = wholeAt(properties, 'pool.failureResponse.statusCode');
  return {
    url: '',
    pool: objectsAt(properties, 'pool.services').map(memberOf),
    ...(status === undefined ? {} : { poolFailureStatus: status }),
  };
}

/** A member is named by its whole id, by `/backends/NAME`, or by its name. */
function memberOf(service: Properties): PoolMember {
  const [weight, priority] = [wholeAt(service, 'weight'), wholeAt(service, 'priority')];
  return {
    id: (textAt(service, 'id') ?? '').split('/').at(-1) ?? '',
    ...(weight === undefined ? {} : { weight }),
    ...(priority === undefined ? {} : { priority }),
  };
}

function circuitBreakerOf(rule: Properties | undefined): CircuitBreaker | undefined {
  if (rule === undefined) return undefined;
  const condition = objectAt(rule, 'failureCondition');
  const [count, percentage] = [wholeAt(condition, 'count'), wholeAt(condition, 'percentage')];
  const failureStatus = wholeAt(rule, 'failureResponse.statusCode');
  return {
    failures: {
      ...(count === undefined ? {} : { count }),
      ...(percentage === undefined ? {} : { percentage }),
      intervalMs: durationAt(condition, 'interval'),
      statusCodes: objectsAt(condition, 'statusCodeRanges').map((range) => ({
        min: wholeAt(range, 'min') ?? 0,
        max: wholeAt(range, 'max') ?? 0,
      })),
      errorReasons: textsAt(condition, 'errorReasons'),
    },
    tripMs: durationAt(rule, 'tripDuration'),
    acceptRetryAfter: valueAt(rule, 'acceptRetryAfter') === true,
    ...(failureStatus === undefined ? {} : { failureStatus }),
  };
}

/** The value at a dotted path. */
function valueAt(properties: Properties, path: string): unknown {
  let current: unknown = properties;
  for (const segment of path.split('.')) {
    if (!isObject(current)) return undefined;
    const key = Object.keys(current).find((name) => name.toLowerCase() === segment.toLowerCase());
    current = key === undefined ? undefined : current[key];
  }
  return current;
}

function isObject(value: unknown): value is Properties {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function textAt(properties: Properties, path: string): string | undefined {
  const found = valueAt(properties, path);
  return typeof found === 'string' ? found : undefined;
}

/** A whole number, written as one or as text: Azure takes both. */
function wholeAt(properties: Properties, path: string): number | undefined {
  const found = valueAt(properties, path);
  if (typeof found === 'string') return /^-?\d+$/.test(found) ? Number(found) : undefined;
  return typeof found === 'number' && Number.isInteger(found) ? found : undefined;
}

function objectAt(properties: Properties, path: string): Properties {
  const found = valueAt(properties, path);
  return isObject(found) ? found : {};
}

function listAt(properties: Properties, path: string): readonly unknown[] {
  const found = valueAt(properties, path);
  return Array.isArray(found) ? found : [];
}

function objectsAt(properties: Properties, path: string): readonly Properties[] {
  return listAt(properties, path).filter(isObject);
}

function textsAt(properties: Properties, path: string): readonly string[] {
  return listAt(properties, path).filter((item) => typeof item === 'string');
}

/** Milliseconds of an ISO 8601 duration of days and less. */
function durationAt(properties: Properties, path: string): number {
  const text = textAt(properties, path) ?? '';
  const parts = /^P(?:([\d.]+)D)?(?:T(?:([\d.]+)H)?(?:([\d.]+)M)?(?:([\d.]+)S)?)?$/.exec(text)?.slice(1) ?? [];
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = parts.map((part: string | undefined) => Number(part ?? 0));
  return (((days * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}
