import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../src/kernel/store.ts';
import { LOCATION } from './landscape.ts';
import { Bench } from './bench.ts';
import { FrontDoor, type Outcome } from './front-door.ts';

const PATH = 'resourceGroups/rg/providers/Microsoft.Resources/deployments/mistake';

/**
 * What is wrong with a way of putting a landing zone together that has been published and followed (facts/azure.md
 * section 0.8): a file each in `mistakes`, the rule that finds it, the code, and the least it takes in virtual minutes.
 */
const MISTAKES: readonly (readonly [file: string, rule: string, code: string, minutes: number])[] = [
  ['link-to-missing-spoke', 'dns-link-network-exists', 'BadRequest', 0],
  [
    'undelegated-container-apps-subnet',
    'container-environment-subnet-delegated',
    'ManagedEnvironmentSubnetDelegationError',
    0,
  ],
  ['secret-before-role', 'container-app-secret-readable', 'InvalidParameterValueInContainerTemplate', 1],
  // As in Azure: it takes as long as a gateway that becomes healthy.
  ['sql-port-1443', 'api-management-dependencies', 'ActivationFailed', 28],
];

async function deploy(file: string, withoutRules: readonly string[] = []): Promise<Outcome & { minutes: number }> {
  const template = JSON.parse(
    readFileSync(join(import.meta.dirname, 'mistakes', `${file}.json`), 'utf8'),
  ) as JsonObject;
  const empty = new Bench();
  empty.addGroup('rg', LOCATION);
  await using door = await FrontDoor.open(empty, withoutRules);
  const { clock } = door.twin.world;
  const started = clock.now;
  const outcome = await door.deploy(PATH, { properties: { mode: 'Incremental', template } });
  return { ...outcome, minutes: (clock.now - started) / 60_000 };
}

describe('a mistake that has been made', () => {
  it.each(MISTAKES)('%s is refused by %s', async (file, rule, code, minutes) => {
    const refused = await deploy(file);
    expect(refused.state).toBe('Failed');
    expect(refused.leaves.map(({ codes }) => codes.at(-1))).toEqual([code]);
    expect(refused.minutes).toBeGreaterThanOrEqual(minutes);
    expect(await deploy(file, [rule])).toMatchObject({ state: 'Succeeded', leaves: [] });
  });

  it('sql-port-1443 names the service that cannot be reached, and it alone', async () => {
    const { leaves } = await deploy('sql-port-1443');
    expect(leaves[0]?.message).toContain('SQLDatabase');
    expect(leaves[0]?.message).not.toMatch(/BlobStorage|KeyVault|Monitoring|CertificateAuthority/);
  });
});
