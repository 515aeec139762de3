/**
 * Writes what is made of the queries of usage: the content of the workbook and the query of the alert, which Bicep
 * reads, and the queries of docs/metrics.md.
 */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runGenerator } from '../../config/scripts/generated-file.ts';
import { paceQuery, usageQueries, type UsageQuery } from '../src/usage/queries.ts';
import { workbookContent } from '../src/usage/workbook.ts';

const fileAt = (path: string): string => fileURLToPath(new URL(`../../../${path}`, import.meta.url));

const BEGIN = '<!-- Made by packages/templates/scripts/generate-usage.ts. Do not edit up to the end. -->';
const END = '<!-- End of what is made. -->';

/** The page with its queries written anew. */
function page(file: string): string {
  const text = readFileSync(file, 'utf8');
  const [before, rest] = text.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error(`${file} has no place for the queries`);
  return `${before}${BEGIN}\n\n${[...usageQueries, paceQuery].map(section).join('\n')}\n${END}${after}`;
}

function section({ title, text }: UsageQuery): string {
  return `### ${title.replace(', in __CURRENCY__', '')}\n\n\`\`\`kusto\n${text}\n\`\`\`\n`;
}

runGenerator(import.meta.url, () => {
  const docs = fileAt('docs/metrics.md');
  return new Map([
    [fileAt('bicep/modules/usage/workbook.json'), workbookContent()],
    [fileAt('bicep/modules/usage/token-cost-pace.kql'), `${paceQuery.text}\n`],
    [docs, page(docs)],
  ]);
});
