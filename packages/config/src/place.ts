import { readFileSync } from 'node:fs';
import { readYaml } from './yaml-source.ts';

/**
 * Where a JSON pointer (`/models/0/capacity`) stands in an environment file, line and column from 1; for a value that is
 * not written there, where the nearest section around it stands. The file must have been loaded before.
 */
export function placeOf(file: string, pointer: string): { file: string; line: number; column: number } {
  const path = pointer
    .split('/')
    .slice(1)
    .map((step) => (/^\d+$/.test(step) ? Number(step) : step.replaceAll('~1', '/').replaceAll('~0', '~')));
  return { file, ...readYaml(readFileSync(file, 'utf8')).positionOf(path, 'value') };
}
