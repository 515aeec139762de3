import { spawnSync } from 'node:child_process';
import { appendFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createWorkingCopy, type WorkingCopy } from './working-copy.ts';

let copy: WorkingCopy;
beforeAll(() => {
  copy = createWorkingCopy();
});
afterAll(() => {
  copy[Symbol.dispose]();
});

interface Outcome {
  readonly status: number | null;
  readonly output: string;
}

/** Runs one check of scripts/check-generated.ts in the copy. */
function check(name: string): Outcome {
  const args = ['scripts/check-generated.ts', '--only', name];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { cwd: copy.folder, encoding: 'utf8' });
  return { status, output: stdout + stderr };
}

/** Changes a file of the copy, runs `work`, and puts the file back. */
function withChange<T>(file: string, change: (text: string) => string, work: () => T): T {
  const path = join(copy.folder, file);
  const before = readFileSync(path, 'utf8');
  const after = change(before);
  if (after === before) throw new Error(`nothing changed in ${file}`);
  writeFileSync(path, after);
  try {
    return work();
  } finally {
    writeFileSync(path, before);
  }
}

interface Change {
  readonly check: string;
  readonly what: string;
  readonly file: string;
  readonly change: (text: string) => string;
  /** The file that is stale then, or what else the check says. */
  readonly stale: string;
}

const changes: readonly Change[] = [
  {
    check: 'action files',
    what: 'an input edited in action.yml',
    file: 'actions/deploy-hub/action.yml',
    change: (text) => text.replace('required: true', 'required: false'),
    stale: 'actions/deploy-hub/action.yml',
  },
  {
    check: 'action files',
    what: 'a row edited in a README',
    file: 'actions/deploy-spoke/README.md',
    change: (text) => text.replace('| `config`', '| `configuration`'),
    stale: 'actions/deploy-spoke/README.md',
  },
  {
    check: 'action files',
    what: 'a definition changed alone',
    file: 'actions/smoke-test/src/definition.ts',
    change: (text) => text.replace("title: 'Smoke test'", "title: 'Smoke tests'"),
    stale: 'actions/smoke-test/action.yml',
  },
  {
    check: 'environment file page',
    what: 'the page edited',
    file: 'docs/environment-file.md',
    change: (text) => `${text}\n`,
    stale: 'docs/environment-file.md',
  },
  {
    check: 'environment file page',
    what: 'the schema changed alone',
    file: 'packages/config/environment.schema.json',
    change: (text) => text.replace('"description": "', '"description": "Really: '),
    stale: 'docs/environment-file.md',
  },
  {
    check: 'environment file validator',
    what: 'the validator edited',
    file: 'packages/config/src/schema-validator.generated.js',
    change: (text) => `${text}\n`,
    stale: 'schema-validator.generated.js',
  },
  {
    check: 'environment file validator',
    what: 'the schema changed alone',
    file: 'packages/config/environment.schema.json',
    change: (text) => text.replace(/"maxLength": (\d+)/, '"maxLength": 1$1'),
    stale: 'schema-validator.generated.js',
  },
  {
    check: 'provider rules',
    what: 'the page edited',
    file: 'docs/provider-rules.md',
    change: (text) => text.replace('| sent |', '| done |'),
    stale: 'docs/provider-rules.md',
  },
  {
    check: 'provider rules',
    what: 'a rule changed alone',
    file: 'packages/twin/src/providers/key-vault/vaults.ts',
    change: (text) => text.replace("'vault-sku'", "'vault-tier'"),
    stale: "The rule 'vault-tier' has no case",
  },
  {
    check: 'reachability',
    what: 'the page edited',
    file: 'docs/reachability.md',
    change: (text) => text.replace('refused', 'reachable'),
    stale: 'docs/reachability.md',
  },
  {
    check: 'queries of usage',
    what: 'the workbook edited',
    file: 'bicep/modules/usage/workbook.json',
    change: (text) => text.replace('sum(Cost)', 'max(Cost)'),
    stale: 'bicep/modules/usage/workbook.json',
  },
  {
    check: 'queries of usage',
    what: 'a query changed alone',
    file: 'packages/templates/src/usage/queries.ts',
    change: (text) => text.replace('/ 1000000', '/ 1000'),
    stale: 'bicep/modules/usage/token-cost-pace.kql',
  },
  {
    check: 'queries of usage',
    what: 'a query of the page edited',
    file: 'docs/metrics.md',
    change: (text) => text.replace('| sort by TotalTokens desc', '| sort by TotalTokens asc'),
    stale: 'docs/metrics.md',
  },
  {
    check: 'security baseline',
    what: 'the page edited',
    file: 'docs/security-baseline.md',
    change: (text) => text.replace('| suppressed |', '| met |'),
    stale: 'docs/security-baseline.md',
  },
  {
    check: 'security baseline',
    what: 'a suppression taken away',
    file: 'bicep/modules/waf-policy.bicep',
    change: (text) => text.replace(/.*baseline: .*\n.*\n/, ''),
    stale: 'Azure.AppGwWAF.Exclusions is not met by waf-contoso-dev (example)',
  },
  {
    check: 'security baseline',
    what: 'a property of a template broken',
    file: 'bicep/spoke/main.json',
    change: (text) => text.replace('"allowSharedKeyAccess": false', '"allowSharedKeyAccess": true'),
    stale: 'Azure.Storage.LocalAuth is not met by',
  },
  {
    check: 'cost page',
    what: 'the page edited',
    file: 'docs/cost.md',
    change: (text) => `${text}\n`,
    stale: 'docs/cost.md',
  },
  {
    check: 'cost page',
    what: 'a price changed alone',
    file: 'packages/cost/prices.json',
    change: (text) => text.replace('"price": 0.0658', '"price": 0.0659'),
    stale: 'docs/cost.md',
  },
  {
    check: 'policy engine page',
    what: 'the page edited',
    file: 'docs/policy-engine.md',
    change: (text) => `${text}\n`,
    stale: 'docs/policy-engine.md',
  },
  {
    check: 'policy tests',
    what: 'the page edited',
    file: 'docs/policy-tests.md',
    change: (text) => text.replace('| `name` |', '| `title` |'),
    stale: 'docs/policy-tests.md',
  },
  {
    check: 'policy tests',
    what: 'the description of a test changed alone',
    file: 'policies/traffic/failed-logins.test.yml',
    change: (text) => text.replace('description: ', 'description: Really, '),
    stale: 'policies/README.md',
  },
  {
    check: 'policy tests',
    what: 'the schema changed alone',
    file: 'packages/policy-tests/policy-test.schema.json',
    change: (text) => text.replace('"maximum": 100000', '"maximum": 100001'),
    stale: 'schema-validator.generated.js',
  },
  {
    check: 'OpenAPI page',
    what: 'the page edited',
    file: 'docs/openapi.md',
    change: (text) => `${text}\n`,
    stale: 'docs/openapi.md',
  },
];

describe('checks of generated files', () => {
  it('are these', () => {
    const { status, output } = check('none of them');
    expect(status).toBe(1);
    expect(output).toContain(
      `--only takes one of: ${[...new Set(changes.map((change) => change.check)), 'action bundles'].join(', ')}`,
    );
  });

  it.each([...new Set(changes.map((change) => change.check))])('%s: pass where nothing was changed', (name) => {
    expect(check(name)).toEqual({ status: 0, output: `✓ ${name}\n` });
  });

  it.each(changes)('$check: fail on $what', ({ check: name, file, change, stale }) => {
    const { status, output } = withChange(file, change, () => check(name));
    expect(status).toBe(1);
    expect(output).toContain(stale);
  });
});

describe('check of the action bundles', () => {
  it('names what was edited, left over, missing or not rebuilt; what was built elsewhere is equal to the byte', () => {
    const dist = (action: string) => join(copy.folder, 'actions', action, 'dist');
    appendFileSync(join(dist('deploy-hub'), 'index.js'), '\n');
    writeFileSync(join(dist('smoke-test'), 'left-over.js'), '');
    const missing = readdirSync(dist('configure-apim')).find((file) => file !== 'index.js') ?? '';
    rmSync(join(dist('configure-apim'), missing));
    const { status, output } = withChange(
      'actions/import-openapi/src/definition.ts',
      (text) => text.replace(/title: '([^']+)'/, "title: '$1!'"),
      () => check('action bundles'),
    );
    const named = output.split('\n').flatMap((line) => /^ +(\S+) is not what its sources build/.exec(line)?.[1] ?? []);
    expect(status).toBe(1);
    expect(named.sort()).toEqual([
      `actions/configure-apim/dist/${missing}`,
      'actions/deploy-hub/dist/index.js',
      'actions/import-openapi/dist/index.js',
      'actions/smoke-test/dist/left-over.js',
    ]);
  });
});
