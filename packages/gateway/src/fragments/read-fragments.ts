import { readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type { Environment, FragmentPlace, FragmentSection, Names } from '@lz/config';
import { backendIds } from '../desired/backends.ts';
import { namedValueId } from '../desired/named-values.ts';
import type { Fragment } from '../desired/resource.ts';

/** API Management takes no larger fragment. */
export const MOST_BYTES = 32 * 1024;

/** A file with a fragment, and where it is included. */
export interface FragmentFile {
  readonly file: string;
  readonly section: FragmentSection;
  readonly place: FragmentPlace;
}

/** The files of an environment, in the order of a request. */
export function fragmentFiles({ api }: Pick<Environment, 'api'>): readonly FragmentFile[] {
  return (['inbound', 'outbound', 'onError'] as const).flatMap((section) =>
    (['before', 'after'] as const).flatMap((place) =>
      api.fragments[section][place].map((file) => ({ file, section, place })),
    ),
  );
}

/** The fragments of an environment as the gateway gets them. Throws where a file cannot be read: see `checkFragments`. */
export function readFragments(environment: Environment, names: Names): readonly Fragment[] {
  return fragmentFiles(environment).map(({ file, section, place }) => ({
    file,
    section,
    place,
    id: `${names.gateway.apiId}--${basename(file, '.xml')}`,
    text: asDeployed(readText(file), environment, names),
  }));
}

/** The text of a file. Throws an Error in words for people. */
export function readText(file: string): string {
  const { size } = statSync(file);
  if (size > MOST_BYTES) throw new Error(`the fragment is ${size} bytes long; API Management takes ${MOST_BYTES}`);
  return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)).replace(/^\uFEFF/, '');
}

/** Backends that a fragment may name, with what the gateway calls each. */
export function knownBackends({ api }: Pick<Environment, 'api'>, names: Names): ReadonlyMap<string, string> {
  const ids = backendIds(names);
  const isPool = api.backends.length > 0;
  return new Map([
    ['own', isPool ? ids.member : ids.own],
    ...(isPool ? [['pool', ids.pool] as const] : []),
    ...api.backends.map(({ name }) => [name, ids.further(name)] as const),
  ]);
}

/** Names are one space for all spokes of a gateway, so that each has its own there, whatever a fragment calls them. */
function asDeployed(text: string, environment: Environment, names: Names): string {
  const backends = knownBackends(environment, names);
  return text
    .replaceAll(/\{\{\s*([A-Za-z0-9._-]+)\s*\}\}/g, (whole, name: string) =>
      Object.hasOwn(environment.api.namedValues, name) ? `{{${namedValueId(names, name)}}}` : whole,
    )
    .replaceAll(/\b(backend-id\s*=\s*")([^"]+)"/g, (whole, start: string, name: string) =>
      backends.has(name) ? `${start}${backends.get(name) ?? name}"` : whole,
    );
}
