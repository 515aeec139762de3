import { createTwin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { ENVIRONMENT, runActionProcess, runChain } from '../support/action-process.ts';
import { departuresOf, destroy, stateOf, staysOf } from '../support/leftovers.ts';

const NAME = 'contoso-dev';
const SECOND_SPOKE = `name: contoso-two
location: swedencentral
hub: { reference: { name: contoso-dev } }
spoke:
  addressSpace: 10.10.8.0/22
  exposure: { kind: app-gateway, hostname: two.contoso.com, certificate: self-signed }
models:
  - gpt-5-mini
`;
const KEPT_APPLICATION = `Open WebUI ${NAME}`;

describe('destroy', () => {
  test('without confirmation shows what goes and what stays, fails, and writes nothing', async () => {
    await using twin = await createTwin();
    await runChain(twin, {}, ['deploy-hub', 'deploy-spoke', 'configure-apim']);
    const before = await stateOf(twin);
    for (const action of ['configure-apim', 'deploy-spoke']) {
      const run = await runActionProcess(action, twin, { inputs: { mode: 'destroy' } });
      expect(run.exitCode, run.log).toBe(1);
      expect(run.report?.errors[0]).toMatchObject({
        code: 'NotConfirmed',
        remedy: expect.stringContaining(`confirm: ${NAME}`) as string,
      });
      expect(run.outputs['deletes']).toBe('0');
      expect(departuresOf(run, 'planned').length).toBeGreaterThan(1);
      const planned = await runActionProcess(action, twin, { inputs: { mode: 'plan-destroy' } });
      expect(planned.exitCode, planned.log).toBe(0);
      expect(planned.report?.removal).toEqual(run.report?.removal);
      expect(planned.outputs['deletes']).toBe(String(departuresOf(run, 'planned').length));
      const wrong = await destroy(action, twin, 'contoso-prod');
      expect(wrong.report?.errors[0]?.message).toBe(
        `Input "confirm" is "contoso-prod", and the environment is called "${NAME}". Nothing was removed.`,
      );
      expect([...run.writes, ...planned.writes, ...wrong.writes]).toEqual([]);
    }
    expect(await stateOf(twin)).toEqual(before);
  });

  test('takes an environment away in an order that Azure allows, and leaves what it said and nothing else', async () => {
    await using twin = await createTwin();
    const empty = await stateOf(twin);
    await runChain(twin);
    const refused = await destroy('deploy-hub', twin, NAME);
    expect(refused.report?.errors[0]).toMatchObject({ code: 'HubHasSpokes' });
    expect(refused.report?.errors[0]?.message).toContain('network vnet-contoso-dev-spoke of rg-contoso-dev-spoke');
    expect(refused.report?.errors[0]?.message).toContain('API openai on the gateway');
    expect(refused.writes).toEqual([]);

    const spoke = await destroy('deploy-spoke', twin, NAME);
    expect(spoke.exitCode, spoke.log).toBe(0);
    const hub = await destroy('deploy-hub', twin, NAME);
    expect(hub.exitCode, hub.log).toBe(0);
    const held = [...staysOf(spoke, /^name held/), ...staysOf(hub, /^name held/)].sort();
    expect(held.length).toBe(3);
    expect(staysOf(spoke, /^Entra application$/)).toEqual([KEPT_APPLICATION]);
    expect(await stateOf(twin)).toEqual({
      ...empty,
      heldNames: held,
      applications: [...empty.applications, KEPT_APPLICATION],
    });
    expect(twin.arm.state.timeline.filter(({ outcome }) => outcome === 'failed')).toEqual([]);
    const refusals = [...spoke.requests, ...hub.requests].filter(
      ({ method, status }) => method === 'DELETE' && status >= 400,
    );
    expect(refusals, 'in order, nothing is refused').toEqual([]);

    for (const action of ['deploy-spoke', 'deploy-hub']) {
      const again = await destroy(action, twin, NAME);
      expect(again.exitCode, again.log).toBe(0);
      expect(again.log).toContain('Nothing is left to remove.');
      expect(again.writes).toEqual([]);
    }
  });

  test('purges names and deletes the application where it is told to, and the environment can be made again', async () => {
    await using twin = await createTwin();
    const empty = await stateOf(twin);
    await runChain(twin);
    const inputs = { purge: 'soft-deleted', 'entra-application': 'delete' };
    const spoke = await destroy('deploy-spoke', twin, NAME, { inputs });
    expect(spoke.exitCode, spoke.log).toBe(0);
    const hub = await destroy('deploy-hub', twin, NAME, { inputs: { purge: 'soft-deleted' } });
    expect(hub.exitCode, hub.log).toBe(0);
    expect(await stateOf(twin)).toEqual({ ...empty, deletedApplications: [KEPT_APPLICATION] });
    await runChain(twin);
  });

  test('stops at what somebody else put into the group, lists it, and deletes it only where it is told to', async () => {
    await using twin = await createTwin();
    await runChain(twin, {}, ['deploy-hub', 'deploy-spoke']);
    const [group = ''] = Object.keys((await stateOf(twin)).resources).filter((id) =>
      id.endsWith('/rg-contoso-dev-spoke'),
    );
    const own = twin.world.store.get(`${group}/providers/Microsoft.Network/publicIPAddresses/pip-contoso-dev-ingress`);
    if (own === undefined) throw new Error('the ingress has no public address');
    twin.world.store.put({ ...own, id: own.id.replace('pip-contoso-dev-ingress', 'theirs'), name: 'theirs', tags: {} });
    const stopped = await destroy('deploy-spoke', twin, NAME);
    expect(stopped.report?.errors[0]).toMatchObject({ code: 'ForeignResources' });
    expect(stopped.report?.errors[0]?.message).toContain('publicIPAddresses theirs');
    expect(stopped.writes).toEqual([]);
    const removed = await destroy('deploy-spoke', twin, NAME, { inputs: { 'foreign-resources': 'delete' } });
    expect(removed.exitCode, removed.log).toBe(0);
    expect(Object.keys((await stateOf(twin)).resources).filter((id) => id.includes('-spoke'))).toEqual([]);
  });

  test('goes on where a killed run ended, however often, and then says that nothing is left', async () => {
    await using twin = await createTwin();
    await runChain(twin, {}, ['deploy-hub', 'deploy-spoke', 'configure-apim']);
    for (const line of [/flexibleServers .*: going/, /virtualNetworks vnet.*: going/, /resource group .*: going/]) {
      const killed = await destroy('deploy-spoke', twin, NAME, {
        onLine: (text, child) => {
          if (line.test(text)) child.kill('SIGKILL');
        },
      });
      expect(killed.exitCode, killed.log).not.toBe(0);
    }
    const last = await destroy('deploy-spoke', twin, NAME);
    expect(last.exitCode, last.log).toBe(0);
    expect(Object.keys((await stateOf(twin)).resources).filter((id) => /-spoke\b/.test(id))).toEqual([]);
    const again = await destroy('deploy-spoke', twin, NAME);
    expect(again.log).toContain('Nothing is left to remove.');
  });

  test('a deletion that Azure refuses: what is gone, what is left, how to go on; the next run goes on', async () => {
    await using twin = await createTwin({
      faults: [{ method: 'DELETE', path: '*/flexibleServers/*', do: 403, times: 1 }],
    });
    await runChain(twin, {}, ['deploy-hub', 'deploy-spoke']);
    const failed = await destroy('deploy-spoke', twin, NAME);
    expect(failed.exitCode).toBe(1);
    expect(failed.report?.resume).toMatch(/^\d+ gone, \d+ left\. What is gone stays gone: run again/);
    expect(departuresOf(failed, 'gone')).toContain('ca-contoso-dev');
    expect(departuresOf(failed, 'left')).toContain('vnet-contoso-dev-spoke');
    expect(failed.outputs['deletes']).toBe(String(departuresOf(failed, 'gone').length));
    const next = await destroy('deploy-spoke', twin, NAME);
    expect(next.exitCode, next.log).toBe(0);
  });

  test('configure-apim takes away what the spoke has on the gateway, and nothing else', async () => {
    await using twin = await createTwin();
    await runChain(twin);
    const before = (await stateOf(twin)).resources;
    const run = await destroy('configure-apim', twin, NAME);
    expect(run.exitCode, run.log).toBe(0);
    const after = (await stateOf(twin)).resources;
    const gone = Object.keys(before).filter((id) => after[id] === undefined);
    expect(gone.filter((id) => !/\/(apis\/openai|backends\/foundry)(;rev=\d+)?(\/|$)/.test(id))).toEqual([]);
    expect(Object.keys(after).filter((id) => after[id] !== before[id])).toEqual([]);
    await runChain(twin, { environment: ENVIRONMENT });
  });

  test('a spoke on a hub that others use goes alone: everything else is equal to the byte', async () => {
    await using twin = await createTwin();
    const environment = SECOND_SPOKE;
    const spokeActions = ['deploy-spoke', 'configure-apim', 'import-openapi'];
    await runChain(twin);
    const alone = await stateOf(twin);
    await runChain(twin, { environment }, spokeActions);
    const foreignHub = await destroy('deploy-hub', twin, 'contoso-two', { environment });
    expect(foreignHub.report?.errors[0]).toMatchObject({ code: 'HubOfAnother' });
    const shared = await stateOf(twin);
    const run = await destroy('deploy-spoke', twin, 'contoso-two', { environment });
    expect(run.exitCode, run.log).toBe(0);
    const after = await stateOf(twin);
    expect(Object.keys(after.resources).sort()).toEqual(Object.keys(alone.resources).sort());
    expect(Object.keys(after.resources).filter((id) => after.resources[id] !== alone.resources[id])).toEqual([]);
    expect(shared.applications).toEqual(after.applications);
    expect(after.heldNames).toEqual(staysOf(run, /^name held/).toSorted());
    await runChain(twin, {}, ['smoke-test']);
  });

  test('a deploy finds the names that a removal left held, and brings back or frees what it is told to', async () => {
    await using twin = await createTwin();
    await runChain(twin, {}, ['deploy-hub', 'deploy-spoke', 'configure-apim']);
    await destroy('deploy-spoke', twin, NAME);
    await destroy('deploy-hub', twin, NAME);
    const held = (await stateOf(twin)).heldNames;
    const refused = await runActionProcess('deploy-hub', twin);
    expect(refused.report?.errors[0]).toMatchObject({
      code: 'NameHeldByDeletedResource',
      remedy: expect.stringContaining('az apim deletedservice purge --service-name apim-contoso-dev-') as string,
    });
    expect(refused.writes).toEqual([]);
    await runChain(twin, { inputs: { 'soft-delete': 'recover' } }, ['deploy-hub']);
    expect((await stateOf(twin)).heldNames).toEqual(held.filter((name) => !name.startsWith('apim-')));
    const spoke = await runActionProcess('deploy-spoke', twin, { inputs: { 'soft-delete': 'purge' } });
    expect(spoke.exitCode, spoke.log).toBe(0);
    expect((await stateOf(twin)).heldNames).toEqual([]);
    await destroy('deploy-spoke', twin, NAME);
    await runChain(twin, { inputs: { 'soft-delete': 'recover' } }, ['deploy-spoke']);
    expect((await stateOf(twin)).heldNames).toEqual([]);
    await runChain(twin, {}, ['deploy-spoke', 'configure-apim', 'import-openapi', 'smoke-test']);
  });

  test('lifts a lock that a run made, and stops at one of somebody else, naming it', async () => {
    await using twin = await createTwin();
    await runChain(twin, {}, ['deploy-hub', 'deploy-spoke']);
    const [group = ''] = Object.keys((await stateOf(twin)).resources).filter((id) =>
      id.endsWith('/rg-contoso-dev-spoke'),
    );
    const groupResource = twin.world.store.get(group);
    if (groupResource === undefined) throw new Error('there is no group of the spoke');
    const lock = (name: string, notes: string) => {
      const id = `${group}/providers/Microsoft.Authorization/locks/${name}`;
      const { etag, createdAt, changedAt } = groupResource;
      const properties = { level: 'CanNotDelete', notes };
      const rest = { etag, createdAt, changedAt, secrets: {}, apiVersion: '2020-05-01' };
      twin.world.store.put({ id, name, type: 'Microsoft.Authorization/locks', properties, ...rest });
      return id;
    };
    lock('ours', 'made by open-webui-landing-zone');
    const theirs = lock('audit', 'keep until the audit is over');
    const stopped = await destroy('deploy-spoke', twin, NAME);
    expect(stopped.report?.errors.map(({ code }) => code)).toEqual(['ForeignLock']);
    expect(stopped.report?.errors[0]?.message).toContain(
      'audit (CanNotDelete), which says "keep until the audit is over"',
    );
    expect(stopped.writes).toEqual([]);
    twin.world.store.delete(theirs);
    const run = await destroy('deploy-spoke', twin, NAME);
    expect(run.exitCode, run.log).toBe(0);
    expect(departuresOf(run, 'gone')[0]).toBe('ours');
  });

  test('removes nothing while the spoke is still being deployed', async () => {
    await using twin = await createTwin();
    await runChain(twin, {}, ['deploy-hub']);
    await runActionProcess('deploy-spoke', twin, {
      inputs: { 'on-cancel': 'leave' },
      onLine: (line, child) => {
        if (/flexibleServers .*: Running/i.test(line)) child.kill('SIGINT');
      },
    });
    const run = await destroy('deploy-spoke', twin, NAME);
    expect(run.report?.errors[0]).toMatchObject({ code: 'StillDeploying' });
    expect(run.writes).toEqual([]);
  });
});
