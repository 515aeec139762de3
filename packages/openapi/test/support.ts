import { prepareText, type Change, type Fetch, type PreparedDocument } from '../src/index.ts';

/** Nothing is fetched in these tests. */
export const offline: Fetch = () => Promise.reject(new Error('there is no network here'));

/** A whole document around paths. */
export function documentOf(paths: object, more: object = {}): object {
  return {
    openapi: '3.0.3',
    info: { title: 't', version: '1' },
    servers: [{ url: 'https://x.example' }],
    paths,
    ...more,
  };
}

/** Prepares an object, or a text as it is. */
export async function prepareObject(
  document: object | string,
  operations: readonly string[] = [],
): Promise<PreparedDocument> {
  const text = typeof document === 'string' ? document : JSON.stringify(document);
  return await prepareText(text, 'spec', { fetch: offline, operations });
}

/** What a prepared document holds. */
export function contentOf({ text }: PreparedDocument): Json {
  return JSON.parse(text) as Json;
}

/** `rule pointer`, of every change. */
export function rulesOf(changes: readonly Change[]): readonly string[] {
  return changes.map(({ rule, pointer }) => `${rule} ${pointer}`);
}

/** JSON whose shape the test knows. */
export interface Json {
  readonly [key: string]: Json;
  readonly [index: number]: Json;
}
