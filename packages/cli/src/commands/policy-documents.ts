import { readFile } from 'node:fs/promises';
import { describeMistake, validateFragment, validatePolicy, type PolicyMistake } from '@lz/policy';
import { generatedPolicies, type GeneratedPolicies } from '@lz/policy-tests';
import { Command } from 'commander';
import { EXIT, messageOf, Refused } from '../exit.ts';

/** `lz policy check`. */
export function policyCheckCommand(exit: (code: number) => void): Command {
  return new Command('check')
    .description('Say what API Management would refuse about policy documents and fragments, with line and column.')
    .argument('<file...>', 'policy documents or fragments')
    .option('--format <format>', 'rawxml or xml', 'rawxml')
    .option('--json', 'print the mistakes as JSON')
    .action(async (files: readonly string[], { format, json }: { format: string; json?: boolean }) => {
      if (format !== 'rawxml' && format !== 'xml') throw new Refused(`--format takes rawxml or xml, not '${format}'`);
      const found = await Promise.all(files.map(async (file) => ({ file, mistakes: await check(file, format) })));
      const mistakes = found.flatMap((each) => each.mistakes.map((mistake) => ({ file: each.file, ...mistake })));
      const lines = found.flatMap((each) =>
        each.mistakes.length === 0
          ? [`${each.file}: no mistakes`]
          : each.mistakes.map((mistake) => `${each.file}: ${describeMistake(mistake)}`),
      );
      process.stdout.write(json === true ? `${JSON.stringify({ mistakes }, null, 2)}\n` : `${lines.join('\n')}\n`);
      exit(mistakes.length === 0 ? EXIT.done : EXIT.badUsage);
    });
}

async function check(file: string, format: 'rawxml' | 'xml'): Promise<readonly PolicyMistake[]> {
  try {
    const text = await readFile(file, 'utf8');
    return /^\s*(?:<\?.*?\?>\s*)?(?:<!--[\s\S]*?-->\s*)*<fragment\b/.test(text)
      ? validateFragment(text, { format })
      : validatePolicy(text, { format });
  } catch (error) {
    throw new Refused(`${file}: ${messageOf(error)}`);
  }
}

/** `lz policy show`. */
export function policyShowCommand(): Command {
  return new Command('show')
    .description('Print the policies that an environment file generates. Ids that only Azure knows are placeholders.')
    .requiredOption('--config <file>', 'environment file')
    .option('--json', 'print one JSON object: documents by scope, fragments, named values, backends')
    .action(({ config, json }: { config: string; json?: boolean }) => {
      const { scopes, fragments, namedValues, backends } = generatedOrRefuse(config);
      if (json === true) {
        const texts = (documents: ReadonlyMap<string, { readonly text: string }>): object =>
          Object.fromEntries([...documents].map(([name, { text }]) => [name, text]));
        const all = { policies: texts(scopes), fragments: texts(fragments) };
        const rest = { namedValues: Object.fromEntries(namedValues), backends: Object.fromEntries(backends) };
        process.stdout.write(`${JSON.stringify({ ...all, ...rest }, null, 2)}\n`);
        return;
      }
      const documents = [...scopes.values(), ...fragments.values()];
      const text = ({ name, text }: { name: string; text: string }): string =>
        documents.length === 1 ? text : `<!-- ${name} -->\n${text}`;
      process.stdout.write(`${documents.map((each) => text(each).trimEnd()).join('\n')}\n`);
    });
}

function generatedOrRefuse(config: string): GeneratedPolicies {
  try {
    return generatedPolicies(config);
  } catch (error) {
    throw new Refused(messageOf(error));
  }
}
