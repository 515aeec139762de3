import type { Place } from '../../kernel/http.ts';
import type { World } from '../../kernel/world.ts';
import { redisAt, redisKeys } from '../../providers/cache/redis.ts';
import { textAt } from '../../providers/common/json.ts';
import { canReach, resolveHost } from '../network/index.ts';
import type { OpenWebUiSettings } from './settings.ts';

/**
 * Why Open WebUI in `place` has no Redis, in the words of its client; undefined where it has, where it wants none, and for
 * a host that is none of Azure.
 */
export function redisProblem(world: World, place: Place, { text }: OpenWebUiSettings): string | undefined {
  for (const name of ['REDIS_URL', 'WEBSOCKET_REDIS_URL']) {
    if (name === 'WEBSOCKET_REDIS_URL' && text('WEBSOCKET_MANAGER') !== 'redis') continue;
    const problem = text(name) === '' ? undefined : addressProblem(world, place, text(name));
    if (problem !== undefined) return `${name}: ${problem}`;
  }
  return undefined;
}

function addressProblem(world: World, place: Place, address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined) return 'the address cannot be read';
  if (!url.hostname.endsWith('.redis.azure.net')) return undefined;
  const port = Number(url.port === '' ? '6379' : url.port);
  const [found] = resolveHost(world, place, url.hostname);
  if (found === undefined) return `Error -2 connecting to ${url.hostname}:${port}. Name or service not known.`;
  return connectionProblem(world, place, url, found, port) ?? loginProblem(world, url);
}

function connectionProblem(world: World, place: Place, url: URL, address: string, port: number): string | undefined {
  const redis = redisAt(world, url.hostname);
  const isPrivate = /^(?:10|192\.168|172)\./.test(address);
  const closed = !isPrivate && textAt(redis?.cluster.properties, 'publicNetworkAccess') === 'Disabled';
  if (closed || port !== 10_000 || redis === undefined || !canReach(world, place, address, port)) {
    return `Timeout connecting to ${url.hostname}:${port} (${address})`;
  }
  return url.protocol === 'rediss:' ? undefined : 'Connection closed by server: it speaks TLS alone';
}

function loginProblem(world: World, url: URL): string | undefined {
  const redis = redisAt(world, url.hostname);
  if (redis === undefined) return undefined;
  const enabled = redis.database.properties['accessKeysAuthentication'] === 'Enabled';
  const known: readonly unknown[] = Object.values(redisKeys(world, redis.database));
  if (!enabled || !known.includes(decodeURIComponent(url.password)))
    return 'invalid username-password pair or user is disabled.';
  return /^\/?0?$/.test(url.pathname) ? undefined : 'DB index is out of range';
}
