/**
 * Records what the real engine (`bicep snapshot`) makes of the conformance cases, or with `--check` fails when its
 * answers differ from the recorded ones. Run with Node 24:
 * `node packages/arm/test/oracle/record.ts [--check] [template…]`; with names (or `refusals`) only those are taken.
 */
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Json, JsonObject } from '../../src/index.ts';
import { errorCases, expressionCases, expressionTemplate } from '../expressions.ts';
import { refusalCases, refusalTemplate } from '../refusals.ts';
import { templateCases } from '../templates.ts';
import { type EngineAnswer, compile, snapshot } from './engine.ts';

const testFolder = join(import.meta.dirname, '..');
const goldenFolder = join(testFolder, 'golden');
const wanted = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const isCheck = process.argv.includes('--check');
const group = { resourceGroup: 'rg1', location: 'westeurope' };
let differences = 0;

const work = await mkdtemp(join(tmpdir(), 'arm-oracle-'));
try {
  if (wanted.includes('refusals')) await keep('refusals.json', await recordRefusals());
  if (wanted.length === 0) {
    await keep('expressions.json', await recordExpressions());
    await keep('errors.json', await recordErrors());
    await keep('refusals.json', await recordRefusals());
  }
  for (const name of wanted.length === 0 ? Object.keys(templateCases) : wanted.filter((name) => name in templateCases))
    await recordTemplate(name);
} finally {
  await rm(work, { recursive: true });
}
if (differences > 0) {
  console.error(`${String(differences)} golden file(s) differ from the engine.`);
  process.exitCode = 1;
}

/** All value cases in one template; a failing one is named, because then it belongs to the error cases. */
async function recordExpressions(): Promise<JsonObject> {
  const answer = await evaluateAll('expressions', expressionCases);
  if ('error' in answer) throw new Error(`An expression case is refused by the engine: ${answer.error}`);
  const [resource] = answer.snapshot['predictedResources'] as readonly JsonObject[];
  const values = resource?.['properties'] as JsonObject;
  return Object.fromEntries(
    expressionCases.map((expression, index) => [expression, values[`v${String(index)}`] ?? null]),
  );
}

async function recordErrors(): Promise<JsonObject> {
  const messages: Record<string, Json> = {};
  for (let index = 0; index < errorCases.length; index += 2) {
    const pair = errorCases.slice(index, index + 2);
    const answers = await Promise.all(
      pair.map((expression, offset) => evaluateAll(`error${String(index + offset)}`, [expression])),
    );
    for (const [offset, answer] of answers.entries()) {
      const expression = pair[offset] ?? '';
      if (!('error' in answer)) throw new Error(`The engine accepts the error case ${expression}`);
      messages[expression] = answer.error;
    }
  }
  return messages;
}

/** The engine's message for every parameter value that it refuses. */
async function recordRefusals(): Promise<JsonObject> {
  const messages: Record<string, Json> = {};
  for (const [name, refusal] of Object.entries(refusalCases)) {
    await writeFile(join(work, 'refusal.json'), JSON.stringify(refusalTemplate(refusal)));
    const answer = await snapshot(work, 'refusal.json', 'refusal', { a: refusal.value }, group);
    if (!('error' in answer)) throw new Error(`The engine accepts the refusal case '${name}'`);
    messages[name] = answer.error;
  }
  return messages;
}

async function evaluateAll(name: string, expressions: readonly string[]): Promise<EngineAnswer> {
  await writeFile(join(work, `${name}.json`), JSON.stringify(expressionTemplate(expressions)));
  return snapshot(work, `${name}.json`, name, { secret: 's' }, group);
}

async function recordTemplate(name: string): Promise<void> {
  const definition = templateCases[name];
  if (definition === undefined) return;
  const source = join(testFolder, 'templates', name);
  const isArm = existsSync(`${source}.json`);
  const template = isArm
    ? (JSON.parse(await readFile(`${source}.json`, 'utf8')) as JsonObject)
    : await compile(`${source}.bicep`);
  await writeFile(join(work, `${name}.json`), JSON.stringify(template));
  const answers = Object.entries(definition.sets).map(async ([set, parameters]) => {
    const answer = await snapshot(work, `${name}.json`, `${name}-${set}`, parameters, definition.flags);
    if ('error' in answer) throw new Error(`${name} ${set}: ${answer.error}`);
    return [set, answer.snapshot] as const;
  });
  const sets = Object.fromEntries(await Promise.all(answers));
  await keep(join('templates', `${name}.json`), { template, sets });
}

async function keep(file: string, content: Json): Promise<void> {
  const path = join(goldenFolder, file);
  if (isCheck) {
    if (isDeepStrictEqual(JSON.parse(await readFile(path, 'utf8')), content)) return;
    console.error(`${file} differs from the engine's answer.`);
    differences += 1;
    return;
  }
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, `${JSON.stringify(content, null, 1)}\n`);
  console.log(file);
}
