import { createTwin, type LoggedRequest, type Twin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { CHAIN, runActionProcess, runChain } from '../support/action-process.ts';
import { HUB, spokeOnHub } from '../support/hub-files.ts';

describe('a hub alone, and spokes of other repositories on it', () => {
  test('every action works on a hub alone, or says that there is nothing to do', async () => {
    await using twin = await createTwin();
    const runs = await runChain(twin, { environment: HUB });
    expect(runs.map(({ outputs }) => outputs['has-changes'])).toEqual(['true', 'false', 'true', 'false', 'false']);
    for (const run of [runs[1], runs[3], runs[4]]) {
      expect(run?.log).toContain('contoso-hub is a hub alone: it has no spoke, so there is nothing to do here');
      expect(run?.requests).toEqual([]);
    }
    const again = await runChain(twin, { environment: HUB });
    expect(again.flatMap(({ writes }) => writes)).toEqual([]);
  });

  test('a spoke finds the hub by name, writes nothing of it, and works', async () => {
    await using twin = await createTwin();
    await runChain(twin, { environment: HUB }, ['deploy-hub']);
    const environment = spokeOnHub({ number: 1 });
    const runs = await runChain(twin, { environment });
    expect(runs[0]?.writes).toEqual([]);
    expect(runs[0]?.log).toContain("the hub is contoso-hub's");
    expect(runs.at(-1)?.outputs['failed']).toBe('0');
    const again = await runChain(twin, { environment });
    expect(again.flatMap(({ writes }) => writes).filter(isChange)).toEqual([]);
  });

  test('the hub may lie in another subscription of the tenant', async () => {
    await using twin = await createTwin();
    const [ofSpoke = '', ofHub = ''] = twin.ready.subscriptions;
    await runChain(twin, { environment: HUB, inputs: { 'subscription-id': ofHub } }, ['deploy-hub']);
    const environment = spokeOnHub({ number: 1, hubSubscriptionId: ofHub });
    const runs = await runChain(twin, { environment });
    expect(runs.at(-1)?.outputs['failed']).toBe('0');
    expect(idsIn(twin, ofSpoke).length).toBeGreaterThan(50);
    expect(
      idsIn(twin, ofHub)
        .filter((id) => id.includes('team1'))
        .map(typeOf),
    ).toEqual(expect.arrayContaining(['virtualNetworkPeerings', 'virtualNetworkLinks', 'apis', 'backends']));
    const again = await runChain(twin, { environment });
    expect(again.flatMap(({ writes }) => writes).filter(isChange)).toEqual([]);
  });

  test.each(['plan', 'apply'])('where the hub is not there, %s says whose it is and what to do', async (mode) => {
    await using twin = await createTwin();
    for (const action of CHAIN.slice(0, 2)) {
      const run = await runActionProcess(action, twin, { environment: spokeOnHub({ number: 1 }), inputs: { mode } });
      expect(run.exitCode, run.log).toBe(1);
      expect(run.log).toMatch(
        /HubNotDeployed: The hub contoso-hub in subscription .* What to do: Run deploy-hub with the/,
      );
      expect(run.log).toMatch(/file=\S+dev\.yml,line=4/);
    }
  });
});

describe('what a spoke cannot have on a hub that has others', () => {
  test('is found by the preflight, with the name of the other and what to write instead', async () => {
    await using twin = await createTwin();
    await runChain(twin, { environment: HUB }, ['deploy-hub', 'configure-apim']);
    await runChain(twin, { environment: spokeOnHub({ number: 1 }) }, ['deploy-spoke', 'configure-apim']);
    const second = spokeOnHub({ number: 2 }).replace('10.22.0.0/22', '10.20.0.0/15');
    const refused = await runActionProcess('deploy-spoke', twin, {
      environment: `${second}api: { path: contoso-team1/openai/v1 }\n`,
    });
    expect(refused.exitCode).toBe(1);
    expect(refused.writes).toEqual([]);
    expect(refused.log).toMatch(
      /AddressSpaceTaken: The spoke's 10\.20\.0\.0\/15 overlaps 10\.21\.0\.0\/22 of the network vnet-contoso-team1-spoke, which is peered to the hub.*for example 10\.12\.0\.0\/15/,
    );
    expect(refused.log).toMatch(/ApiPathTaken: The path contoso-team1\/openai\/v1 .* the API openai-contoso-team1/);
    const onHub = await runActionProcess('deploy-spoke', twin, {
      environment: second.replace('10.20.0.0/15', '10.10.0.0/22'),
    });
    expect(onHub.log).toMatch(
      /AddressSpaceTaken: .* overlaps 10\.10\.0\.0\/22 of the hub's network vnet-contoso-hub-hub/,
    );
  });

  test('a spoke of the same name in another subscription is told apart', async () => {
    await using twin = await createTwin();
    const [ofHub = '', elsewhere = ''] = twin.ready.subscriptions;
    await runChain(twin, { environment: HUB }, ['deploy-hub']);
    await runChain(twin, { environment: spokeOnHub({ number: 1 }) }, ['deploy-spoke']);
    const namesake = spokeOnHub({ number: 1, hubSubscriptionId: ofHub }).replace('10.21.', '10.22.');
    const run = await runActionProcess('deploy-spoke', twin, {
      environment: namesake,
      inputs: { 'subscription-id': elsewhere },
    });
    expect(run.exitCode).toBe(1);
    expect(run.log).toMatch(
      /SpokeNameTaken: The hub has another spoke called contoso-team1: its network is \/subscriptions/,
    );
  });
});

/** A write of Azure's control plane, of the directory or of a vault, not the smoke test's question. */
function isChange({ host }: LoggedRequest): boolean {
  return /^(?:management\.azure\.com|graph\.microsoft\.com|.*\.vault\.azure\.net)$/.test(host);
}

function idsIn(twin: Twin, subscriptionId: string): readonly string[] {
  return twin.world.store.below(`/subscriptions/${subscriptionId}`).map(({ id }) => id);
}

/** The last type in an id. */
function typeOf(id: string): string {
  return id.split('/').at(-2) ?? '';
}
