import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

/** Microsoft's own parser and binder of Kusto, as far as it is used here. It is compiled from C#. */
export interface KustoLanguage {
  readonly Symbols: { readonly TableSymbol: { From(schema: string): { WithName(name: string): object } } };
  readonly GlobalState: {
    readonly Default: {
      readonly Database: { AddMembers(members: readonly object[]): object };
      WithDatabase(database: object): object;
    };
  };
  readonly KustoCode: { ParseAndAnalyze(text: string, globals: object): KustoCode };
}

/** A query that was looked at. */
export interface KustoCode {
  readonly ResultType: {
    readonly Columns?: KustoList<{ readonly Name: string; readonly Type: { readonly Name: string } }>;
  } | null;
  GetDiagnostics(): KustoList<{ readonly Severity: string; readonly Message: string }>;
}

/** A list of C#. */
export interface KustoList<T> {
  readonly Count: number;
  getItem(index: number): T;
}

const PACKAGE = '@kusto/language-service-next';
const VERSION = '12.4.1';
const folder = join(import.meta.dirname, '../../.lz/kusto-language');

/** Loads it, fetched once into a folder of its own: 31 MB that nobody needs but this comparison. */
export function kustoLanguage(): KustoLanguage {
  const place = join(folder, 'node_modules', PACKAGE);
  if (!existsSync(place)) fetchPackage();
  const load = createRequire(import.meta.url);
  load(join(place, 'bridge.min.js'));
  load(join(place, 'Kusto.Language.Bridge.min.js'));
  return (globalThis as unknown as { Kusto: { Language: KustoLanguage } }).Kusto.Language;
}

function fetchPackage(): void {
  const options = ['--prefix', folder, '--no-save', '--ignore-scripts', '--no-audit', '--no-fund'];
  const { status, stderr } = spawnSync('npm', ['install', ...options, `${PACKAGE}@${VERSION}`], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`npm cannot fetch ${PACKAGE} ${VERSION}: ${stderr}`);
}
