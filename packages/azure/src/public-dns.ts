import { Resolver } from 'node:dns/promises';
import { fetchText } from './fetch-text.ts';

/** Record types that are looked up. */
export type PublicRecordType = 'A' | 'TXT';

/** Numbers of the types in an answer (RFC 1035 section 3.2.2): aliases on the way stand in it, too. */
const NUMBERS: Readonly<Record<PublicRecordType, number>> = { A: 1, TXT: 16 };

/**
 * What the internet finds under a name: asked of a public resolver over HTTPS, because the resolver of this machine may
 * answer from inside a company. Where HTTPS to it is closed, this machine's own resolver is asked. Empty: no such record.
 */
export async function lookUpPublicly(
  name: string,
  type: PublicRecordType,
  env: NodeJS.ProcessEnv,
): Promise<readonly string[]> {
  try {
    const url = `https://dns.google/resolve?name=${encodeURIComponent(name)}&type=${type}`;
    const answer = JSON.parse(await fetchText(url, env)) as {
      readonly Answer?: readonly { readonly type: number; readonly data: string }[];
    };
    return (answer.Answer ?? []).filter((record) => record.type === NUMBERS[type]).map(({ data }) => unquoted(data));
  } catch {
    return await lookUpHere(name, type);
  }
}

async function lookUpHere(name: string, type: PublicRecordType): Promise<readonly string[]> {
  const resolver = new Resolver({ timeout: 2000, tries: 1 });
  const found: Promise<readonly string[]> =
    type === 'A'
      ? resolver.resolve4(name)
      : resolver.resolveTxt(name).then((texts) => texts.map((parts) => parts.join('')));
  return await found.catch(() => []);
}

/** Texts come in quotes from some resolvers, in parts from some. */
function unquoted(data: string): string {
  return data.replaceAll(/"\s*"/g, '').replaceAll(/^"|"$/g, '');
}
