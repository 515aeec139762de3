/** What a query of usage can be split by. */
export const dimensions = ['Person', 'Role', 'Group', 'Model', 'Day'] as const;
/** One of `dimensions`. */
export type Dimension = (typeof dimensions)[number];

/** What is measured. */
export const measures = ['usage', 'latency', 'refusals'] as const;
/** One of `measures`. */
export type Measure = (typeof measures)[number];

/** One query, wherever it is used: workbook, alert, page, tests. */
export interface UsageQuery {
  readonly id: string;
  readonly title: string;
  /** How the workbook shows it. */
  readonly shows: 'tiles' | 'table' | 'barchart' | 'timechart';
  /** KQL over the hub's workspace, with `slots` in it. */
  readonly text: string;
}

/**
 * What is filled into a query: by the deployment (in double underscores), or by the workbook from what its reader
 * chooses (in braces).
 */
export const slots = {
  environment: '__ENVIRONMENT__',
  prices: '__PRICES__',
  workspace: '__WORKSPACE__',
  currency: '__CURRENCY__',
} as const;

/** Parameters of the workbook. Each is a list in quotes, or `'*'` for everything. */
export const filters = ['Person', 'Role', 'Group', 'Model'] as const;

/** Days of a month, by which a day's cost becomes that of a month at the same pace. */
export const DAYS_OF_MONTH = 30;

const TOKENS = ['Prompt Tokens', 'Completion Tokens', 'Total Tokens'];
const columns = (names: readonly string[]): string =>
  names.map((name) => `${name} = tostring(Properties.${name})`).join(', ');

/** Rows of the environment's metrics of these names, with their dimensions as columns. */
function metrics(variable: string, names: readonly string[], own: readonly string[]): string {
  return `let ${variable} = AppMetrics
| where Name in (${names.map((name) => `'${name}'`).join(', ')})
| where tostring(Properties.Environment) == '${slots.environment}'
| extend ${columns(own)}, Day = startofday(TimeGenerated);`;
}

const chosen = (of: readonly string[]): string =>
  of.map((name) => `| where '*' in ({${name}}) or ${name} in ({${name}})`).join('\n');

const prices = `let prices = datatable(Model:string, InputPrice:real, OutputPrice:real)[${slots.prices}];`;
const tokens = metrics('tokens', TOKENS, filters);

const COSTS = `PromptTokens = sumif(Sum, Name == 'Prompt Tokens'), CompletionTokens = sumif(Sum, Name == 'Completion Tokens'), TotalTokens = sumif(Sum, Name == 'Total Tokens'), Answers = sumif(ItemCount, Name == 'Total Tokens')`;
const PRICED = `| join kind=leftouter prices on Model
| extend Cost = (PromptTokens * InputPrice + CompletionTokens * OutputPrice) / 1000000, WithoutPrice = iff(isnull(InputPrice), TotalTokens, 0.0)`;
const ADDED = `PromptTokens = sum(PromptTokens), CompletionTokens = sum(CompletionTokens), TotalTokens = sum(TotalTokens), Answers = sum(Answers), Cost = iff(countif(isnotnull(Cost)) == 0, real(null), round(sum(Cost), 9)), WithoutPrice = sum(WithoutPrice)`;

const sorted = (by: Dimension, otherwise: string): string =>
  by === 'Day' ? '| sort by Day asc' : `| sort by ${otherwise} desc, ${by} asc`;

/** Tokens and cost. What a model without a price answered is counted in `WithoutPrice`, and in no cost. */
function usageBy(by: Dimension): string {
  return `${prices}
${tokens}
tokens
${chosen(filters)}
| summarize ${COSTS} by ${by === 'Model' ? 'Model' : `${by}, Model`}
${PRICED}
| summarize ${ADDED} by ${by}
${sorted(by, 'TotalTokens')}`;
}

/** Milliseconds until an answer begins. A row may stand for several answers: then it is their mean. */
function latencyBy(by: Dimension): string {
  return `${metrics('latency', ['Latency'], filters)}
latency
${chosen(filters)}
| extend Milliseconds = Sum / ItemCount
| summarize Answers = sum(ItemCount), (P50, P95, P99) = percentiles(Milliseconds, 50, 95, 99), Slowest = max(Max) by ${by}
${sorted(by, 'P95')}`;
}

/** A refusal names no group, for want of a sixth dimension: it is that of the person's last answer. */
const REFUSED = `${metrics('refusals', ['Refusals'], ['Person', 'Role', 'Model', 'Code'])}
${tokens}
let groups = tokens | summarize arg_max(TimeGenerated, Group) by Person | project Person, Group;
let refused = refusals
| join kind=leftouter groups on Person
| extend Group = iff(isempty(Group), 'unknown', Group)
${chosen(filters)};`;

function refusalsBy(by: Dimension): string {
  return `${REFUSED}
refused
| summarize Refusals = sum(Sum), Codes = strcat_array(array_sort_asc(make_set(Code)), ', ') by ${by}
${sorted(by, 'Refusals')}`;
}

const builders: Readonly<Record<Measure, (by: Dimension) => string>> = {
  usage: usageBy,
  latency: latencyBy,
  refusals: refusalsBy,
};

const titles: Readonly<Record<Measure, string>> = {
  usage: 'Tokens and cost',
  latency: 'Milliseconds until an answer begins',
  refusals: 'Refusals',
};

/** Every measure by every dimension. */
const split: readonly UsageQuery[] = measures.flatMap((measure) =>
  dimensions.map((by) => ({
    id: `${measure}-by-${by.toLowerCase()}`,
    title: `${titles[measure]} by ${by.toLowerCase()}`,
    shows: 'table' as const,
    text: builders[measure](by),
  })),
);

const totals: UsageQuery = {
  id: 'totals',
  title: 'In all',
  shows: 'tiles',
  text: `${prices}
${tokens}
let chosen = tokens
${chosen(filters)};
let people = toscalar(chosen | summarize dcount(Person));
chosen
| summarize ${COSTS} by Model
${PRICED}
| summarize ${ADDED}
| extend Measured = pack_array(bag_pack('Name', 'People', 'Value', toreal(people)), bag_pack('Name', 'Answers', 'Value', toreal(Answers)), bag_pack('Name', 'Tokens', 'Value', TotalTokens), bag_pack('Name', 'Cost, ${slots.currency}', 'Value', Cost), bag_pack('Name', 'Tokens without a price', 'Value', WithoutPrice))
| mv-expand Measured
| project Name = tostring(Measured.Name), Value = toreal(Measured.Value)`,
};

const tokensByDay: UsageQuery = {
  id: 'tokens-by-day-and-model',
  title: 'Tokens by day and model',
  shows: 'barchart',
  text: `${tokens}
tokens
${chosen(filters)}
| where Name == 'Total Tokens'
| summarize Tokens = sum(Sum) by Day, Model
| sort by Day asc, Model asc`,
};

const costByDay: UsageQuery = {
  id: 'cost-by-day-and-model',
  title: `Cost by day and model, in ${slots.currency}`,
  shows: 'barchart',
  text: `${prices}
${tokens}
tokens
${chosen(filters)}
| summarize ${COSTS} by Day, Model
${PRICED}
| where isnotnull(Cost)
| project Day, Model, Cost = round(Cost, 9)
| sort by Day asc, Model asc`,
};

const refusalsByCode: UsageQuery = {
  id: 'refusals-by-code',
  title: 'Refusals by code',
  shows: 'table',
  text: `${REFUSED}
refused
| summarize Refusals = sum(Sum), People = dcount(Person) by Code
| sort by Refusals desc, Code asc`,
};

const latencyByDay: UsageQuery = {
  id: 'latency-by-day-and-model',
  title: 'Milliseconds until an answer begins, for 95 of 100, by day and model',
  shows: 'timechart',
  text: `${metrics('latency', ['Latency'], filters)}
latency
${chosen(filters)}
| summarize Milliseconds = percentile(Sum / ItemCount, 95) by Day, Model
| sort by Day asc, Model asc`,
};

/** Queries of the workbook, in its order. */
export const usageQueries: readonly UsageQuery[] = [
  totals,
  tokensByDay,
  costByDay,
  ...split.filter(({ id }) => id.startsWith('usage')),
  latencyByDay,
  ...split.filter(({ id }) => id.startsWith('latency')),
  refusalsByCode,
  ...split.filter(({ id }) => id.startsWith('refusals')),
];

/** Query of the alert: what a month would cost at the pace of the time that is looked at, which is a day. */
export const paceQuery: UsageQuery = {
  id: 'token-cost-pace',
  title: 'Cost of a month at the pace of the last day',
  shows: 'table',
  text: `${prices}
${tokens}
tokens
| summarize ${COSTS} by Model
${PRICED}
| summarize MonthlyCost = round(sum(Cost) * ${DAYS_OF_MONTH}, 9)`,
};

/** Query of a parameter of the workbook: the values that there are. */
export function filterQuery(filter: (typeof filters)[number]): string {
  return `${tokens}
tokens
| distinct ${filter}
| sort by ${filter} asc`;
}
