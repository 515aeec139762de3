import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../twin/src/providers/api-management/openapi-import.ts';
import { prepare } from '../src/index.ts';
import { validatorOf30 } from './openapi-30.ts';
import { offline, prepareObject } from './support.ts';

/** Published documents that lie beside the repository where it is developed; the project holds no copy of them. */
const SPECS = new URL('../../../../shared/specs/', import.meta.url);

const valid30 = validatorOf30();

describe('published documents', () => {
  it.each([
    ['azure-openai-v1.json', 60],
    ['openai.yaml', 288],
  ])('%s is prepared whole, under 1 MB, and nothing is left to prepare', async (file, count) => {
    const prepared = await prepare({ kind: 'file', file: fileURLToPath(new URL(file, SPECS)) }, { fetch: offline });
    expect(prepared.operations).toHaveLength(count);
    expect(new Set(prepared.operations.map(({ name }) => name)).size).toBe(count);
    expect(prepared.bytes).toBeLessThan(1_000_000);
    expect(valid30(JSON.parse(prepared.text)), JSON.stringify(valid30.errors?.slice(0, 3))).toBe(true);
    const imported = readDocument(prepared.format, prepared.text, 'query').operations;
    expect(imported.map(({ name, properties: { method, urlTemplate } }) => ({ name, method, urlTemplate }))).toEqual(
      prepared.operations,
    );
    const again = await prepareObject(prepared.text);
    expect([again.text === prepared.text, again.changes]).toEqual([true, []]);
  });
});
