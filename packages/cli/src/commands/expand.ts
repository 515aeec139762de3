import { readFile } from 'node:fs/promises';
import { expand, parseJsonText, TemplateError, type ExpandOptions, type JsonObject } from '@lz/arm';
import { Command } from 'commander';
import { messageOf, Refused } from '../exit.ts';

interface ExpandFlags {
  readonly template: string;
  readonly parameters?: string;
  readonly subscriptionId?: string;
  readonly resourceGroup?: string;
  readonly managementGroup?: string;
  readonly location?: string;
  readonly tenantId?: string;
  readonly deploymentName?: string;
}

/** `lz expand`. */
export function expandCommand(): Command {
  return new Command('expand')
    .description("Print what the twin's engine makes of an ARM template, in the shape of `bicep snapshot`.")
    .requiredOption('--template <file>', 'compiled ARM template (JSON)')
    .option('--parameters <file>', 'parameter file, or an object of {name: {value}}')
    .option('--subscription-id <guid>', 'subscription that functions see')
    .option('--resource-group <name>', 'resource group that functions see')
    .option('--management-group <id>', 'management group that functions see')
    .option('--location <region>', 'location that functions see')
    .option('--tenant-id <guid>', 'tenant that functions see')
    .option('--deployment-name <name>', 'name that deployment() answers')
    .option('--json', 'print JSON, which is the only form there is')
    .action(async (flags: ExpandFlags) => {
      const { template, parameters, ...context } = flags;
      const options: ExpandOptions = {
        ...context,
        template: await readText(template),
        ...(parameters === undefined ? {} : { parameters: parameterInputs(await readText(parameters), parameters) }),
      };
      process.stdout.write(`${JSON.stringify(expandOrRefuse(options, template), null, 2)}\n`);
    });
}

function expandOrRefuse(options: ExpandOptions, file: string): object {
  try {
    return expand(options);
  } catch (error) {
    if (!(error instanceof TemplateError)) throw error;
    throw new Refused(`${file}: ${error.message}`);
  }
}

/** The parameters of a parameter file (`{parameters: {…}}`), or of the bare object. */
function parameterInputs(text: string, file: string): NonNullable<ExpandOptions['parameters']> {
  const document = parseOrRefuse(text, file);
  if (typeof document !== 'object' || document === null || Array.isArray(document)) {
    throw new Refused(`${file}: expected a JSON object`);
  }
  const object = document as JsonObject;
  return (object['parameters'] ?? object) as NonNullable<ExpandOptions['parameters']>;
}

function parseOrRefuse(text: string, file: string): ReturnType<typeof parseJsonText> {
  try {
    return parseJsonText(text);
  } catch {
    throw new Refused(`${file}: not valid JSON`);
  }
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new Refused(`${file}: ${messageOf(error)}`);
  }
}
