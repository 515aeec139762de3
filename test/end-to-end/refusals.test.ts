import { createTwin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { armAnswers } from '../support/arm-answers.ts';
import { ENVIRONMENT, runActionProcess, runChain, type ActionRun } from '../support/action-process.ts';

/** What is wrong with the subscription, or with what the file asks of it, and what the preflight says of it. */
const FOUND_BEFORE = [
  {
    what: 'a model that the region does not have',
    environment: ENVIRONMENT.replace('- gpt-5-mini', '- { name: chat, model: nonsense-9, format: OpenAI }'),
    code: 'ModelNotInRegion',
    remedy: 'az cognitiveservices model list --location swedencentral',
  },
  {
    what: 'a version that the region does not have',
    environment: ENVIRONMENT.replace('- gpt-5-mini', "- { name: gpt-5-mini, version: '1999-01-01' }"),
    code: 'ModelVersionNotInRegion',
    remedy: 'az cognitiveservices model list',
  },
  {
    what: 'a model without quota',
    environment: ENVIRONMENT.replace('- gpt-5-mini', '- { name: gpt-5-mini, capacity: 99000 }'),
    code: 'InsufficientQuota',
    remedy: 'Lower its capacity',
  },
];

function expectRefusal(run: ActionRun, code: string, remedy: string): void {
  expect(run.exitCode, run.log).toBe(1);
  const error = run.report?.errors.find((one) => one.code === code);
  expect(error?.remedy, run.log).toContain(remedy);
  expect(run.log).toMatch(/^::error title=Deploy the (?:hub|spoke)/m);
  expect(run.summary).toContain(code);
}

describe('what cannot work', () => {
  test.each(FOUND_BEFORE)(
    '$what is found in the preflight, before anything is written',
    async ({ environment, code, remedy }) => {
      await using twin = await createTwin();
      await runChain(twin, {}, ['deploy-hub']);
      const run = await runActionProcess('deploy-spoke', twin, { environment });
      expectRefusal(run, code, remedy);
      expect(run.writes).toEqual([]);
    },
  );

  test('deleted names that are still held are all found in the preflight, each with its remedy', async () => {
    await using twin = await createTwin();
    await runChain(twin, {}, ['deploy-hub', 'deploy-spoke']);
    const ids = ['Microsoft.KeyVault/vaults', 'Microsoft.CognitiveServices/accounts'].map(
      (type) => twin.world.store.ofType(type)[0]?.id ?? '',
    );
    const [vault = '', foundry = ''] = ids;
    const below = twin.world.store.below(foundry).map(({ id }) => id);
    const advance = () =>
      fetch(`${twin.controlUrl}/clock`, { method: 'POST', body: JSON.stringify({ advance: 'PT30M' }) });
    // An account goes only when nothing stands below it any more.
    const first = await armAnswers(twin, [
      ['DELETE', `${vault}?api-version=2024-11-01`],
      ...below.map((id) => ['DELETE', `${id}?api-version=2025-06-01`] as const),
    ]);
    await advance();
    const last = await armAnswers(twin, [['DELETE', `${foundry}?api-version=2025-06-01`]]);
    await advance();
    expect(twin.world.store.has(vault) || twin.world.store.has(foundry), JSON.stringify([first, last])).toBe(false);
    const run = await runActionProcess('deploy-spoke', twin);
    expect(run.exitCode, run.log).toBe(1);
    const remedies = run.report?.errors.map(({ remedy }) => remedy ?? '').join('\n');
    expect(remedies).toContain(`az keyvault recover --name ${vault.split('/').at(-1) ?? ''}`);
    expect(remedies).toContain(`az cognitiveservices account purge --name ${foundry.split('/').at(-1) ?? ''}`);
    expect(run.writes).toEqual([]);
  });

  test('a refusal that stays fails at once with its cause and its remedy', async () => {
    const path = '*/deployments/lz-contoso-dev-spoke';
    await using twin = await createTwin({ faults: [{ method: 'PUT', path, do: 403 }] });
    await runChain(twin, {}, ['deploy-hub']);
    const run = await runActionProcess('deploy-spoke', twin);
    expectRefusal(run, 'AuthorizationFailed', 'Contributor');
    expect(run.report?.errors).toHaveLength(1);
    expect(run.report?.retries.filter(({ status }) => status === 403)).toEqual([]);
    expect(run.report?.resume).toContain('Run the workflow again');
  });

  test('a name that somebody else has is a leaf error with its resource and a remedy', async () => {
    await using twin = await createTwin();
    await runChain(twin, {}, ['deploy-hub']);
    const first = await runActionProcess('deploy-spoke', twin, { inputs: { mode: 'plan' } });
    const account = first.report?.changes.find(({ type }) => /storageAccounts$/i.test(type))?.name ?? '';
    const group = `/subscriptions/${twin.ready.subscriptionId}/resourceGroups/rg-somebody`;
    await armAnswers(twin, [
      ['PUT', `${group}?api-version=2025-04-01`, { location: 'swedencentral' }],
      [
        'PUT',
        `${group}/providers/Microsoft.Storage/storageAccounts/${account}?api-version=2025-01-01`,
        { location: 'swedencentral', kind: 'StorageV2', sku: { name: 'Standard_LRS' }, properties: {} },
      ],
    ]);
    const run = await runActionProcess('deploy-spoke', twin);
    expectRefusal(run, 'StorageAccountAlreadyTaken', 'name');
    expect(run.report?.errors).toMatchObject([{ resourceName: account }]);
  });
});
