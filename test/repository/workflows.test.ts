import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadAction } from '../../packages/workflow-runner/src/action-file.ts';
import { loadWorkflow } from '../../packages/workflow-runner/src/workflow-file.ts';
import { findingsIn, rules } from './workflow-rules.ts';

const root = join(import.meta.dirname, '../..');
const workflows = globSync('.github/workflows/*.yml', { cwd: root }).sort();
const actions = globSync('actions/*/action.yml', { cwd: root }).sort();
const repository = { slug: 'contoso/ai-platform', ref: 'refs/heads/main', sha: '0'.repeat(40), directory: root };

/** A workflow that keeps every rule, in which each defect is planted. */
const sound = `name: release
on:
  push:
    tags: ['v*']
permissions: {}
concurrency:
  group: release
  cancel-in-progress: false
jobs:
  release:
    runs-on: ubuntu-24.04
    environment: release
    timeout-minutes: 10
    permissions:
      contents: write # the release itself
      id-token: write # signs what is released
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      - uses: actions/setup-node@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          node-version: 24
          package-manager-cache: false
      - run: npm ci --ignore-scripts && npm test
      - if: github.ref_type == 'tag'
        env:
          TAG: \${{ github.ref_name }}
        run: gh release create "$TAG"
      - uses: $/actions/deploy-hub
        with:
          config: environments/dev.yml
  next:
    uses: $/.github/workflows/deploy.yml
    with:
      environment: dev
    permissions:
      contents: read # the environment file
      id-token: write # exchanged for Azure tokens
`;

interface Defect {
  readonly rule: keyof typeof rules;
  readonly what: string;
  /** What is replaced in the sound workflow, and by what. */
  readonly from: string;
  readonly to: string;
  /** A part of the line that is blamed, after the change. */
  readonly at: string;
}

const defects: readonly Defect[] = [
  { rule: 'top-permissions', what: 'no permissions on top', from: 'permissions: {}\n', to: '', at: 'name: release' },
  {
    rule: 'top-permissions',
    what: 'a grant on top',
    from: 'permissions: {}',
    to: 'permissions: { contents: read }',
    at: 'permissions: {',
  },
  {
    rule: 'top-permissions',
    what: 'everything on top',
    from: 'permissions: {}',
    to: 'permissions: read-all',
    at: 'read-all',
  },
  {
    rule: 'grant-reason',
    what: 'a grant without a reason',
    from: ' # the release itself',
    to: '',
    at: 'contents: write',
  },
  {
    rule: 'grant-reason',
    what: 'an empty reason',
    from: '# exchanged for Azure tokens',
    to: '# token',
    at: 'id-token: write # token',
  },
  {
    rule: 'pinned-uses',
    what: 'a tag',
    from: 'checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8',
    to: 'checkout@v5',
    at: 'checkout@v5',
  },
  {
    rule: 'pinned-uses',
    what: 'a short SHA',
    from: 'checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8',
    to: 'checkout@08c6903',
    at: 'checkout@08',
  },
  {
    rule: 'pinned-uses',
    what: 'no version',
    from: '7a8 # v5.0.0\n        with:\n          persist',
    to: '7a8\n        with:\n          persist',
    at: 'checkout@',
  },
  {
    rule: 'pinned-uses',
    what: 'another repository’s workflow by branch',
    from: '$/.github/workflows/deploy.yml',
    to: 'contoso/x/.github/workflows/d.yml@main',
    at: 'd.yml@main',
  },
  {
    rule: 'own-reference',
    what: 'an action through the workspace',
    from: '$/actions/deploy-hub',
    to: './actions/deploy-hub',
    at: './actions',
  },
  {
    rule: 'own-reference',
    what: 'a ref behind $/',
    from: '$/actions/deploy-hub',
    to: '$/actions/deploy-hub@v1',
    at: 'hub@v1',
  },
  {
    rule: 'own-reference',
    what: 'an action that is not there',
    from: '$/actions/deploy-hub',
    to: '$/actions/deploy-hubb',
    at: 'hubb',
  },
  {
    rule: 'persisted-credentials',
    what: 'the default',
    from: '        with:\n          persist-credentials: false\n',
    to: '',
    at: 'actions/checkout',
  },
  {
    rule: 'persisted-credentials',
    what: 'kept on purpose',
    from: 'persist-credentials: false',
    to: 'persist-credentials: true',
    at: 'actions/checkout',
  },
  {
    rule: 'expression-in-run',
    what: 'a tag name in a script',
    from: '"$TAG"',
    to: '"${{ github.ref_name }}"',
    at: 'gh release',
  },
  {
    rule: 'environment-file',
    what: 'a variable for later steps',
    from: 'gh release create "$TAG"',
    to: 'echo "X=$TAG" >> "$GITHUB_ENV"',
    at: 'GITHUB_ENV',
  },
  {
    rule: 'dangerous-trigger',
    what: 'pull_request_target',
    from: "  push:\n    tags: ['v*']",
    to: '  pull_request_target:',
    at: 'pull_request_target',
  },
  {
    rule: 'dangerous-trigger',
    what: 'workflow_run in a list',
    from: "on:\n  push:\n    tags: ['v*']",
    to: 'on: [push, workflow_run]',
    at: 'workflow_run',
  },
  {
    rule: 'dangerous-trigger',
    what: 'one word',
    from: "on:\n  push:\n    tags: ['v*']",
    to: 'on: pull_request_target',
    at: 'pull_request_target',
  },
  {
    rule: 'no-secret',
    what: 'a secret in a variable',
    from: '${{ github.ref_name }}',
    to: '${{ secrets.PAT }}',
    at: 'TAG: ',
  },
  {
    rule: 'no-secret',
    what: 'a secret by computed name',
    from: '${{ github.ref_name }}',
    to: "${{ secrets[format('A{0}', 1)] }}",
    at: 'TAG: ',
  },
  {
    rule: 'no-secret',
    what: 'every secret handed on',
    from: '    with:\n      environment: dev',
    to: '    secrets: inherit\n    with:\n      environment: dev',
    at: 'inherit',
  },
  {
    rule: 'token-without-environment',
    what: 'id-token in a job of its own',
    from: '    environment: release\n',
    to: '',
    at: 'id-token: write # signs',
  },
  { rule: 'timeout', what: 'no timeout', from: '    timeout-minutes: 10\n', to: '', at: 'runs-on' },
  {
    rule: 'deployment-concurrency',
    what: 'none',
    from: 'concurrency:\n  group: release\n  cancel-in-progress: false\n',
    to: '',
    at: 'runs-on',
  },
  {
    rule: 'deployment-concurrency',
    what: 'one that cancels',
    from: 'cancel-in-progress: false',
    to: 'cancel-in-progress: true',
    at: 'group: release',
  },
  {
    rule: 'deployment-concurrency',
    what: 'a group alone',
    from: 'concurrency:\n  group: release\n  cancel-in-progress: false',
    to: 'concurrency: release',
    at: 'concurrency: release',
  },
  {
    rule: 'cache-in-release',
    what: 'setup-node with its default',
    from: '          package-manager-cache: false\n',
    to: '',
    at: 'setup-node',
  },
  {
    rule: 'cache-in-release',
    what: 'setup-node with a cache',
    from: 'package-manager-cache: false',
    to: 'cache: npm',
    at: 'setup-node',
  },
  {
    rule: 'cache-in-release',
    what: 'a cache of its own',
    from: 'actions/setup-node@',
    to: 'actions/cache/restore@',
    at: 'actions/cache',
  },
  { rule: 'install-scripts', what: 'scripts of dependencies', from: ' --ignore-scripts', to: '', at: 'npm ci' },
  {
    rule: 'install-scripts',
    what: 'scripts off for another command',
    from: 'npm ci --ignore-scripts && npm test',
    to: 'npm ci && npm test --ignore-scripts',
    at: 'npm ci',
  },
  {
    rule: 'install-scripts',
    what: 'npm install',
    from: 'npm ci --ignore-scripts',
    to: 'npm install --ignore-scripts',
    at: 'npm install',
  },
  { rule: 'install-scripts', what: 'npx', from: 'npm test', to: 'npx cowsay', at: 'npx' },
  {
    rule: 'unsound-condition',
    what: 'text behind an expression',
    from: "if: github.ref_type == 'tag'",
    to: "if: ${{ github.ref_type == 'tag' }} && true",
    at: '&& true',
  },
  {
    rule: 'unsound-condition',
    what: 'text before an expression',
    from: "if: github.ref_type == 'tag'",
    to: "if: always() && ${{ github.ref_type == 'tag' }}",
    at: 'always()',
  },
  {
    rule: 'action-inputs',
    what: 'an input that the action lacks',
    from: 'config: environments/dev.yml',
    to: 'config: environments/dev.yml\n          poll-intervall: 5s',
    at: 'intervall',
  },
  {
    rule: 'action-inputs',
    what: 'a required input left out',
    from: 'config: environments/dev.yml',
    to: 'mode: plan',
    at: 'uses: $/actions/deploy-hub',
  },
  {
    rule: 'action-inputs',
    what: 'an input that the workflow lacks',
    from: '    with:\n      environment: dev',
    to: '    with:\n      environment: dev\n      nodes: 3',
    at: 'nodes: 3',
  },
  {
    rule: 'action-inputs',
    what: 'a required input of the workflow left out',
    from: '    with:\n      environment: dev',
    to: '    with:\n      mode: plan',
    at: 'uses: $/.github',
  },
];

describe('own rules for workflows and actions', () => {
  it('finds nothing in a sound workflow', () => {
    expect(findingsIn(sound, root)).toEqual([]);
  });

  it.each(defects)('$rule: $what', ({ rule, from, to, at }) => {
    expect(sound).toContain(from);
    const defective = sound.replace(from, () => to);
    const found = findingsIn(defective, root);
    expect(found.map((finding) => finding.rule)).toEqual([rule]);
    expect(defective.split('\n')[(found[0]?.line ?? 0) - 1]).toContain(at);
  });

  it('has a defect for every rule', () => {
    expect(new Set(defects.map(({ rule }) => rule))).toEqual(new Set(Object.keys(rules)));
  });

  it('looks at the steps of a composite action', () => {
    const action =
      "name: x\nruns:\n  using: composite\n  steps:\n    - uses: ./actions/deploy-hub\n    - run: echo '${{ inputs.a }}'\n      shell: bash\n";
    expect(findingsIn(action, root).map(({ rule, line }) => [rule, line])).toEqual([
      ['own-reference', 5],
      ['expression-in-run', 6],
    ]);
  });
});

describe('files of this repository', () => {
  it('has workflows and actions to look at', () => {
    expect(workflows.length).toBeGreaterThanOrEqual(2);
    expect(actions.length).toBeGreaterThanOrEqual(6);
  });

  it.each([...workflows, ...actions])('%s keeps every rule', (file) => {
    expect(findingsIn(readFileSync(join(root, file), 'utf8'), root)).toEqual([]);
  });

  it.each(workflows)("%s is accepted by GitHub's parser", async (file) => {
    await expect(loadWorkflow(repository, file)).resolves.toMatchObject({ path: file });
  });

  it.each(actions)("%s is accepted by GitHub's parser", async (file) => {
    await expect(loadAction(join(root, file, '..'))).resolves.toMatchObject({
      file: { name: expect.any(String) as string },
    });
  });

  it("is refused by GitHub's parser with a key that there is not", async () => {
    const directory = mkdtempSync(join(tmpdir(), 'lz-workflow-'));
    try {
      writeFileSync(join(directory, 'bad.yml'), sound.replace('timeout-minutes', 'timeout'));
      await expect(loadWorkflow({ ...repository, directory }, 'bad.yml')).rejects.toThrow(/timeout/);
    } finally {
      rmSync(directory, { recursive: true });
    }
  });
});

describe('starter workflows', () => {
  const templates = globSync('workflows-templates/*.yml', { cwd: root }).sort();
  const read = (file: string) => readFileSync(join(root, file), 'utf8');

  it('are there', () => {
    expect(templates).toEqual(['workflows-templates/deploy.yml']);
  });

  it.each(templates)(
    '%s keeps every rule, calls a workflow of ours with inputs that it has, and is accepted',
    async (file) => {
      const ours = /OWNER\/open-webui-landing-zone\/(\S+)@FULL_SHA # v\d+\.\d+\.\d+/;
      const filled = read(file).replaceAll('$default-branch', 'main').replace(ours, '$$/$1');
      expect(filled).toContain('uses: $/.github/workflows/');
      expect(findingsIn(filled, root)).toEqual([]);
      const directory = mkdtempSync(join(tmpdir(), 'lz-workflow-'));
      try {
        writeFileSync(join(directory, 'template.yml'), filled);
        await expect(loadWorkflow({ ...repository, directory }, 'template.yml')).resolves.toBeDefined();
      } finally {
        rmSync(directory, { recursive: true });
      }
    },
  );

  it.each(templates)('%s has the properties that GitHub asks for', (file) => {
    const properties = JSON.parse(read(file.replace(/\.yml$/, '.properties.json'))) as { filePatterns: string[] };
    expect(properties).toMatchObject({ name: expect.any(String) as string, description: expect.any(String) as string });
    expect(properties.filePatterns.some((pattern) => new RegExp(pattern).test('environments/dev.yml'))).toBe(true);
  });
});
