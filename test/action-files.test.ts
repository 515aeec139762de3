import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';

const script = join(import.meta.dirname, '../scripts/generate-action-files.ts');

test('action.yml and the tables of every README are what the definitions say', async () => {
  const { stderr } = await promisify(execFile)(process.execPath, [script, '--check']).catch(
    (error: unknown) => error as { stderr: string },
  );
  expect(stderr).toBe('');
});
