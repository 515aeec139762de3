import { debug, error, info, setOutput, setSecret, summary, warning } from '@actions/core';
import type { Mistake } from './errors.ts';

/** Where a run's words go: GitHub's runner, or a terminal. */
export interface Host {
  readonly env: NodeJS.ProcessEnv;
  info(line: string): void;
  debug(line: string): void;
  /** Annotations; GitHub keeps ten of a kind for each step. */
  error(mistake: Mistake, title?: string): void;
  warning(message: string): void;
  /** Masks a secret in everything written from now on. */
  mask(secret: string): void;
  output(name: string, value: string): void;
  summary(markdown: string): Promise<void>;
}

/** GitHub drops a summary of more than 1 MiB as a whole. */
const SUMMARY_LIMIT = 1024 * 1024 - 1024;

/** The runner that started this process, or the terminal where none did. */
export function hostOf(env: NodeJS.ProcessEnv): Host {
  return env['GITHUB_ACTIONS'] === 'true' ? runnerHost(env) : terminalHost(env);
}

/** GitHub's runner, through its own commands and files. */
function runnerHost(env: NodeJS.ProcessEnv): Host {
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
    mask: setSecret,
    output: setOutput,
    summary: async (markdown) => {
      if (env['GITHUB_STEP_SUMMARY']) await summary.addRaw(limited(markdown), true).write();
    },
  };
}

/** A terminal understands no workflow commands, and printing one that masks a secret would print the secret. */
function terminalHost(env: NodeJS.ProcessEnv): Host {
  return {
    env,
    info,
    debug: () => undefined,
    error: ({ message, file, line, column }) => {
      const place = [file, line, column].filter((part) => part !== undefined).join(':');
      info(`error: ${place === '' ? '' : `${place}: `}${message}`);
    },
    warning: (message) => {
      info(`warning: ${message}`);
    },
    mask: () => undefined,
    output: (name, value) => {
      info(`${name}=${value}`);
    },
    summary: () => Promise.resolve(),
  };
}

function limited(markdown: string): string {
  if (Buffer.byteLength(markdown) <= SUMMARY_LIMIT) return markdown;
  const kept = Buffer.from(markdown).subarray(0, SUMMARY_LIMIT).toString('utf8');
  return `${kept.slice(0, kept.lastIndexOf('\n'))}\n\nShortened; the JSON report has everything.\n`;
}
