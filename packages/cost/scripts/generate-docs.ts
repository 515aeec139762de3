/** Writes `docs/cost.md`: what the default and the cheapest environment cost in a month, from the table of prices. */
import { fileURLToPath } from 'node:url';
import {
  loadEnvironmentFile,
  modelPriceCurrency,
  modelPrices,
  modelPricesLookedUp,
  type AnyEnvironment,
} from '@lz/config';
import { runGenerator } from '../../config/scripts/generated-file.ts';
import { billOf, estimate, header, lookedUp, priceIds, priceOf, totalOf, type Estimate } from '../src/index.ts';

const docsFile = fileURLToPath(new URL('../../../docs/cost.md', import.meta.url));

/** Environments of the page, dearest choices last. */
const pages = [
  ['example', 'The default', 'Every default, as `npm start` deploys it.'],
  [
    'cheapest',
    'The cheapest',
    'The smallest database, no Application Gateway, and an app that sleeps while nobody chats.',
  ],
] as const;

/** The page for the environments, each already estimated. */
export function docsPage(estimates: readonly Estimate[]): string {
  return [
    '<!-- Made by packages/cost/scripts/generate-docs.ts from packages/cost/prices.json and the templates. Do not edit. -->',
    '# What it costs',
    '',
    'Item by item, from the resources that the templates make and a table of prices. `lz cost FILE` does the same for any',
    'environment file. List prices in US dollars without tax, discounts, reservations and free grants; each is of the region',
    'and the day named beside it, so that another region or a later day may differ. What no dated source was found for says',
    `unknown. The sources were read on ${lookedUp}. A month has 730 hours.`,
    '',
    ...estimates.flatMap((one, index) => section(one, index)),
    ...sourcesSection(),
    ...modelsSection(),
  ].join('\n');
}

function section(one: Estimate, index: number): readonly string[] {
  const [file, title, text] = pages[index] ?? ['', '', ''];
  return [
    `## ${title}`,
    '',
    `[${file}.yml](../environments/${file}.yml). ${text}`,
    '',
    ...markdown(billOf(one)),
    '',
    totalOf(one),
    '',
  ];
}

function sourcesSection(): readonly string[] {
  const prices = priceIds.map((id) => priceOf(id));
  const rows = prices.map(({ title, per, price, region = '', source, unknown = '' }) => [
    title,
    per,
    price === undefined ? 'unknown' : String(price),
    price === undefined ? unknown : region,
    source === undefined ? '' : `[${source.title}](${source.url}), ${source.date ?? 'date unknown'}`,
  ]);
  return ['## The table of prices', '', ...markdown(rows, ['price', 'per', 'US dollars', 'region', 'source']), ''];
}

function modelsSection(): readonly string[] {
  const rows = modelPrices.map(({ model, sku, input, output, source }) => [
    ...[model, sku, String(input), String(output)],
    `[${source.title}](${source.url}), ${source.date ?? 'date unknown'}`,
  ]);
  return [
    '## Tokens of models',
    '',
    `List prices of a million tokens in ${modelPriceCurrency}, read on ${modelPricesLookedUp}: what \`models[].price\` is where the environment`,
    'file does not say. Every other model, and these in other deployment types, has an unknown price.',
    '',
    ...markdown(rows, ['model', 'deployment type', 'input', 'output', 'source']),
    '',
  ];
}

function markdown(rows: readonly (readonly string[])[], head: readonly string[] = header): readonly string[] {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}

async function environmentOf(name: string): Promise<AnyEnvironment> {
  const file = fileURLToPath(new URL(`../../../environments/${name}.yml`, import.meta.url));
  const { environment, mistakes } = loadEnvironmentFile(file);
  if (environment === undefined) throw new Error(mistakes.map(({ message }) => message).join('; '));
  return await Promise.resolve(environment);
}

const estimates = await Promise.all(pages.map(async ([name]) => estimate(await environmentOf(name))));
runGenerator(import.meta.url, () => new Map([[docsFile, docsPage(estimates)]]));
