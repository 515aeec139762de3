import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { homedir } from 'node:os';
import { promisify } from 'node:util';
import type { Json, JsonObject } from '../../src/index.ts';
import type { TemplateCase } from '../templates.ts';

const run = promisify(execFile);

/** What every snapshot of the conformance tests is taken with. */
export const subscriptionId = '11111111-1111-1111-1111-111111111111';
export const tenantId = '22222222-2222-2222-2222-222222222222';
export const deploymentName = 'dep1';

/** What the real engine answered: a snapshot, or the message of its refusal. */
export type EngineAnswer = { readonly snapshot: JsonObject } | { readonly error: string };

/** The Bicep CLI: `BICEP_PATH`, else on PATH, else the newest restored NuGet package. Throws when there is none. */
export function findBicep(): string {
  const packages = join(homedir(), '.nuget/packages/azure.bicep.commandline.linux-x64/0.49.2/tools/bicep');
  const onPath = (process.env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, 'bicep'));
  const found = [process.env['BICEP_PATH'] ?? '', ...onPath, packages].find((file) => file !== '' && existsSync(file));
  if (found === undefined) throw new Error('The Bicep CLI is not installed: set BICEP_PATH.');
  return found;
}

/** Runs `bicep snapshot` for a template file in `folder` with the given parameters. */
export async function snapshot(
  folder: string,
  templateFile: string,
  name: string,
  parameters: JsonObject,
  flags: TemplateCase['flags'],
): Promise<EngineAnswer> {
  const file = join(folder, `${name}.bicepparam`);
  const golden = join(folder, `${name}.snapshot.json`);
  await writeFile(file, parameterFile(templateFile, parameters));
  await rm(golden, { force: true });
  const { stdout, stderr } = await run(findBicep(), ['snapshot', file, ...flagArguments(flags)], {
    maxBuffer: 1 << 26,
  }).catch((error: unknown) => error as { stdout: string; stderr: string });
  if (!existsSync(golden)) return { error: refusal(`${stdout}\n${stderr}`) };
  return { snapshot: JSON.parse(await readFile(golden, 'utf8')) as JsonObject };
}

/** Compiles a Bicep file to ARM JSON without the generator's hash, which changes with every Bicep release. */
export async function compile(file: string): Promise<JsonObject> {
  const { stdout } = await run(findBicep(), ['build', file, '--stdout'], { maxBuffer: 1 << 26 });
  return JSON.parse(stdout) as JsonObject;
}

function flagArguments(flags: TemplateCase['flags']): readonly string[] {
  return [
    ...['--tenant-id', tenantId, '--deployment-name', deploymentName],
    ...(flags.subscription === false ? [] : ['--subscription-id', subscriptionId]),
    ...(flags.resourceGroup === undefined ? [] : ['--resource-group', flags.resourceGroup]),
    ...(flags.managementGroup === undefined ? [] : ['--management-group-id', flags.managementGroup]),
    ...(flags.location === undefined ? [] : ['--location', flags.location]),
  ];
}

function parameterFile(templateFile: string, parameters: JsonObject): string {
  const lines = Object.entries(parameters).map(([name, value]) => `param ${name} = ${bicepLiteral(value)}`);
  return [`using '${templateFile}'`, ...lines, ''].join('\n');
}

function bicepLiteral(value: Json): string {
  return `any(json('${JSON.stringify(value).replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('${', '\\${')}'))`;
}

/** The engine's own words in the CLI's output. */
function refusal(output: string): string {
  const message =
    /Exception: (.*)/.exec(output)?.[1] ?? /following reason: '(.*)'\.\s/s.exec(output)?.[1] ?? output.trim();
  return message.trim();
}
