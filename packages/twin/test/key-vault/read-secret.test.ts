import { beforeEach, describe, expect, it } from 'vitest';
import { readSecret } from '../../src/data-planes/key-vault/index.ts';
import type { Place } from '../../src/kernel/http.ts';
import type { World } from '../../src/kernel/world.ts';
import { newWorld } from '../entra/support.ts';
import { allow, INSIDE, secret, URI, USER, vault } from './support.ts';

let world: World;

beforeEach(() => {
  world = newWorld(9);
});

describe('a service that reads a secret', () => {
  const read = (uri = URI, origin: Place | 'trusted-service' = 'trusted-service') =>
    readSecret(world, uri, world.tenant.client.objectId, origin);

  it.each<[kind: string, what: string, prepare: () => void, uri: string | undefined, origin: Place | undefined]>([
    ['readable', 'with the role', () => undefined, undefined, undefined],
    ['readable', 'of that version', () => undefined, `${URI}/0123456789abcdef0123456789abcdef`, undefined],
    ['missing', 'of another version', () => undefined, `${URI}/ffff`, undefined],
    ['missing', 'of another vault', () => undefined, 'https://other.vault.azure.net/secrets/password', undefined],
    ['missing', 'of something else', () => undefined, 'https://example.com/', undefined],
    [
      'missing',
      'of a secret that is not there',
      () => undefined,
      'https://kv-test.vault.azure.net/secrets/nothing',
      undefined,
    ],
    [
      'forbidden',
      'that is disabled',
      () => {
        secret(world, 'x', { attributes: { enabled: false } });
      },
      undefined,
      undefined,
    ],
    [
      'readable',
      'of a closed vault as a trusted service',
      () => {
        vault(world, { publicNetworkAccess: 'Disabled' });
      },
      undefined,
      undefined,
    ],
    [
      'unreachable',
      'of a closed vault that trusts nobody',
      () => {
        vault(world, { publicNetworkAccess: 'Disabled', networkAcls: { bypass: 'None' } });
      },
      undefined,
      undefined,
    ],
    [
      'unreachable',
      'of a closed vault from a VNet',
      () => {
        vault(world, { publicNetworkAccess: 'Disabled' });
      },
      undefined,
      INSIDE,
    ],
  ])('%s: %s', (kind, _what, prepare, uri, origin) => {
    vault(world);
    secret(world);
    allow(world, USER);
    world.clock.spend(600_000);
    prepare();
    expect(read(uri, origin).kind).toBe(kind);
  });

  it('waits for its role, and has none without', () => {
    vault(world);
    secret(world);
    expect(read().kind).toBe('forbidden');
    allow(world, USER);
    expect(read().kind).toBe('not-effective-yet');
    world.clock.spend(600_000);
    expect(read()).toMatchObject({ kind: 'readable', value: 'hunter2' });
  });
});
