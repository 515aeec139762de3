import { readFile } from 'node:fs/promises';
import { formatMistakes, loadEnvironmentFile } from '@lz/config';
import type { FaultRule } from '@lz/twin';
import { InvalidArgumentError } from 'commander';
import { messageOf, Refused } from '../exit.ts';

/** An option's value as a whole number from 0 on. */
export function wholeNumber(text: string): number {
  if (!/^\d+$/.test(text)) throw new InvalidArgumentError('a whole number is expected');
  return Number(text);
}

/** An option that may be given several times. */
export function collect(value: string, before: readonly string[]): readonly string[] {
  return [...before, value];
}

/** A file of fault rules. */
export async function readFaults(file: string): Promise<readonly FaultRule[]> {
  try {
    const rules: unknown = JSON.parse(await readFile(file, 'utf8'));
    if (!Array.isArray(rules)) throw new Error('expected a list of rules');
    return rules as FaultRule[];
  } catch (error) {
    throw new Refused(`${file}: ${messageOf(error)}`);
  }
}

/** Every mistake before anything is started: nothing is asked of Azure for a file that cannot work. */
export function requireValid(file: string): void {
  const { mistakes } = loadEnvironmentFile(file);
  if (mistakes !== undefined) throw new Refused(formatMistakes(mistakes));
}
