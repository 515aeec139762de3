/*
 * Asks the real C# compiler and .NET what every expression of the tables gives, or why it does not compile, and writes
 * net-answers.json; also writes the table of types that the checker reads. Needs the .NET SDK; nothing is downloaded.
 *
 *     node packages/policy/test/expressions/ask-net.mjs            writes the answers and the table of types
 *     node packages/policy/test/expressions/ask-net.mjs --check    fails where they are not what .NET says
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { askDotnet, dotnetVersion, isDotnetHere } from './net/dotnet.mjs';
import { REFUSALS } from './refusals.ts';
import { CONTEXT_SOURCES } from './context-sources.ts';
import { LANGUAGE_SOURCES } from './language-sources.ts';
import { SOURCES } from './sources.ts';

const folder = import.meta.dirname;
const answersFile = join(folder, 'net-answers.json');
const typesFile = join(folder, '../../src/expressions/types/net-types.generated.json');
const isCheck = process.argv.includes('--check');

if (!isDotnetHere()) {
  console.log('There is no .NET SDK here: the stored answers are not compared.');
  process.exit(isCheck ? 0 : 1);
}

const data = JSON.parse(readFileSync(join(folder, 'world.json'), 'utf8'));
const values = [...SOURCES, ...LANGUAGE_SOURCES, ...CONTEXT_SOURCES];
const answers = askDotnet({ data, values, refusals: REFUSALS });
const wrong = [
  ...values.filter((_, index) => answers.values[index] === '' || answers.values[index].startsWith('refused: ')),
  ...REFUSALS.filter((_, index) => answers.refusals[index] === null),
];
for (const source of wrong) console.error(`${source}\n    ${answers.values[values.indexOf(source)] ?? 'compiles'}`);

const recorded = {
  dotnet: dotnetVersion(),
  values: Object.fromEntries(values.map((source, index) => [source, answers.values[index]])),
  refusals: Object.fromEntries(REFUSALS.map((source, index) => [source, answers.refusals[index]])),
};
const files = new Map([
  [answersFile, `${JSON.stringify(recorded, null, 2)}\n`],
  [typesFile, `${JSON.stringify(JSON.parse(answers.types), null, 2)}\n`],
]);

let differences = wrong.length;
if (isCheck) differences += compare();
else for (const [file, text] of files) writeFileSync(file, text);
console.log(
  `${values.length} values and ${REFUSALS.length} refusals asked of .NET ${recorded.dotnet}: ${differences} differ.`,
);
process.exitCode = differences === 0 ? 0 : 1;

/** Another version of .NET words its messages in another way: then only the values are compared. */
function compare() {
  const stored = JSON.parse(readFileSync(answersFile, 'utf8'));
  const isSame = stored.dotnet === recorded.dotnet;
  const plain = (answer) => (isSame ? answer : String(answer).replace(/^(!\w+):[\s\S]*/, '$1'));
  const differing = values.filter((source) => plain(stored.values[source]) !== plain(recorded.values[source]));
  if (isSame) {
    differing.push(
      ...REFUSALS.filter(
        (source) => JSON.stringify(stored.refusals[source]) !== JSON.stringify(recorded.refusals[source]),
      ),
    );
    if (readFileSync(typesFile, 'utf8') !== files.get(typesFile)) differing.push('net-types.generated.json');
  }
  for (const source of differing) console.error(`not what .NET says: ${source}`);
  return differing.length;
}
