import { basename } from 'node:path';
import type { Names } from '@lz/config';
import { API_MANAGEMENT_VERSION, type DesiredResource, type Fragment } from './resource.ts';

/** One entity for each file, however often it is included. */
export function desiredFragments({ hub }: Names, fragments: readonly Fragment[]): readonly DesiredResource[] {
  const byId = new Map(fragments.map((fragment) => [fragment.id, fragment]));
  return [...byId.values()].map(({ id, file, text }) => ({
    title: `policy fragment ${id}`,
    id: `${hub.apimId}/policyFragments/${id}`,
    apiVersion: API_MANAGEMENT_VERSION,
    policy: true,
    properties: { format: 'rawxml', value: text, description: `From the file ${basename(file)} of the environment.` },
  }));
}
