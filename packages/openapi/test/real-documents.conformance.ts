import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parseDocument, prepare } from '../src/index.ts';

/** Published documents that lie beside the repository where it is developed; the project holds no copy of them. */
const SPECS = new URL('../../../../shared/specs/', import.meta.url);

describe('published documents', () => {
  it.each([
    ['azure-openai-v1.json', 60],
    ['openai.yaml', 288],
  ])('%s is prepared whole', async (file, count) => {
    const prepared = prepare(await parseDocument(readFileSync(new URL(file, SPECS), 'utf8'), file));
    expect(prepared.operations).toHaveLength(count);
    expect(new Set(prepared.operations.map(({ name }) => name)).size).toBe(count);
  });
});
