import { parseCommand } from './commands.ts';
import type { Repository, RepositoryMap } from './references.ts';
import type { Conclusion } from './model.ts';

/** Who a job is, for the OIDC token it may ask for. */
export interface JobIdentity {
  readonly repository: string;
  readonly ref: string;
  readonly sha: string;
  readonly eventName: string;
  readonly actor: string;
  readonly workflow: string;
  readonly runId: string;
  readonly environment?: string;
  /** `owner/name/.github/workflows/file.yml@ref` of the file that holds the job. */
  readonly jobWorkflowRef: string;
}

/** Where a job can ask for its OIDC token: the two variables GitHub's runner sets. */
export interface OidcEndpoint {
  readonly requestUrl: string;
  readonly requestToken: string;
}

/** What runs, with which values, and who is told. */
export interface RunOptions {
  /** The repository whose workflow runs; its directory is also the workspace of `actions/checkout`. */
  readonly repository: Repository;
  /** Relative to the repository: `.github/workflows/deploy.yml`. */
  readonly workflow: string;
  readonly inputs: Readonly<Record<string, unknown>>;
  readonly repositories?: RepositoryMap;
  /** Configuration variables (`vars`), for every environment alike. */
  readonly variables?: Readonly<Record<string, string>>;
  readonly secrets?: Readonly<Record<string, string>>;
  /** Variables of every process, in addition to those that GitHub's runner sets. */
  readonly processEnvironment: Readonly<Record<string, string>>;
  /** Holds `RUNNER_TEMP`, artifacts and command files; made if absent. */
  readonly directory: string;
  /** Called only for a job that is granted `id-token: write`. Absent: no job gets OIDC variables. */
  readonly oidc?: (identity: JobIdentity) => Promise<OidcEndpoint>;
  /** Asked before a job with an environment starts; default: approved. */
  readonly approve?: (environment: string, jobId: string) => Promise<boolean>;
  readonly signal?: AbortSignal;
  readonly onLine: (line: string) => void;
  readonly onStep?: (step: StepReport) => void;
}

/** Told when a step is over. */
export interface StepReport {
  readonly job: string;
  readonly name: string;
  readonly conclusion: Conclusion;
  /** Real milliseconds. */
  readonly durationMs: number;
}

/** An `::error::`, `::warning::` or `::notice::` of a process; the members are GitHub's. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice';
  readonly message: string;
  readonly file?: string;
  readonly line?: string;
  readonly column?: string;
  readonly title?: string;
}

/** What a whole run shares: options, masks, annotations, summaries. */
export class Session {
  readonly options: RunOptions;
  readonly annotations: Annotation[] = [];
  readonly summaries: string[] = [];
  readonly #masks = new Set<string>();
  #stopToken: string | undefined;

  constructor(options: RunOptions) {
    this.options = options;
    Object.values(options.secrets ?? {}).forEach((secret) => {
      this.mask(secret);
    });
  }

  get cancelled(): boolean {
    return this.options.signal?.aborted === true;
  }

  mask(value: string): void {
    for (const line of value.split(/\r?\n/)) if (line.trim() !== '') this.#masks.add(line);
  }

  /** GitHub drops an output between jobs when it holds a masked value. */
  holdsMask(value: string): boolean {
    return [...this.#masks].some((mask) => value.includes(mask));
  }

  log(line: string): void {
    this.options.onLine(this.hide(line));
  }

  /** Replaces every masked value. */
  hide(text: string): string {
    let shown = text;
    for (const mask of this.#masks) shown = shown.replaceAll(mask, '***');
    return shown;
  }

  /** Takes one line of a process: executes workflow commands, prints the rest. */
  processLine(line: string): void {
    const command = parseCommand(line);
    if (this.#stopToken !== undefined) {
      if (command?.name === this.#stopToken) this.#stopToken = undefined;
      else this.log(line);
      return;
    }
    switch (command?.name) {
      case undefined:
        this.log(line);
        return;
      case 'add-mask':
        this.mask(command.message);
        return;
      case 'stop-commands':
        this.#stopToken = command.message.toLowerCase();
        return;
      case 'error':
      case 'warning':
      case 'notice': {
        const { file, line: atLine, col, title } = command.properties;
        this.annotations.push({
          level: command.name,
          message: this.hide(command.message),
          ...(file === undefined ? {} : { file }),
          ...(atLine === undefined ? {} : { line: atLine }),
          ...(col === undefined ? {} : { column: col }),
          ...(title === undefined ? {} : { title }),
        });
        this.log(
          `${command.name === 'error' ? 'Error' : command.name === 'warning' ? 'Warning' : 'Notice'}: ${command.message}`,
        );
        return;
      }
      case 'debug':
        return;
      case 'group':
        this.log(`> ${command.message}`);
        return;
      case 'endgroup':
        return;
      default:
        this.log(line);
    }
  }
}
