import { describe, expect, test } from 'vitest';
import type { JsonObject, Resource } from '../../src/kernel/store.ts';
import { definitions } from '../../src/providers/index.ts';
import { streamToken } from '../../src/providers/app/environments.ts';
import { textAt } from '../../src/providers/common/json.ts';
import { ChatZone, ENVIRONMENT, JOB } from './chat-zone.ts';

const SCRIPT = 'console.log("out"); console.error("err")';

interface JobOptions {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly script?: string;
  readonly env?: readonly JsonObject[];
  readonly configuration?: JsonObject;
  readonly secrets?: Readonly<Record<string, string>>;
}

function jobIn(zone: ChatZone, options: JobOptions = {}): Resource {
  const container = {
    name: 'probe',
    image: options.image ?? 'docker.io/library/node:24-alpine',
    command: options.command ?? ['node', '-e'],
    args: [options.script ?? SCRIPT],
    env: options.env ?? [],
  };
  zone.put(
    JOB,
    'Microsoft.App/jobs',
    {
      provisioningState: 'Succeeded',
      environmentId: ENVIRONMENT,
      configuration: { triggerType: 'Manual', replicaTimeout: 60, ...options.configuration },
      template: { containers: [container] },
    },
    { location: 'swedencentral', secrets: options.secrets ?? {} },
  );
  const job = zone.world.store.get(JOB);
  if (job === undefined) throw new Error('no job');
  return job;
}

/** Starts an execution, as ARM's action does; answers its id. */
async function start(zone: ChatZone, job: Resource, body: JsonObject | null = null): Promise<string> {
  const action = definitions.get('microsoft.app/jobs')?.actions?.['start'];
  const answer = await action?.({
    resource: job,
    world: zone.world,
    body,
    query: new URLSearchParams(),
    principalId: '',
  });
  return textAt(answer?.body as JsonObject, 'id') ?? '';
}

async function ended(zone: ChatZone, id: string): Promise<string> {
  for (;;) {
    const status = textAt(zone.world.store.get(id)?.properties, 'status') ?? '';
    if (status !== 'Running') return status;
    await zone.world.clock.advanceToNextEvent();
  }
}

/** The stream of an execution, as `az containerapp job logs show` asks for it. */
async function log(zone: ChatZone, id: string, query = 'follow=false&output=text&tailLines=300', token?: string) {
  const [replica] = zone.world.store.below(id);
  const [container] = (replica?.properties['containers'] ?? []) as readonly { logStreamEndpoint: string }[];
  return await zone.send('GET', `${container?.logStreamEndpoint ?? ''}?${query}`, {
    headers: { authorization: `Bearer ${token ?? streamToken(zone.world, JOB)}` },
  });
}

describe('an execution of a job', () => {
  test('runs its program and ends', async () => {
    const zone = new ChatZone();
    const id = await start(zone, jobIn(zone));
    const began = zone.world.clock.now;
    expect(await ended(zone, id)).toBe('Succeeded');
    expect(zone.world.clock.now).toBeGreaterThan(began);
    const { text } = await log(zone, id);
    expect(text).toMatch(/^\S+Z Connecting to the container 'probe'\.\.\.$/m);
    expect(text).toMatch(/^\S+Z out$/m);
    expect(text).toMatch(/^\S+Z err$/m);
  });

  const ends: readonly (readonly [string, JobOptions, string, RegExp])[] = [
    ['fails by its exit code', { script: 'console.log("no"); process.exitCode = 1' }, 'Failed', /Z no$/m],
    ['fails by an error', { script: 'throw new Error("broken")' }, 'Failed', /Error: broken/],
    ['another image', { image: 'python:3.13' }, 'Failed', /runs images of Node only, not python:3\.13/],
    ['an image that only sounds like Node', { image: 'contoso/my-node:1' }, 'Failed', /not contoso\/my-node:1/],
    ['another command', { command: ['sh', '-c'] }, 'Failed', /runs the command node only, not sh/],
    ['a secret that is not there', { env: [{ name: 'A', secretRef: 'a' }] }, 'Failed', /The secret 'a' has no value/],
    [
      'longer than the job allows',
      { script: 'setInterval(() => {}, 1000)', configuration: { replicaTimeout: 1 } },
      'Failed',
      /DeadlineExceeded/,
    ],
  ];
  test.each(ends)('%s', async (_what, options, status, text) => {
    const zone = new ChatZone();
    const id = await start(zone, jobIn(zone, options));
    expect(await ended(zone, id)).toBe(status);
    expect((await log(zone, id)).text).toMatch(text);
  });

  test('has literal variables, secrets, and what the platform sets', async () => {
    const zone = new ChatZone();
    const job = jobIn(zone, {
      script:
        'for (const name of ["PLAIN", "SECRET", "CONTAINER_APP_JOB_NAME", "CONTAINER_APP_ENV_DNS_SUFFIX"]) console.log(`${name}=${process.env[name]}`)',
      env: [
        { name: 'PLAIN', value: 'a' },
        { name: 'SECRET', secretRef: 'key' },
      ],
      configuration: { secrets: [{ name: 'key' }] },
      secrets: { 'configuration.secrets[0].value': 'b' },
    });
    const id = await start(zone, job);
    await ended(zone, id);
    const { text } = await log(zone, id);
    for (const line of ['PLAIN=a', 'SECRET=b', 'CONTAINER_APP_JOB_NAME=caj']) expect(text).toContain(line);
    expect(text).toContain('CONTAINER_APP_ENV_DNS_SUFFIX=kindriver-1234.swedencentral.azurecontainerapps.io');
  });

  test('a start may bring a template of its own', async () => {
    const zone = new ChatZone();
    const containers = [{ name: 'probe', image: 'node:24', command: ['node', '-e'], args: ['console.log("other")'] }];
    const id = await start(zone, jobIn(zone), { containers });
    await ended(zone, id);
    expect((await log(zone, id)).text).toMatch(/Z other$/m);
  });

  test('several run at once, each with its own log and end', async () => {
    const zone = new ChatZone();
    const job = jobIn(zone, { script: 'console.log(process.env.CONTAINER_APP_JOB_EXECUTION_NAME)' });
    const ids = [await start(zone, job), await start(zone, job), await start(zone, job)];
    expect(new Set(ids).size).toBe(3);
    for (const id of ids) {
      expect(await ended(zone, id)).toBe('Succeeded');
      expect((await log(zone, id, 'follow=false&tailLines=1')).text).toContain(id.split('/').at(-1));
    }
  });
});

describe('its log stream', () => {
  test('tail, format and follow as az asks for them', async () => {
    const zone = new ChatZone();
    const id = await start(zone, jobIn(zone, { script: 'for (let i = 0; i < 30; i++) console.log(`line ${i}`)' }));
    const followed = log(zone, id, 'follow=true&output=text&tailLines=300');
    expect((await followed).text.match(/Z line \d+$/gm)).toHaveLength(30);
    expect(textAt(zone.world.store.get(id)?.properties, 'status')).toBe('Succeeded');
    const lines = async (query: string) => (await log(zone, id, query)).text.match(/line \d+/g) ?? [];
    expect(await lines('follow=false')).toHaveLength(20);
    expect(await lines('follow=false&tailLines=3')).toEqual(['line 27', 'line 28', 'line 29']);
    expect(await lines('follow=false&tailLines=0')).toEqual([]);
    const last = (await log(zone, id, 'follow=false&output=json&tailLines=1')).text.trim().split('\n').at(-1) ?? '';
    expect(JSON.parse(last)).toEqual({ TimeStamp: expect.stringMatching(/Z$/) as string, Log: 'F line 29' });
  });

  test('needs the token of that job, and an execution that is there', async () => {
    const zone = new ChatZone();
    const id = await start(zone, jobIn(zone));
    await ended(zone, id);
    expect((await log(zone, id, '', 'other')).status).toBe(401);
    expect((await log(zone, id, '', streamToken(zone.world, `${JOB}-2`))).status).toBe(401);
    const missing = `https://swedencentral.azurecontainerapps.dev/subscriptions/s/resourceGroups/r/jobs/caj/executions/none/replicas/none/containers/probe/logstream`;
    const headers = { authorization: `Bearer ${streamToken(zone.world, JOB)}` };
    expect((await zone.send('GET', missing, { headers })).status).toBe(404);
    expect((await zone.send('GET', 'https://swedencentral.azurecontainerapps.dev/other', { headers })).status).toBe(
      404,
    );
  });
});
