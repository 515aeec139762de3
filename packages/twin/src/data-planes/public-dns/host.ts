import { json, INTERNET, type TwinHost, type TwinResponse } from '../../kernel/http.ts';
import type { World } from '../../kernel/world.ts';
import { publicAlias, publicTexts, resolveHost } from '../network/index.ts';

const HOST = 'dns.google';
const TYPES: Readonly<Record<string, number>> = { A: 1, CNAME: 5, TXT: 16 };
const NO_SUCH_NAME = 3;
/** Seconds that an answer may be kept. */
const TTL = 300;

/** Public DNS as Google serves it over HTTPS (developers.google.com/speed/public-dns/docs/doh/json): what the internet sees. */
export function publicDnsHost(world: World): TwinHost {
  return { name: 'Public DNS', serves: (host) => host === HOST, handle: ({ url }) => answer(world, url) };
}

function answer(world: World, { pathname, searchParams }: URL): TwinResponse {
  if (pathname !== '/resolve') return { status: 404, body: 'Not Found' };
  const name = (searchParams.get('name') ?? '').toLowerCase().replace(/\.$/, '');
  const asked = (searchParams.get('type') ?? 'A').toUpperCase();
  const type = TYPES[asked] ?? Number(asked);
  if (name === '' || !Object.values(TYPES).includes(type)) return { status: 400, body: 'Invalid query' };
  const data = recordsOf(world, name, type);
  return json(200, {
    Status: data.length === 0 ? NO_SUCH_NAME : 0,
    TC: false,
    RD: true,
    RA: true,
    AD: false,
    CD: false,
    Question: [{ name: `${name}.`, type }],
    ...(data.length === 0 ? {} : { Answer: data.map((text) => ({ name: `${name}.`, type, TTL, data: text })) }),
  });
}

function recordsOf(world: World, name: string, type: number): readonly string[] {
  if (type === TYPES['A']) return resolveHost(world, INTERNET, name);
  if (type === TYPES['TXT']) return publicTexts(world, name);
  const alias = publicAlias(world, name);
  return alias === undefined ? [] : [`${alias}.`];
}
