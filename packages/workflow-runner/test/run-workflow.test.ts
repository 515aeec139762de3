import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runFiles, singleJob, writeFiles } from './support.ts';

const WORKFLOW = '.github/workflows/main.yml';

/** What a run of these steps prints and concludes. */
const stepCases = [
  ['prints', `      - run: echo hello`, 'success', ['hello']],
  [
    'fails and skips the rest',
    `      - run: exit 3\n      - run: echo never`,
    'failure',
    ['Error: Process completed with exit code 3.'],
  ],
  [
    'runs failure() after a failure',
    `      - run: exit 1\n      - if: failure()\n        run: echo clean-up`,
    'failure',
    ['clean-up'],
  ],
  [
    'runs always() in an expression',
    `      - run: exit 1\n      - if: \${{ always() }}\n        run: echo anyway`,
    'failure',
    ['anyway'],
  ],
  [
    'tolerates continue-on-error',
    `      - id: shaky\n        continue-on-error: true\n        run: exit 1\n      - run: echo \${{ steps.shaky.outcome }}/\${{ steps.shaky.conclusion }}`,
    'success',
    ['failure/success'],
  ],
  [
    'hands outputs on',
    `      - id: a\n        run: echo "word=blue" >> "$GITHUB_OUTPUT"\n      - run: echo "got \${{ steps.a.outputs.word }}"`,
    'success',
    ['got blue'],
  ],
  [
    'hands multi-line outputs on',
    `      - id: a\n        run: printf 'text<<E\\none\\ntwo\\nE\\n' >> "$GITHUB_OUTPUT"\n      - run: echo '\${{ toJSON(steps.a.outputs.text) }}'`,
    'success',
    [String.raw`"one\ntwo"`],
  ],
  [
    'exports variables',
    `      - run: echo "COLOUR=red" >> "$GITHUB_ENV"\n      - run: echo "$COLOUR \${{ env.COLOUR }}"`,
    'success',
    ['red red'],
  ],
  ['masks', `      - run: echo "::add-mask::hush"\n      - run: echo say hush`, 'success', ['say ***']],
  [
    'stops commands',
    `      - run: |\n          echo "::stop-commands::tok"\n          echo "::error::no"\n          echo "::tok::"`,
    'success',
    ['::error::no'],
  ],
  ['uses pipefail in a named bash', `      - shell: bash\n        run: false | true`, 'failure', []],
  ['has no pipefail in an unnamed shell', `      - run: false | true`, 'success', []],
  [
    'evaluates functions',
    `      - run: echo "\${{ format('{0}-{1}', github.ref_name, contains('abc', 'b')) }}"`,
    'success',
    ['main-true'],
  ],
  ['keeps braces in quoted text', `      - run: echo "\${{ 'a }} b' }}"`, 'success', ['a }} b']],
  [
    'checks out as a no-op',
    `      - uses: actions/checkout@v5`,
    'success',
    ['The workspace is this checkout: contoso/chat@aaaaaaaaaaaa'],
  ],
] as const;

describe('a job', () => {
  it.each(stepCases)('%s', async (_name, steps, conclusion, printed) => {
    const run = await runFiles({ [WORKFLOW]: singleJob(steps) });
    expect(run.conclusion).toBe(conclusion);
    expect(run.lines).toEqual(expect.arrayContaining([...printed]));
    expect(run.lines).not.toContain('never');
  });

  it('reports annotations and summaries', async () => {
    const run = await runFiles({
      [WORKFLOW]: singleJob(
        `      - run: |\n          echo "::error file=a.yml,line=3,col=7,title=T::bad%0Aworse"\n          echo "# Done" >> "$GITHUB_STEP_SUMMARY"`,
      ),
    });
    expect(run.annotations).toEqual([
      { level: 'error', file: 'a.yml', line: '3', column: '7', title: 'T', message: 'bad\nworse' },
    ]);
    expect(run.summaries).toEqual(['# Done\n']);
  });
});

describe('jobs', () => {
  const jobs = (body: string): string => `on: workflow_dispatch\njobs:\n${body}`;
  const job = (id: string, keys: string, script: string): string =>
    `  ${id}:\n    runs-on: ubuntu-latest\n${keys}    steps:\n      - id: s\n        run: ${script}\n`;

  it('run in the order of their needs and see their outputs', async () => {
    const second = job(
      'second',
      '    needs: first\n',
      'echo "from ${{ needs.first.outputs.value }} ${{ needs.first.result }}"',
    );
    const first = job(
      'first',
      '    outputs: { value: "${{ steps.s.outputs.v }}" }\n',
      'echo "v=7" >> "$GITHUB_OUTPUT"',
    );
    const run = await runFiles({ [WORKFLOW]: jobs(second + first) });
    expect(run.lines).toContain('from 7 success');
  });

  it('are skipped after a failed ancestor, unless they ask for always()', async () => {
    const run = await runFiles({
      [WORKFLOW]: jobs(
        job('a', '', 'exit 1') +
          job('b', '    needs: a\n', 'echo b') +
          job('c', '    needs: b\n    if: always()\n', 'echo c'),
      ),
    });
    expect(run.jobs).toEqual({ a: 'failure', b: 'skipped', c: 'success' });
    expect(run.conclusion).toBe('failure');
  });

  it('drop outputs that hold a masked value', async () => {
    const first = job(
      'first',
      '    outputs: { value: "${{ steps.s.outputs.v }}" }\n',
      'echo "::add-mask::hush" && echo "v=hush" >> "$GITHUB_OUTPUT"',
    );
    const second = job('second', '    needs: first\n', 'echo "[${{ needs.first.outputs.value }}]"');
    const run = await runFiles({ [WORKFLOW]: jobs(first + second) });
    expect(run.lines).toEqual(
      expect.arrayContaining(['[]', "Warning: Skip output 'value' since it may contain secret."]),
    );
  });

  it.each([true, false])('wait for the approval of their environment (%s)', async (approved) => {
    const asked: string[] = [];
    const run = await runFiles(
      { [WORKFLOW]: jobs(job('gated', '    environment: prod\n', 'echo in')) },
      { approve: (environment) => (asked.push(environment), Promise.resolve(approved)) },
    );
    expect(asked).toEqual(['prod']);
    expect(run.lines.includes('in')).toBe(approved);
    expect(run.conclusion).toBe(approved ? 'success' : 'failure');
  });
});

describe('OIDC', () => {
  const oidc = (): Promise<{ requestUrl: string; requestToken: string }> =>
    Promise.resolve({ requestUrl: 'http://issuer', requestToken: 't' });
  const show = '      - run: echo "url=[$ACTIONS_ID_TOKEN_REQUEST_URL]"';

  it('is offered only to a job that is granted id-token: write', async () => {
    const granted = await runFiles({ [WORKFLOW]: singleJob(show, '    permissions: { id-token: write }\n') }, { oidc });
    const refused = await runFiles({ [WORKFLOW]: singleJob(show) }, { oidc });
    expect(granted.lines).toContain('url=[http://issuer]');
    expect(refused.lines).toContain('url=[]');
  });

  it('tells the issuer who the job is', async () => {
    const seen: unknown[] = [];
    await runFiles(
      { [WORKFLOW]: singleJob(show, '    environment: dev\n    permissions: { id-token: write }\n') },
      { oidc: (identity) => (seen.push(identity), oidc()) },
    );
    expect(seen).toEqual([
      expect.objectContaining({
        repository: 'contoso/chat',
        environment: 'dev',
        jobWorkflowRef: 'contoso/chat/.github/workflows/main.yml@refs/heads/main',
      }),
    ]);
  });
});

describe('actions', () => {
  const nodeAction = {
    'actions/greet/action.yml': `name: greet\ndescription: d\ninputs:\n  who: { description: d, default: world }\nruns: { using: node24, main: main.js, post: post.js }\n`,
    'actions/greet/main.js': `const fs = require('fs'); console.log('hi ' + process.env.INPUT_WHO + ' on ' + process.version.split('.')[0]); fs.appendFileSync(process.env.GITHUB_OUTPUT, 'name=' + process.env.INPUT_WHO + '\\n'); fs.appendFileSync(process.env.GITHUB_STATE, 'kept=yes\\n');`,
    'actions/greet/post.js': `console.log('bye ' + process.env.STATE_kept);`,
  };
  const composite = {
    'actions/chain/action.yml': `name: chain\ndescription: d\ninputs:\n  who: { description: d, required: true }\noutputs:\n  name: { description: d, value: "\${{ steps.g.outputs.name }}" }\nruns:\n  using: composite\n  steps:\n    - id: g\n      uses: $/actions/greet\n      with: { who: "\${{ inputs.who }}!" }\n`,
  };

  it('run on Node 24 with inputs, defaults, state and a post step', async () => {
    const run = await runFiles({
      ...nodeAction,
      [WORKFLOW]: singleJob(`      - uses: $/actions/greet\n      - run: echo between`),
    });
    expect(run.lines.filter((line) => /^(hi|bye|between)/.test(line))).toEqual([
      'hi world on v24',
      'between',
      'bye yes',
    ]);
  });

  it('nest through a composite action', async () => {
    const steps = `      - id: c\n        uses: $/actions/chain\n        with: { who: ada }\n      - run: echo "out \${{ steps.c.outputs.name }}"`;
    const run = await runFiles({ ...nodeAction, ...composite, [WORKFLOW]: singleJob(steps) });
    expect(run.lines).toEqual(expect.arrayContaining(['hi ada! on v24', 'out ada!']));
  });

  it('warn of an input they do not have', async () => {
    const run = await runFiles({
      ...nodeAction,
      [WORKFLOW]: singleJob(`      - uses: $/actions/greet\n        with: { whom: x }`),
    });
    expect(run.annotations).toEqual([
      expect.objectContaining({ level: 'warning', message: "Unexpected input(s) 'whom', valid inputs are ['who']" }),
    ]);
  });

  it('of unknown repositories are refused by name', async () => {
    const run = await runFiles({ [WORKFLOW]: singleJob(`      - uses: azure/login@v3`) });
    expect(run.conclusion).toBe('failure');
    expect(run.annotations[0]?.message).toContain('azure/login@v3');
  });
});

describe('reusable workflows', () => {
  const callee = `on:\n  workflow_call:\n    inputs:\n      colour: { type: string, default: green }\n      loud: { type: boolean, default: false }\n    outputs:\n      said: { value: "\${{ jobs.inner.outputs.said }}" }\npermissions: {}\njobs:\n  inner:\n    runs-on: ubuntu-latest\n    permissions: { id-token: write }\n    outputs: { said: "\${{ steps.s.outputs.said }}" }\n    steps:\n      - id: s\n        run: echo "said=\${{ inputs.colour }}/\${{ inputs.loud }}" >> "$GITHUB_OUTPUT"\n`;
  const caller = (keys: string): string =>
    `on: workflow_dispatch\npermissions: {}\njobs:\n  call:\n    uses: $/.github/workflows/callee.yml\n${keys}  after:\n    needs: call\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo "said \${{ needs.call.outputs.said }}"\n`;
  const files = (keys: string): Record<string, string> => ({
    [WORKFLOW]: caller(keys),
    '.github/workflows/callee.yml': callee,
  });

  it('take inputs and give outputs', async () => {
    const run = await runFiles(files('    permissions: { id-token: write }\n    with: { colour: blue, loud: true }\n'));
    expect(run.lines).toContain('said blue/true');
    expect(run.jobs).toEqual({ 'call / inner': 'success', call: 'success', after: 'success' });
  });

  it('may not ask for more than their caller grants', async () => {
    await expect(runFiles(files(''))).rejects.toThrow(
      "The nested job 'call / inner' is requesting 'id-token: write', but is only allowed 'id-token: none'.",
    );
  });

  it.each([
    ['    with: { color: red }\n', "unknown input 'color'"],
    ['    with: { loud: shout }\n', "input 'loud' must be a boolean"],
  ])('refuse wrong inputs: %s', async (keys, message) => {
    await expect(runFiles(files(`    permissions: { id-token: write }\n${keys}`))).rejects.toThrow(message);
  });

  it('may live in another repository, where `$/` is theirs and `./` is the workspace', async () => {
    const platform = await mkdtemp(join(tmpdir(), 'platform-'));
    await writeFiles(platform, {
      '.github/workflows/callee.yml': callee.replace(
        '      - id: s\n',
        '      - uses: $/actions/mark\n      - id: s\n',
      ),
      'actions/mark/action.yml':
        'name: mark\ndescription: d\nruns:\n  using: composite\n  steps:\n    - { run: echo platform action, shell: bash }\n',
    });
    const run = await runFiles(
      {
        [WORKFLOW]: caller('    permissions: { id-token: write }\n').replace(
          '$/.github/workflows/callee.yml',
          `org/platform/.github/workflows/callee.yml@v1`,
        ),
      },
      {
        repositories: {
          'org/platform': { slug: 'org/platform', ref: 'refs/tags/v1', sha: 'b'.repeat(40), directory: platform },
        },
      },
    );
    expect(run.lines).toEqual(expect.arrayContaining(['platform action', 'said green/false']));
  });
});

describe('refusals', () => {
  it.each([
    ['an unknown key', 'on: workflow_dispatch\njobs:\n  a:\n    runs-on: x\n    stepz: []\n', /stepz/],
    [
      'an unknown need',
      'on: workflow_dispatch\njobs:\n  a:\n    needs: b\n    runs-on: x\n    steps: [{ run: x }]\n',
      /b/,
    ],
    ['a matrix', singleJob('      - run: x', '    strategy: { matrix: { a: [1] } }\n'), /not supported here: strategy/],
    ['an unknown context', singleJob('      - run: x', '    env: { A: "${{ gihub.ref }}" }\n'), /gihub/],
  ])('%s', async (_name, workflow, message) => {
    await expect(runFiles({ [WORKFLOW]: workflow })).rejects.toThrow(message);
  });

  it('lists what is wrong with dispatch inputs', async () => {
    const workflow =
      'on:\n  workflow_dispatch:\n    inputs:\n      mode: { type: choice, options: [plan, apply], required: true }\njobs:\n  a: { runs-on: x, steps: [{ run: x }] }\n';
    await expect(runFiles({ [WORKFLOW]: workflow }, { inputs: { mode: 'go', x: 1 } })).rejects.toThrow(
      /unknown input 'x'.*input 'mode' must be one of plan, apply/,
    );
  });
});

describe('cancellation', () => {
  it('interrupts the running step, skips the rest, and runs always()', async () => {
    const abort = new AbortController();
    const run = await runFiles(
      {
        'actions/wait/action.yml': 'name: wait\ndescription: d\nruns: { using: node24, main: main.js }\n',
        'actions/wait/main.js': `process.on('SIGINT', () => { console.log('interrupted'); process.exit(130); }); setInterval(() => {}, 1000); console.log('waiting');`,
        [WORKFLOW]: singleJob(
          `      - uses: $/actions/wait\n      - run: echo never\n      - if: always()\n        run: echo tidy`,
        ),
      },
      {
        signal: abort.signal,
        onLine: (line) => {
          lines.push(line);
          if (line === 'waiting') abort.abort();
        },
      },
    );
    expect(run.conclusion).toBe('cancelled');
    expect(lines).toEqual(expect.arrayContaining(['interrupted', 'tidy']));
    expect(lines).not.toContain('never');
  });
  const lines: string[] = [];
});
