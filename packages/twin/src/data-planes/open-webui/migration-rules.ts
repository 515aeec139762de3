import { perWorld } from '../../entra/per-world.ts';
import type { World } from '../../kernel/world.ts';
import { matchesGlob } from '../../server/globs.ts';

/** A migration that fails on demand, as `POST /migrations` takes it. */
export interface MigrationRule {
  /** Version that is migrated to, as a glob: `0.11.4`, `*`. Default: all. */
  readonly version?: string;
  /** `<host>/<name>` of the database, as a glob. Default: all. */
  readonly database?: string;
  /** How many migrations fail, then no more. Default: all. */
  readonly times?: number;
  /** What the database says. */
  readonly fails: string;
}

interface Installed {
  readonly rule: MigrationRule;
  hits: number;
}

const rulesOf = perWorld<Installed[]>(() => []);

const MEMBERS: Readonly<Record<string, (value: unknown) => boolean>> = {
  version: isText,
  database: isText,
  fails: isText,
  times: (value) => Number.isInteger(value) && Number(value) >= 1,
};

/** Adds rules, all or none. Throws RangeError naming the rule that is not understood. */
export function installMigrationRules(world: World, rules: readonly MigrationRule[]): void {
  for (const rule of rules) requireUnderstood(rule);
  rulesOf(world).push(...rules.map((rule) => ({ rule, hits: 0 })));
}

/** Takes every rule away. */
export function clearMigrationRules(world: World): void {
  rulesOf(world).length = 0;
}

/** What makes this migration fail, counted; undefined where no rule does. */
export function demandedFailure(world: World, database: string, version: string): string | undefined {
  const installed = rulesOf(world).find(
    ({ rule, hits }) =>
      hits < (rule.times ?? Infinity) &&
      matchesGlob(rule.version ?? '*', version) &&
      matchesGlob(rule.database ?? '*', database),
  );
  if (installed !== undefined) installed.hits += 1;
  return installed?.rule.fails;
}

function requireUnderstood(rule: unknown): void {
  const members = typeof rule === 'object' && rule !== null ? (rule as Readonly<Record<string, unknown>>) : {};
  const wrong = Object.entries(members).find(([name, value]) => MEMBERS[name]?.(value) !== true)?.[0];
  if (wrong === undefined && 'fails' in members) return;
  throw new RangeError(
    `The migration rule ${JSON.stringify(rule)} is not understood: '${wrong ?? 'fails'}' is missing, is none of ${Object.keys(MEMBERS).join(', ')}, or has a value that it cannot have.`,
  );
}

function isText(value: unknown): boolean {
  return typeof value === 'string' && value !== '';
}
