import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { prepare } from '../src/index.ts';
import { offline, prepareObject } from './support.ts';

/** Published documents that lie beside the repository where it is developed; the project holds no copy of them. */
const SPECS = new URL('../../../../shared/specs/', import.meta.url);

describe('published documents', () => {
  it.each([
    ['azure-openai-v1.json', 60],
    ['openai.yaml', 288],
  ])('%s is prepared whole, under 1 MB, and nothing is left to prepare', async (file, count) => {
    const prepared = await prepare({ kind: 'file', file: fileURLToPath(new URL(file, SPECS)) }, { fetch: offline });
    expect(prepared.operations).toHaveLength(count);
    expect(new Set(prepared.operations.map(({ name }) => name)).size).toBe(count);
    expect(prepared.bytes).toBeLessThan(1_000_000);
    const again = await prepareObject(prepared.text);
    expect([again.text === prepared.text, again.changes]).toEqual([true, []]);
  });
});
