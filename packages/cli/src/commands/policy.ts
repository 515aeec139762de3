import { readFile } from 'node:fs/promises';
import {
  describeMistake,
  trialMistakes,
  tryPolicy,
  type TrialBackend,
  type TrialContext,
  type TrialRequest,
  type TrialResult,
} from '@lz/policy';
import { Command } from 'commander';
import { messageOf, Refused } from '../exit.ts';
import { policyCheckCommand, policyShowCommand } from './policy-documents.ts';
import { policyTestCommand } from './policy-test.ts';

interface PolicyFlags {
  readonly policy?: string;
  readonly request?: string;
  readonly context?: string;
  readonly backend?: string;
  readonly json?: boolean;
}

/** `lz policy`, and its commands `test`, `check` and `show`. */
export function policyCommand(exit: (code: number) => void): Command {
  return new Command('policy')
    .description('Run one API Management policy document against one HTTP request; test, check or show documents.')
    .option('--policy <file>', 'policy document, as rawxml or xml')
    .option('--request <file>', 'JSON: {method, url, headers, body, ip, matchedParameters}')
    .option(
      '--context <file>',
      'JSON: {variables, namedValues, subscription, product, user, api, operation}, and more: docs/policy-engine.md',
    )
    .option('--backend <file>', "JSON: the backend's answer {status, reason, headers, body}")
    .option('--json', 'print one JSON object')
    .enablePositionalOptions()
    .allowExcessArguments(false)
    .addCommand(policyTestCommand(exit).exitOverride())
    .addCommand(policyCheckCommand(exit).exitOverride())
    .addCommand(policyShowCommand().exitOverride())
    .action(async ({ policy, request, context, backend, json }: PolicyFlags) => {
      // Commander would ask the commands below for options that it requires here.
      if (policy === undefined) throw new Refused("required option '--policy <file>' not specified");
      if (request === undefined) throw new Refused("required option '--request <file>' not specified");
      const document = { text: await readText(policy), format: 'rawxml' } as const;
      const world = context === undefined ? {} : await readJson<TrialContext>(context);
      const mistakes = trialMistakes(document, world);
      if (mistakes.length > 0) {
        const place = (name: string | undefined): string => (name === undefined ? policy : `${context ?? ''} ${name}`);
        throw new Refused(
          mistakes.map((mistake) => `${place(mistake.document)}: ${describeMistake(mistake)}`).join('\n'),
        );
      }
      const answer = backend === undefined ? {} : await readJson<TrialBackend>(backend);
      const result = await tryPolicy(document, await readJson<TrialRequest>(request), world, answer);
      process.stdout.write(json === true ? `${JSON.stringify(result, null, 2)}\n` : inWords(result));
    });
}

function inWords({ backend, caller, error, trace }: TrialResult): string {
  const headers = (list: Readonly<Record<string, string>>): string[] =>
    Object.entries(list).map(([name, value]) => `  ${name}: ${value}`);
  const body = (text: string): string[] => (text === '' ? [] : [`  ${text}`]);
  const lines = [
    ...trace.map(({ source, message }) => `trace ${source}: ${message}`),
    ...(backend === null
      ? ['nothing sent to a backend']
      : [`backend ${backend.method} ${backend.url}`, ...headers(backend.headers), ...body(backend.body)]),
    ...(error === null
      ? []
      : [
          `error ${error.source} (${error.section}, line ${error.line ?? 0}): ${error.type ?? error.reason}: ${error.message}`,
        ]),
    `caller ${caller.status}`,
    ...headers(caller.headers),
    ...body(caller.body),
  ];
  return `${lines.join('\n')}\n`;
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Refused(`${file}: ${messageOf(error)}`);
  }
}

async function readJson<T>(file: string): Promise<T> {
  try {
    return JSON.parse(await readText(file)) as T;
  } catch (error) {
    if (error instanceof Refused) throw error;
    throw new Refused(`${file}: ${messageOf(error)}`);
  }
}
