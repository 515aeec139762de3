import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTwin, type Twin } from '@lz/twin';
import { describe, expect, test } from 'vitest';
import { armAnswers } from '../support/arm-answers.ts';
import { filesBelow, leaks, type Canary, type Place } from '../support/canaries.ts';
import { lz, type CommandRun } from '../support/command-line.ts';
import { ArgumentWatch } from '../support/process-arguments.ts';
import { checkoutWith, withoutSteps } from '../support/workflow-copy.ts';

const DEPLOYMENTS_VERSION = '2025-04-01';
const JOBS = 4;

/** Every secret of a run, by the twin's own word. */
function canariesOf(twin: Twin): readonly Canary[] {
  const secretNamed = (name: string): string => {
    const secret = twin.world.store.ofType('Microsoft.KeyVault/vaults/secrets').find((one) => one.name === name);
    const [value] = Object.values(secret?.secrets ?? {});
    if (value === undefined) throw new Error(`the twin has no secret ${name}`);
    return value;
  };
  const requestToken = (job: number): string => Buffer.from(twin.world.guid(`job-token:${job}`)).toString('base64url');
  const [smokeJob] = twin.world.store.ofType('Microsoft.App/jobs');
  return [
    { name: 'database password', value: secretNamed('database-password') },
    { name: 'WebUI secret key', value: secretNamed('webui-secret-key') },
    { name: 'certificate with key', value: secretNamed('ingress-certificate') },
    { name: "the client principal's secret", value: twin.ready.identities.client.secret },
    { name: 'stream key', value: twin.world.guid(`stream:${smokeJob?.id.toLowerCase() ?? ''}`) },
    ...Array.from({ length: JOBS }, (_, index) => ({
      name: `request token of job ${index + 1}`,
      value: requestToken(index + 1),
    })),
    // GitHub's token, Entra's tokens and the stream token all are base64url of a JSON object.
    { name: 'a token', value: /eyJ[\w-]{40,}/ },
  ];
}

/** Runs a command line against a twin of this process, and answers everything that anybody could read of it. */
async function readableAfter(twin: Twin, args: readonly string[], cwd?: string): Promise<readonly Place[]> {
  const readyFile = join(await mkdtemp(join(tmpdir(), 'lz-ready-')), 'twin.json');
  await writeFile(readyFile, JSON.stringify(twin.ready), { mode: 0o600 });
  const watch = new ArgumentWatch();
  const run = await lz(['run', '--twin', readyFile, ...args], cwd === undefined ? {} : { cwd });
  const commands = watch.stop();
  return [
    { name: 'stdout', text: run.stdout },
    { name: 'stderr', text: run.stderr },
    ...commands.map((text) => ({ name: 'arguments', text })),
    ...(await filesBelow(folderOf(run))),
    ...twin.world.log.entries.map(({ path }) => ({ name: 'request log', text: path })),
    ...[...twin.arm.state.whatIfResults].map(([id, result]) => ({
      name: `what-if ${id}`,
      text: JSON.stringify(result),
    })),
  ];
}

function folderOf({ stdout, stderr }: CommandRun): string {
  const folder = /^reports: (.+)$/m.exec(stdout)?.[1];
  if (folder === undefined) throw new Error(`the run names no folder:\n${stdout}${stderr}`);
  return folder;
}

/** Deployments with their operations and templates, in subscription and groups, and every resource. */
async function historyOf(twin: Twin): Promise<readonly Place[]> {
  const deployments = [...twin.arm.state.deployments.values()].map(({ id }) => id);
  const versioned = (path: string): string => `${path}?api-version=${DEPLOYMENTS_VERSION}`;
  const answers = await armAnswers(twin, [
    ['GET', versioned(`/subscriptions/${twin.ready.subscriptionId}/providers/Microsoft.Resources/deployments`)],
    ...deployments.flatMap((id) => [
      ['GET', versioned(id)] as const,
      ['GET', versioned(`${id}/operations`)] as const,
      ['POST', versioned(`${id}/exportTemplate`)] as const,
    ]),
  ]);
  expect(answers.filter(({ name }) => !name.endsWith(' 200')).map(({ name }) => name)).toEqual([]);
  const resources = await (await fetch(`${twin.controlUrl}/resources`)).text();
  return [...answers, { name: 'resources', text: resources }];
}

describe('no secret can be read anywhere', () => {
  test('after a whole run and a plan of a change', async () => {
    await using twin = await createTwin();
    const places = [
      ...(await readableAfter(twin, [])),
      ...(await readableAfter(twin, ['--mode', 'plan'])),
      ...(await historyOf(twin)),
    ];
    const canaries = canariesOf(twin);
    console.log(`${canaries.length} canaries, ${places.length} places`);
    expect(
      places
        .filter(({ name }) => name === 'arguments')
        .map(({ text }) => text)
        .join('\n'),
    ).toContain('actions/deploy-spoke/dist/index.js');
    expect(places.length).toBeGreaterThan(500);
    expect(leaks(canaries, places)).toEqual([]);
  });

  test('the search finds a token that a step writes into a file and into arguments', async () => {
    const leak = String.raw`
      - name: Leak
        run: |
          echo "$ACTIONS_ID_TOKEN_REQUEST_TOKEN" > "$RUNNER_TEMP/leak.txt"
          sh -c 'sleep 0.4; true' "$ACTIONS_ID_TOKEN_REQUEST_TOKEN"
`;
    const later = ['Deploy the spoke', 'Configure the gateway', 'Import the API', 'Smoke test', 'Keep the reports'];
    const cwd = await checkoutWith((workflow) => withoutSteps(workflow, ['Deploy the hub', ...later]).trimEnd() + leak);
    await using twin = await createTwin();
    const places = await readableAfter(twin, [], cwd);
    const token = places.find(({ name }) => name.endsWith('leak.txt'))?.text.trim() ?? '';
    const found = leaks([{ name: 'request token', value: token }], places);
    expect(found.some((one) => one.endsWith('leak.txt'))).toBe(true);
    expect(found).toContain('request token in arguments');
  });

  test.each([
    ['as it is', (secret: string) => `password=${secret}`],
    ['in base64', (secret: string) => Buffer.from(secret).toString('base64')],
    ['in hexadecimal', (secret: string) => Buffer.from(secret).toString('hex')],
    ['encoded for a URL', (secret: string) => encodeURIComponent(secret)],
    ['cut off, where it is long', (secret: string) => secret.slice(50, 160)],
  ])('the search finds a secret %s', (_, disguise) => {
    const secret = `canary/${'0123456789abcdef+'.repeat(10)}`;
    expect(leaks([{ name: 'secret', value: secret }], [{ name: 'log', text: disguise(secret) }])).toEqual([
      'secret in log',
    ]);
  });
});
