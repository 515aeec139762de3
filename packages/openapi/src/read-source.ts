import { open, realpath, type FileHandle } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { decodeDocument } from './decode.ts';
import { messageOf, OpenApiError } from './mistakes.ts';

/** Documents up to this size are read, and no byte more: the largest published ones have 10 MB. */
export const MAX_SOURCE_BYTES = 20 * 1024 * 1024;
const MAX_REDIRECTS = 5;

/** What an https address answered; the body cut off after `maxBytes` + 1 bytes. */
export interface FetchAnswer {
  readonly status: number;
  /** Of a redirect. */
  readonly location?: string | undefined;
  readonly body: Uint8Array;
}

/** Gets an https URL without following redirects; the caller knows its proxy and its timeout. Throws where no answer comes. */
export type Fetch = (url: string, maxBytes: number) => Promise<FetchAnswer>;

/** A text that was read, and the address under which everybody who means it finds it. */
export interface SourceText {
  /** `file:` or `https:`, after links and redirects. */
  readonly url: string;
  readonly text: string;
}

/** Reads a file or an https address. `name`: what the user calls it. Throws `OpenApiError`. */
export async function readSource(url: URL, name: string, fetch: Fetch): Promise<SourceText> {
  try {
    if (url.protocol === 'file:') return await readFile(url, name);
    if (url.protocol === 'https:') return await fetchFollowing(url, name, fetch);
  } catch (error) {
    if (error instanceof OpenApiError) throw error;
    throw refusal(name, `cannot be read: ${messageOf(error)}`);
  }
  throw refusal(
    name,
    `has the scheme '${url.protocol}'; a file or an https address is read, so that nobody can change it on its way`,
  );
}

async function readFile(url: URL, name: string): Promise<SourceText> {
  const path = await realpath(fileURLToPath(url));
  await using file = await open(path);
  return { url: new URL(`file://${encodePath(path)}`).href, text: decodeDocument(await readLimited(file, name), name) };
}

async function readLimited(file: FileHandle, name: string): Promise<Uint8Array> {
  const stat = await file.stat();
  if (stat.isDirectory()) throw refusal(name, 'is a folder; a file is expected');
  if (stat.size > MAX_SOURCE_BYTES) throw tooLarge(name, `has ${megabytes(stat.size)}`);
  const bytes = await file.readFile();
  if (bytes.length > MAX_SOURCE_BYTES) throw tooLarge(name, `has ${megabytes(bytes.length)}`);
  return bytes;
}

async function fetchFollowing(url: URL, name: string, fetch: Fetch): Promise<SourceText> {
  let target = url;
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const { status, location, body } = await fetch(target.href, MAX_SOURCE_BYTES);
    if (status >= 300 && status < 400 && location !== undefined) {
      target = redirected(target, location, name);
      continue;
    }
    if (status !== 200) throw refusal(name, `${from(url, target)}answered ${status}${hint(status)}`);
    if (body.length > MAX_SOURCE_BYTES) throw tooLarge(name, 'is larger');
    return { url: target.href, text: decodeDocument(body, name) };
  }
  throw refusal(name, `redirects more than ${MAX_REDIRECTS} times; use the address of the document itself`);
}

function redirected(from: URL, location: string, name: string): URL {
  const target = new URL(location, from);
  if (target.protocol === 'https:') return target;
  throw refusal(name, `redirects to ${target.href}, which is not https; use the https address of the document itself`);
}

function from(url: URL, target: URL): string {
  return url.href === target.href ? '' : `redirects to ${target.href}, which `;
}

function hint(status: number): string {
  if (status === 404) return ': there is no such document; correct the address';
  return status === 401 || status === 403 ? ': it wants a sign-in; use a public address or a file' : '';
}

function tooLarge(name: string, what: string): OpenApiError {
  return refusal(
    name,
    `${what}, and at most ${megabytes(MAX_SOURCE_BYTES)} are read: API Management takes 4 MB; cut the document down to the API that is wanted`,
  );
}

function refusal(source: string, text: string): OpenApiError {
  return new OpenApiError([{ source, text }]);
}

function megabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}

function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}
