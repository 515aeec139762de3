import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { TestFile } from '../src/test-file.ts';

/** Topics in the order of the page, each with what it is about. */
const TOPICS: Readonly<Record<string, readonly [title: string, about: string]>> = {
  access: ['Access', 'Who may call: tokens, keys, addresses, browsers.'],
  traffic: ['Traffic', 'How much, how often, where to, and what if nobody answers.'],
  transformation: ['Transformation', 'Requests and answers in another shape.'],
  caching: ['Caching', 'Answers and values that are kept.'],
  ai: ['AI gateway', 'Tokens, models, streams, safety.'],
  errors: ['Errors and scopes', 'What callers are told, and in which order documents run.'],
  integration: ['Integration', 'Other services that are asked or told on the way.'],
  environment: ['Environment files', 'What an environment file of this repository generates.'],
  refused: ['Refused documents', 'What API Management does not accept when a document is saved.'],
};

/** The page that lists every test below a folder, by topic. Throws where a topic is not known here. */
export function indexPage(folder: string): string {
  const files = globSync('*/*.test.yml', { cwd: folder }).sort();
  const unknown = files.find((file) => !Object.hasOwn(TOPICS, file.split('/')[0] ?? ''));
  if (unknown !== undefined) throw new Error(`${unknown} is in no topic that index-page.ts knows.`);
  const documents = globSync('*/*.xml', { cwd: folder }).length;
  return [
    '<!-- Made by packages/policy-tests/scripts/generate.ts from the tests below this folder. Do not edit. -->',
    '# Policies',
    '',
    `${documents + files.filter((file) => file.startsWith('refused/')).length} API Management policy documents with ${files.length} tests, by topic. \`npm run lz -- policy test policies --coverage\` runs all of them; [docs/policy-tests.md](../docs/policy-tests.md) says how a test is written.`,
    ...Object.entries(TOPICS).flatMap(([topic, [title, about]]) => {
      const own = files.filter((file) => file.startsWith(`${topic}/`));
      return own.length === 0 ? [] : ['', `## ${title}`, '', about, '', ...table(folder, own)];
    }),
    '',
  ].join('\n');
}

function table(folder: string, files: readonly string[]): readonly string[] {
  const rows = files.map((file) => {
    const test = parse(readFileSync(join(folder, file), 'utf8')) as TestFile;
    const named = [...Object.values(test.policies ?? {}), ...(test.policy === undefined ? [] : [test.policy])];
    const texts = named.filter((name) => name.endsWith('.xml'));
    const here = file.split('/')[0] ?? '';
    const links = texts.map((name) => `[${name}](${here}/${name})`).join(', ');
    const source = [...texts.map((name) => readFileSync(join(folder, here, name), 'utf8')), ...named].join('\n');
    const cells = [
      `[${(file.split('/')[1] ?? '').replace('.test.yml', '')}](${file})`,
      test.description ?? '',
      links,
      policiesIn(source),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| test | shows | document | policies |', '| --- | --- | --- | --- |', ...rows];
}

/** What is in nearly every document says nothing about one. */
const COMMON =
  /^(?:policies|inbound|backend|outbound|on-error|fragment|base|when|otherwise|value|choose|set-(?:variable|header|body|status))$/;

/** Names of policies, by their indentation within a section or block, in order of appearance. */
function policiesIn(source: string): string {
  const names = [...source.matchAll(/<([a-z][a-z0-9]*(?:-[a-z0-9]+)+|retry|cors|wait|trace|jsonp)\b/g)].map(
    ([, name]) => name ?? '',
  );
  return [...new Set(names)]
    .filter((name) => POLICY.test(name) && !COMMON.test(name))
    .sort()
    .join(', ');
}

/** First words of policies' names: children such as `audiences` and `application-id` have others. */
const POLICY =
  /^(?:authentication|azure-openai|cache|check|cors$|emit|find|forward|include|invoke|ip-filter|json|limit|llm|log|mock|proxy|quota|rate|redirect|retry|return|rewrite|send|set-(?:method|backend|query)|trace|validate|wait|xml|xsl)/;
