import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createTwin, type Twin } from '@lz/twin';
import { runWorkflow, type Repository, type RunResult } from '@lz/workflow-runner';
import { describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..', '..');
const PLATFORM: Repository = {
  slug: 'platform/open-webui-landing-zone',
  ref: 'refs/tags/v0.1.0',
  sha: 'b'.repeat(40),
  directory: ROOT,
};

const CALLS_WORKFLOW = `name: deploy
on: workflow_dispatch
permissions: {}
jobs:
  dev:
    uses: platform/open-webui-landing-zone/.github/workflows/deploy.yml@v0.1.0
    with:
      environment: dev
      poll-interval: 5ms
    permissions: { contents: read, id-token: write }
`;

const USES_COMPOSITE = `name: deploy
on: workflow_dispatch
permissions: {}
jobs:
  dev:
    runs-on: ubuntu-24.04
    environment: dev
    permissions: { contents: read, id-token: write }
    env:
      AZURE_CLIENT_ID: \${{ vars.AZURE_CLIENT_ID }}
      AZURE_TENANT_ID: \${{ vars.AZURE_TENANT_ID }}
      AZURE_SUBSCRIPTION_ID: \${{ vars.AZURE_SUBSCRIPTION_ID }}
    steps:
      - uses: actions/checkout@v5
      - id: zone
        uses: platform/open-webui-landing-zone/actions/landing-zone@v0.1.0
        with: { config: environments/dev.yml, poll-interval: 5ms }
      - run: echo "url \${{ steps.zone.outputs.url }} changes \${{ steps.zone.outputs.has-changes }}"
`;

const ENVIRONMENT = `name: contoso-dev
location: swedencentral
hub:
  addressSpace: 10.10.0.0/22
  gateway: { publisherEmail: platform@contoso.com }
spoke:
  addressSpace: 10.10.4.0/22
  exposure: { kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }
models: [gpt-5-mini]
`;

/** Runs a workflow in a consumer's repository that holds nothing but the workflow and its environment file. */
async function runInConsumer(twin: Twin, workflow: string): Promise<RunResult & { readonly lines: readonly string[] }> {
  const root = await mkdtemp(join(tmpdir(), 'consumer-'));
  const directory = join(root, 'ai-platform');
  await mkdir(join(directory, '.github', 'workflows'), { recursive: true });
  await mkdir(join(directory, 'environments'));
  await writeFile(join(directory, '.github', 'workflows', 'deploy.yml'), workflow);
  await writeFile(join(directory, 'environments', 'dev.yml'), ENVIRONMENT);
  const lines: string[] = [];
  const { env, control } = twin.ready;
  const variables = Object.fromEntries(Object.entries(env).filter(([name]) => name.startsWith('AZURE_')));
  const connection = Object.entries(env).filter(([name]) => !/^(?:ACTIONS|AZURE)_/.test(name));
  try {
    const result = await runWorkflow({
      repository: { slug: 'contoso/ai-platform', ref: 'refs/heads/main', sha: 'a'.repeat(40), directory },
      repositories: { [PLATFORM.slug]: PLATFORM },
      workflow: '.github/workflows/deploy.yml',
      inputs: {},
      variables,
      processEnvironment: { PATH: process.env['PATH'] ?? '', ...Object.fromEntries(connection) },
      directory: join(root, 'run'),
      oidc: async (identity) => {
        const answer = await fetch(`${control}/oidc`, { method: 'POST', body: JSON.stringify(identity) });
        return (await answer.json()) as { requestUrl: string; requestToken: string };
      },
      onLine: (line) => lines.push(line),
    });
    return { ...result, lines };
  } finally {
    await rm(root, { recursive: true, force: true });
  }
}

describe("a consumer's repository", () => {
  it('deploys by the twelve lines of the README, then through the composite action, which finds nothing to do', async () => {
    await using twin = await createTwin({ seed: 1 });
    const called = await runInConsumer(twin, CALLS_WORKFLOW);
    expect(called.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(called.jobs).toEqual({ 'dev / deploy': 'success', dev: 'success' });
    const before = twin.world.log.entries.length;
    const composed = await runInConsumer(twin, USES_COMPOSITE);
    expect(composed.conclusion).toBe('success');
    expect(composed.lines).toContain('url https://chat.contoso.com changes false');
    expect(twin.world.log.entries.slice(before).filter(({ wrote }) => wrote)).toEqual([]);
  });
});
