import type { Place } from '../../kernel/http.ts';
import type { World } from '../../kernel/world.ts';
import { databaseProblem } from './database.ts';
import { demandedFailure } from './migration-rules.ts';
import { schemaOf, setSchema } from './schema.ts';
import type { OpenWebUiSettings } from './settings.ts';
import { compareVersions, raisesFailedMigrations, schemaVersion } from './versions.ts';

/** What came of bringing a database to the schema of a version. */
export interface Migration {
  /** What the program writes. */
  readonly lines: readonly string[];
  /** Whether the process ends with an error. */
  readonly raises: boolean;
  /** Moves the schema; absent where it stays as it is. */
  readonly apply?: () => void;
}

/**
 * Imports `open_webui.config`, which migrates where it is switched on (facts/openwebui.md section 3.3). PostgreSQL runs
 * a migration in a transaction, so one that fails leaves the schema as it was.
 */
export function importConfig(world: World, place: Place, settings: OpenWebUiSettings): Migration {
  if (!settings.flag('ENABLE_DB_MIGRATIONS', true)) return { lines: [], raises: false };
  const { database, version } = settings;
  // A SQLite file ends with its container: it is made new at each start.
  if (database === undefined) return { lines: ['Running migrations'], raises: false };
  const problem = databaseProblem(world, place, settings);
  if (problem !== undefined) return failed(version, `(psycopg2.OperationalError) ${problem}`);
  const from = schemaOf(world, database);
  if (from !== undefined && compareVersions(from, version) > 0)
    return failed(version, `Can't locate revision identified by '${from}'`);
  const failure = demandedFailure(world, database, schemaVersion(version));
  if (failure !== undefined) return failed(version, failure);
  const to = schemaVersion(version);
  const step = from === to ? [] : [`INFO  [alembic.runtime.migration] Running upgrade ${from ?? ''} -> ${to}`];
  return {
    lines: ['Running migrations', 'INFO  [alembic.runtime.migration] Context impl PostgresqlImpl.', ...step],
    raises: false,
    apply: () => {
      setSchema(world, database, version);
    },
  };
}

function failed(version: string, reason: string): Migration {
  const raises = raisesFailedMigrations(version);
  const trace = raises ? ['Traceback (most recent call last):', '  File "<string>", line 1, in <module>'] : [];
  return {
    lines: ['Running migrations', `Error running migrations: ${reason}`, ...trace, ...(raises ? [reason] : [])],
    raises,
  };
}
