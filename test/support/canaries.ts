import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** A secret that must be found nowhere, and how the test calls it. */
export interface Canary {
  readonly name: string;
  readonly value: string | RegExp;
}

/** A place that people or programs can read: a log, a file, an answer of ARM, a process's arguments. */
export interface Place {
  readonly name: string;
  readonly text: string;
}

/** Characters of a long secret that are enough to know it by: logs cut long lines. */
const FRAGMENT = 40;

/** Where which canary was found: `name in place`. Base64, URL encoding and fragments of long secrets count. */
export function leaks(canaries: readonly Canary[], places: readonly Place[]): readonly string[] {
  return canaries.flatMap(({ name, value }) => {
    const looks = typeof value === 'string' ? disguises(value) : [value];
    const found = places.filter(({ text }) =>
      looks.some((look) => (typeof look === 'string' ? text.includes(look) : look.test(text))),
    );
    return found.map((place) => `${name} in ${place.name}`);
  });
}

function disguises(secret: string): readonly string[] {
  if (secret.length < 8) throw new Error('too short for a canary: it would be found by chance');
  const base64 = Buffer.from(secret).toString('base64').replace(/=+$/, '').slice(0, -1);
  const middle = Math.floor(secret.length / 2);
  return [
    secret.length > 2 * FRAGMENT ? secret.slice(middle, middle + FRAGMENT) : secret,
    encodeURIComponent(secret),
    base64,
    Buffer.from(secret).toString('hex'),
  ];
}

/** Every file below a folder. */
export async function filesBelow(folder: string): Promise<readonly Place[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return await Promise.all(files.map(async (file) => ({ name: file, text: await readFile(file, 'latin1') })));
}
