import { EventEmitter } from 'node:events';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { afterEach, describe, expect, test } from 'vitest';
import { ActionError, defineAction, runAction, type Run } from '../src/index.ts';
import { azureServer, type Reply } from '../../azure/test/support/azure-server.ts';
import { credential } from '../../azure/test/support/clients.ts';
import { recordingHost } from './support/recording-host.ts';

const GUID = '11111111-2222-3333-4444-555555555555';
const definition = defineAction({
  name: 'try-it',
  title: 'Try it',
  description: 'An action for tests.',
  branding: { icon: 'box', color: 'blue' },
  modes: ['plan', 'apply'],
  inputs: { color: { type: 'choice', description: 'Color.', default: 'red', allowed: ['red', 'blue'] } },
  outputs: { answer: { description: 'An answer.' } },
});
type TestRun = Run<typeof definition>;

const YAML = `name: contoso-dev
location: swedencentral
hub:
  addressSpace: 10.10.0.0/22
  gateway: { publisherEmail: platform@contoso.com }
spoke:
  addressSpace: 10.10.4.0/22
  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }
models:
  - gpt-5-mini
`;

const schema = JSON.parse(readFileSync(join(import.meta.dirname, '../report.schema.json'), 'utf8')) as object;
const ajv = new Ajv2020({ allErrors: true });
formats.default(ajv);
const isReport = ajv.compile(schema);

interface Given {
  readonly inputs?: Record<string, string>;
  readonly yaml?: string;
  readonly replies?: readonly Reply[];
  readonly signals?: EventEmitter;
}

/** Runs `body` as an action against a stand-in server and answers what it said and did. */
async function run(body: (run: TestRun) => Promise<void>, given: Given = {}) {
  const config = join(mkdtempSync(join(tmpdir(), 'lz-config-')), 'dev.yml');
  writeFileSync(config, given.yaml ?? YAML);
  const inputs = {
    config,
    'client-id': GUID,
    'tenant-id': GUID,
    'subscription-id': GUID,
    'poll-interval': '1ms',
    ...given.inputs,
  };
  const host = recordingHost(
    Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
  );
  await using server = await azureServer(given.replies ?? [{ status: 200, body: {} }]);
  const { httpClient } = server;
  await runAction(definition, body, { host, credential, httpClient, signals: given.signals ?? new EventEmitter() });
  const exitCode = process.exitCode ?? 0;
  process.exitCode = 0;
  return { host, exitCode, requests: server.requests, config };
}

afterEach(() => {
  process.exitCode = 0;
});

describe('an action', () => {
  test('that succeeds ends with 0, outputs, summary and a report that fits its schema', async () => {
    const { host, exitCode } = await run(async ({ azure, inputs, report, phase, output, environment }) => {
      await phase('P0', () => azure.get('/x'));
      report.change({ kind: 'create', type: 'Microsoft.Network/virtualNetworks', name: `vnet-${environment.name}` });
      report.url('Chat', 'https://chat.contoso.com');
      report.fact('firstTokenMs', 12);
      output('answer', inputs.color);
    });
    expect(exitCode).toBe(0);
    expect(Object.fromEntries(host.outputs)).toMatchObject({
      answer: 'red',
      'has-changes': 'true',
      creates: '1',
      deletes: '0',
      retries: '0',
    });
    expect(host.summaries.join()).toMatch(/^## Try it: contoso-dev done/);
    expect(host.summaries.join()).toContain('| create | Microsoft.Network/virtualNetworks | vnet-contoso-dev |');
    expect(isReport(host.report()), JSON.stringify(isReport.errors)).toBe(true);
    expect(host.report()).toMatchObject({
      result: 'succeeded',
      mode: 'apply',
      phases: [{ id: 'P0', result: 'succeeded' }],
    });
  });

  test('that fails ends with 1, one annotation a leaf error, and says how to go on', async () => {
    const details = [
      { code: 'InsufficientQuota', message: 'none left' },
      { code: 'SkuNotAvailable', message: 'not here' },
    ];
    const replies: Reply[] = [{ status: 400, body: { error: { code: 'Outer', message: 'see details', details } } }];
    const { host, exitCode } = await run(
      ({ azure, phase }) => phase('P1', () => azure.get('/subscriptions/s').then(() => undefined)),
      { replies },
    );
    expect(exitCode).toBe(1);
    expect(host.errors.map(({ message }) => message.split(':')[0])).toEqual([
      'InsufficientQuota (s)',
      'SkuNotAvailable (s)',
    ]);
    expect(host.errors[0]?.message).toContain('What to do: Lower `models[].capacity`');
    expect(isReport(host.report()), JSON.stringify(isReport.errors)).toBe(true);
    expect(host.report()).toMatchObject({ result: 'failed', phases: [{ id: 'P1', result: 'failed' }] });
    expect(host.report().resume).toBeDefined();
  });

  test('of whose body something unforeseen is thrown fails too', async () => {
    const { host, exitCode } = await run(() => Promise.reject(new TypeError('x is not a function')));
    expect(exitCode).toBe(1);
    expect(host.errors[0]?.message).toBe('TypeError: x is not a function');
  });

  test('keeps what an action itself knows of an error', async () => {
    const { host } = await run(() => Promise.reject(new ActionError('Odd', 'it is odd', 'Make it even.')));
    expect(host.errors[0]?.message).toBe('Odd: it is odd What to do: Make it even.');
  });

  test('counts and reports repetitions', async () => {
    const { host } = await run(({ azure }) => azure.get('/x').then(() => undefined), {
      replies: [{ status: 503 }, 'reset', { status: 200, body: {} }],
    });
    expect(host.outputs.get('retries')).toBe('2');
    expect(host.report().retries.map(({ status, code }) => `${status} ${code}`)).toEqual([
      '503 Http503',
      '0 ECONNRESET',
    ]);
  });
});

describe('before anything is sent', () => {
  const body = ({ azure }: TestRun) => azure.get('/x').then(() => undefined);

  test('every mistake in the environment file is an annotation with its place', async () => {
    const yaml = YAML.replace('10.10.4.0/22', '10.10.0.0/22').replace('swedencentral', '[]');
    const { host, exitCode, requests, config } = await run(body, { yaml });
    expect(exitCode).toBe(1);
    expect(requests).toEqual([]);
    expect(host.errors.length).toBeGreaterThanOrEqual(2);
    for (const mistake of host.errors)
      expect(mistake).toMatchObject({
        file: config,
        line: expect.any(Number) as number,
        column: expect.any(Number) as number,
      });
    expect(host.errors.map(({ line }) => line)).toContain(2);
  });

  test.each([
    [{ mode: 'destroy' }, /^Input "mode" is "destroy", which try-it does not have: it may be plan or apply here/],
    [{ mode: 'applied' }, /^Input "mode" is "applied" but must be one of plan, apply, plan-destroy, destroy/],
    [{ 'tenant-id': '' }, /^Input "tenant-id" is missing, and the variable AZURE_TENANT_ID is not set either/],
    [{ config: 'nowhere.yml' }, /there is no such file/],
  ])('%j is refused', async (inputs, message) => {
    const { host, exitCode, requests } = await run(body, { inputs: inputs });
    expect(exitCode).toBe(1);
    expect(requests).toEqual([]);
    expect(host.errors[0]?.message).toMatch(message);
  });
});

describe('secrets', () => {
  test('are masked before use, and refused in outputs', async () => {
    const { host, exitCode } = await run(async ({ mask, output }) => {
      mask('canary-secret');
      output('answer', 'holds canary-secret inside');
      await Promise.resolve();
    });
    expect(exitCode).toBe(1);
    expect(host.masks).toContain('canary-secret');
    expect([...host.outputs.values()].join()).not.toContain('canary-secret');
    expect(host.errors[0]?.message).toContain('Output "answer" would hold a secret');
  });
});

describe('a plan', () => {
  const change = { kind: 'create', type: 'DNS record', name: '@' } as const;
  const planned = async (mode: string, fingerprint: string, name: string) => {
    let wrote = false;
    const { host, exitCode } = await run(
      async ({ confirmPlan, mode: given }) => {
        await confirmPlan(() => Promise.resolve({ changes: [{ ...change, name }], unseen: ['the moon'] }));
        wrote = given === 'apply';
      },
      { inputs: { mode, 'plan-fingerprint': fingerprint } },
    );
    return { host, exitCode, wrote };
  };

  test('is told with its fingerprint, and its approval lets just that plan through', async () => {
    const plan = await planned('plan', '', 'a');
    expect(plan.host.outputs.get('has-changes')).toBe('true');
    expect(plan.host.report().unseen).toEqual(['the moon']);
    expect(isReport(plan.host.report()), JSON.stringify(isReport.errors)).toBe(true);
    const approved = plan.host.outputs.get('plan-fingerprint') ?? '';
    expect(approved).toMatch(/^[0-9a-f]{64}$/);
    expect(await planned('apply', approved, 'a')).toMatchObject({ exitCode: 0, wrote: true });
    const other = await planned('apply', approved, 'b');
    expect(other).toMatchObject({ exitCode: 1, wrote: false });
    expect(other.host.errors[0]?.message).toMatch(/^PlanChanged/);
  });
});

describe('cancellation', () => {
  const cancelledRun = async (onCancel: string) => {
    const signals = new EventEmitter();
    const cancelled: string[] = [];
    const { host, exitCode } = await run(
      async ({ azure, cancellation }) => {
        cancellation.register({
          what: 'Deployment lz-x',
          cancel: () => {
            cancelled.push('lz-x');
            return Promise.resolve();
          },
          cancelByHand: 'az deployment sub cancel --name lz-x',
        });
        setImmediate(() => signals.emit('SIGINT', 'SIGINT'));
        for (;;) await azure.pacing.poll(1);
      },
      { inputs: { 'on-cancel': onCancel }, signals },
    );
    return { host, exitCode, cancelled };
  };

  test('ends what runs in Azure, and says how to resume', async () => {
    const { host, exitCode, cancelled } = await cancelledRun('cancel');
    expect({ exitCode, cancelled }).toEqual({ exitCode: 1, cancelled: ['lz-x'] });
    expect(host.report()).toMatchObject({ result: 'cancelled', errors: [] });
    expect(host.report().resume).toMatch(/lz-x was cancelled in Azure.*To resume, run the workflow again/);
    expect(isReport(host.report()), JSON.stringify(isReport.errors)).toBe(true);
  });

  test('or leaves it, and says how to end it', async () => {
    const { host, cancelled } = await cancelledRun('leave');
    expect(cancelled).toEqual([]);
    expect(host.report().resume).toContain('az deployment sub cancel --name lz-x');
  });
});
