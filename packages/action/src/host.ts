import {
  debug,
  endGroup,
  error,
  info,
  notice,
  setOutput,
  setSecret,
  startGroup,
  summary,
  warning,
} from '@actions/core';
import type { Mistake } from './errors.ts';

/** Where a run's words go: GitHub's runner, or a terminal. */
export interface Host {
  readonly env: NodeJS.ProcessEnv;
  info(line: string): void;
  debug(line: string): void;
  /** Annotations; GitHub keeps ten of a kind for each step. */
  error(mistake: Mistake, title?: string): void;
  warning(message: string): void;
  notice(message: string): void;
  startGroup(title: string): void;
  endGroup(): void;
  /** Masks a secret in everything written from now on. */
  mask(secret: string): void;
  output(name: string, value: string): void;
  summary(markdown: string): Promise<void>;
}

/** GitHub drops a summary of more than 1 MiB as a whole (facts/workflows.md, section 3). */
const SUMMARY_LIMIT = 1024 * 1024 - 1024;

/** The runner that started this process, through its own commands and files. */
export function githubHost(env: NodeJS.ProcessEnv): Host {
  return {
    env,
    info,
    debug,
    error: ({ message, file, line, column }, title) => {
      error(message, {
        ...(title === undefined ? {} : { title }),
        ...(file === undefined ? {} : { file }),
        ...(line === undefined ? {} : { startLine: line }),
        ...(column === undefined ? {} : { startColumn: column }),
      });
    },
    warning: (message) => {
      warning(message);
    },
    notice: (message) => {
      notice(message);
    },
    startGroup,
    endGroup,
    mask: setSecret,
    output: (name, value) => {
      // Without GITHUB_OUTPUT, at a laptop, @actions/core would print the runner's old command syntax.
      if (env['GITHUB_OUTPUT']) setOutput(name, value);
      else info(`${name}=${value}`);
    },
    summary: async (markdown) => {
      if (env['GITHUB_STEP_SUMMARY']) await summary.addRaw(limited(markdown), true).write();
    },
  };
}

function limited(markdown: string): string {
  if (Buffer.byteLength(markdown) <= SUMMARY_LIMIT) return markdown;
  const kept = Buffer.from(markdown).subarray(0, SUMMARY_LIMIT).toString('utf8');
  return `${kept.slice(0, kept.lastIndexOf('\n'))}\n\nShortened; the JSON report has everything.\n`;
}
