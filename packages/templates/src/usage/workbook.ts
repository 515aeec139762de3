import { createHash } from 'node:crypto';
import { filterQuery, filters, slots, usageQueries, type UsageQuery } from './queries.ts';

/** Of queries over a Log Analytics workspace, in the words of workbooks. */
const LOGS = { queryType: 0, resourceType: 'microsoft.operationalinsights/workspaces' } as const;
const WORKSPACE = { crossComponentResources: [slots.workspace] };
const DAY = 86_400_000;

/** The content of the workbook as Azure Monitor stores it, with the slots of a deployment still open. */
export function workbookContent(): string {
  const items = [text(INTRODUCTION), parameters(), ...usageQueries.map(query), text(PEOPLE)];
  return `${JSON.stringify({ version: 'Notebook/1.0', items, fallbackResourceIds: [slots.workspace], $schema: SCHEMA }, null, 2)}\n`;
}

const SCHEMA = 'https://github.com/Microsoft/Application-Insights-Workbooks/blob/master/schema/workbook.json';

const INTRODUCTION = `# Use of the models of ${slots.environment}

Tokens, cost, latency and refusals, as the gateway measured them. Prices are those of the environment file, in ${slots.currency}; a model without a known price is in no cost, and its tokens stand in *Tokens without a price*. The bill is Azure's.`;

const PEOPLE =
  'A person is shown by the object id of Microsoft Entra ID alone: no name leaves the directory. `az ad user show --id <object id> --query displayName` looks one up, for whoever may.';

function text(json: string) {
  return { type: 1, content: { json }, name: `text-${idOf(json).slice(0, 8)}` };
}

function parameters() {
  return {
    type: 9,
    content: {
      version: 'KqlParameterItem/1.0',
      parameters: [timeRange(), ...filters.map(filter)],
      style: 'pills',
      ...LOGS,
    },
    name: 'parameters',
  };
}

function timeRange() {
  const selectableValues = [1, 2, 7, 14, 30, 90].map((days) => ({ durationMs: days * DAY }));
  return {
    ...{ id: idOf('TimeRange'), version: 'KqlParameterItem/1.0', name: 'TimeRange', label: 'Time range', type: 4 },
    ...{ isRequired: true, value: { durationMs: 30 * DAY }, typeSettings: { selectableValues, allowCustom: true } },
  };
}

/** A choice of several values, or of all, which is `'*'`. */
function filter(name: (typeof filters)[number]) {
  return {
    ...{ id: idOf(name), version: 'KqlParameterItem/1.0', name, type: 2, isRequired: true, multiSelect: true },
    ...{ quote: "'", delimiter: ',', query: filterQuery(name), ...WORKSPACE, ...LOGS },
    typeSettings: { additionalResourceOptions: ['value::all'], selectAllValue: '*', showDefault: false },
    ...{ timeContextFromParameter: 'TimeRange', value: ['value::all'] },
  };
}

function query({ id, title, text: kql, shows }: UsageQuery) {
  return {
    type: 3,
    content: {
      ...{
        version: 'KqlItem/1.0',
        query: kql,
        size: shows === 'tiles' ? 4 : 0,
        title,
        noDataMessage: 'Nothing in this time.',
      },
      ...{ timeContextFromParameter: 'TimeRange', showExportToExcel: shows === 'table', ...LOGS, ...WORKSPACE },
      visualization: shows,
      ...(shows === 'tiles' ? { tileSettings: TILES } : {}),
    },
    // Totals of tables of people and groups say most beside each other.
    ...(shows === 'table' ? { customWidth: '50' } : {}),
    name: id,
  };
}

const TILES = {
  titleContent: { columnMatch: 'Name', formatter: 1 },
  leftContent: {
    columnMatch: 'Value',
    formatter: 12,
    numberFormat: { unit: 17, options: { maximumFractionDigits: 2 } },
  },
  showBorder: true,
};

/** Parameters have ids that must not change from one deployment to the next. */
function idOf(of: string): string {
  const hex = createHash('sha256').update(of).digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
