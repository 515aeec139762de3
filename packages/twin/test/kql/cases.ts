const PRICES = "datatable(Model:string, Price:real)['gpt-5-mini', 1.5, 'gpt-5.2', 10, 'other', 99]";

/** Queries over the events of these tests: columns with their types, and rows. */
export const QUERIES: readonly (readonly [
  query: string,
  columns: readonly string[],
  rows: readonly (readonly unknown[])[],
])[] = [
  ['Events | count', ['Count:long'], [[4]]],
  ['Events | where Sum > 5 | project Sum', ['Sum:real'], [[10], [30]]],
  ['Events | where Sum != 10 | project Count', ['Count:long'], [[2], [3], [4]]],
  ['Events | where TimeGenerated > ago(1d) and Name == "Prompt Tokens" | project Sum', ['Sum:real'], [[2.5]]],
  ['Events | where Properties.Person == "ada" | project Count', ['Count:long'], [[1], [3]]],
  [
    'Events | extend Twice = Sum * 2, Name = tolower(Name) | project Name, Twice | take 1',
    ['Name:string', 'Twice:real'],
    [['total tokens', 20]],
  ],
  [
    'Events | project tostring(Properties.Model), 1 | take 1',
    ['Properties_Model:string', 'Column1:long'],
    [['gpt-5-mini', 1]],
  ],
  ['Events | project-away Sum, Prop*, Time* | take 1', ['Name:string', 'Count:long'], [['Total Tokens', 1]]],
  ['Events | project-keep Count, Name | take 1', ['Name:string', 'Count:long'], [['Total Tokens', 1]]],
  ['Events | project-rename N = Count | project N | top 1 by N', ['N:long'], [[4]]],
  ['Events | project Sum | sort by Sum', ['Sum:real'], [[30], [10], [2.5], [null]]],
  ['Events | project Sum | order by Sum asc', ['Sum:real'], [[null], [2.5], [10], [30]]],
  ['Events | project Sum | order by Sum asc nulls last | take 2', ['Sum:real'], [[2.5], [10]]],
  ['Events | top 2 by Count asc | project Count', ['Count:long'], [[1], [2]]],
  ['Events | distinct Name', ['Name:string'], [['Total Tokens'], ['Prompt Tokens']]],
  [
    'Events | summarize sum(Sum), count(), Most = max(Count) by Person = tostring(Properties.Person) | sort by Person asc',
    ['Person:string', 'sum_Sum:real', 'count_:long', 'Most:long'],
    [
      ['', 0, 1, 4],
      ['ada', 12.5, 2, 3],
      ['alan', 30, 1, 2],
    ],
  ],
  [
    'Events | summarize Total = sum(Count) by bin(TimeGenerated, 1d)',
    ['TimeGenerated:datetime', 'Total:long'],
    [
      ['2026-11-18T00:00:00Z', 1],
      ['2026-11-19T00:00:00Z', 5],
      ['2026-11-20T00:00:00Z', 4],
    ],
  ],
  [
    'Events | summarize countif(Sum > 5), sumif(Count, Name has "prompt"), dcount(Name), avg(Count), percentile(Count, 50)',
    ['countif_:long', 'sumif_Count:long', 'dcount_Name:long', 'avg_Count:real', 'percentile_Count_50:long'],
    [[2, 3, 2, 2.5, 2]],
  ],
  ['Events | summarize percentiles(Count, 50, 95)', ['percentile_Count_50:long', 'percentile_Count_95:long'], [[2, 4]]],
  ['Events | summarize (P50, P95) = percentiles(Count, 50, 95)', ['P50:long', 'P95:long'], [[2, 4]]],
  [
    'Events | summarize arg_max(TimeGenerated, Name, Count)',
    ['TimeGenerated:datetime', 'Name:string', 'Count:long'],
    [['2026-11-20T11:59:00Z', 'Total Tokens', 4]],
  ],
  [
    'Events | where Count > 9 | summarize sum(Sum), count(), max(Sum)',
    ['sum_Sum:real', 'count_:long', 'max_Sum:real'],
    [[0, 0, null]],
  ],
  ['Events | where Count > 9 | summarize count() by Name', ['Name:string', 'count_:long'], []],
  ['Events | summarize Share = round(100.0 * countif(Sum > 5) / count(), 1)', ['Share:real'], [[50]]],
  [
    'Events | summarize make_set(Name), make_list(Count)',
    ['set_Name:dynamic', 'list_Count:dynamic'],
    [['["Total Tokens","Prompt Tokens"]', '[1,2,3,4]']],
  ],
  [
    `let prices = ${PRICES}; Events | extend Model = tostring(Properties.Model) | join kind=inner prices on Model | project Model, Cost = Sum * Price`,
    ['Model:string', 'Cost:real'],
    [
      ['gpt-5-mini', 15],
      ['gpt-5.2', 300],
      ['gpt-5.2', 25],
    ],
  ],
  [
    `Events | project Model = tostring(Properties.Model) | join kind=leftouter (${PRICES}) on $left.Model == $right.Model | where isnull(Price) | project Model, Model1`,
    ['Model:string', 'Model1:string'],
    [['grok-4', '']],
  ],
  [
    `${PRICES} | join kind=leftanti (Events | project Model = tostring(Properties.Model)) on Model`,
    ['Model:string', 'Price:real'],
    [['other', 99]],
  ],
  [
    "union withsource=From (datatable(a:long)[1]), (datatable(a:long, b:string)[2, 'x'])",
    ['From:string', 'a:long', 'b:string'],
    [
      ['union_arg1', 1, ''],
      ['union_arg2', 2, 'x'],
    ],
  ],
  [
    "datatable(a:long)[1] | union (datatable(a:string)['x'])",
    ['a_long:long', 'a_string:string'],
    [
      [1, ''],
      [null, 'x'],
    ],
  ],
  ['Events | take 1 | mv-expand Tag = Properties.Tags to typeof(string) | project Tag', ['Tag:string'], [['a'], ['b']]],
  ['range x from 1 to 5 step 2', ['x:long'], [[1], [3], [5]]],
  [
    'let limit_ = 2; let few = Events | take limit_; few | summarize n = count() | extend twice = n * limit_',
    ['n:long', 'twice:long'],
    [[2, 4]],
  ],
  [
    'let most = toscalar(Events | summarize max(Count)); Events | where Count == most | project Count',
    ['Count:long'],
    [[4]],
  ],
  [
    "let chosen = dynamic(['ada']); Events | where tostring(Properties.Person) in (chosen) | count",
    ['Count:long'],
    [[2]],
  ],
  [
    'Events // all of them\n| where Name contains "prompt" // one\n| count\n| render barchart with (title="x | y")',
    ['Count:long'],
    [[1]],
  ],
  ["Events | where ['Name'] == 'Prompt Tokens' | project ['My column'] = Count", ['My column:long'], [[3]]],
  [
    'Events | getschema | project ColumnName, ColumnType | take 1',
    ['ColumnName:string', 'ColumnType:string'],
    [['TimeGenerated', 'datetime']],
  ],
];

/** Queries that are wrong, or not here, with what is said. */
export const MISTAKES: readonly (readonly [query: string, message: string])[] = [
  ['Nothing | count', "semantic: Failed to resolve table or column expression named 'Nothing' on line [1,1]"],
  [
    'Events | where Person == 1',
    "semantic: 'where' operator: Failed to resolve column or scalar expression named 'Person' on line [1,16]",
  ],
  [
    'Events\n| where Sum == "x"',
    'semantic: Cannot compare values of types real and string. Try adding explicit casts on line [2,13]',
  ],
  [
    'Events | summarize count() by Properties.Person',
    "semantic: Summarize group key 'Properties_Person' is of a 'dynamic' type",
  ],
  [
    'Events | summarize sum(Name)',
    'semantic: sum(): argument #1 expected to be a numeric or timespan expression, and is string',
  ],
  ['Events | summarize sum(Properties.Count)', 'semantic: sum(): argument #1 expected to be a numeric'],
  ['Events | sort by Properties', "semantic: 'sort' operator: a 'dynamic' value cannot be sorted by"],
  ['Events | where Name', "semantic: 'where' operator: the condition must be of type bool, and is string"],
  ['Events | extend x = nonsense(1)', "semantic: 'extend' operator: Unknown function: 'nonsense'"],
  ['Events | extend x = round()', 'semantic: round(): function expects 1 to 2 argument(s), and has 0'],
  ['Events | extend x = Name + 1', "semantic: Operator '+' cannot be applied to string and long"],
  [
    'Events | project-away Nope',
    "semantic: 'project-away' operator: Failed to resolve column or scalar expression named 'Nope'",
  ],
  ['Events | join (Events) on Properties', "semantic: join key 'Properties' is of a 'dynamic' type"],
  ['Events | project a = Name, a = Sum', "semantic: 'project' operator: there are two columns named 'a'"],
  ['Events | where Name == "open', 'syntax: Query could not be parsed: the text is not closed on line [1,24]'],
  ['Events | wher Name == 1', "syntax: Query could not be parsed at 'Name' ('wher' is not an operator) on line [1,15]"],
  [
    'Events | where (Sum > 1',
    "syntax: Query could not be parsed at the end of the query (expected ')') on line [1,24]",
  ],
  ['Events | where Sum > 1 2', "syntax: Query could not be parsed at '2' (a query has one result)"],
  ['Events | where Sum # 1', "syntax: Query could not be parsed at '#' on line [1,20]"],
  ['', 'syntax: Query could not be parsed at the end of the query'],
  [
    'Events | make-series n = count() on TimeGenerated step 1d',
    "not-supported: The operator 'make-series' is not implemented by this local Azure on line [1,10]",
  ],
  [
    'Events | extend x = series_fit_line(Sum)',
    "not-supported: The function 'series_fit_line' is not implemented by this local Azure",
  ],
  ['Events | summarize hll(Name)', "not-supported: The aggregate 'hll' is not implemented by this local Azure"],
  ['search "ada"', "not-supported: 'search' is not implemented by this local Azure"],
  ['workspace("x").AppMetrics', "not-supported: 'workspace' is not implemented by this local Azure"],
  [
    'let f = (a:long) { a + 1 }; print f(1)',
    'not-supported: A function of your own is not implemented by this local Azure',
  ],
  [
    'Events | join kind=rightsemi (Events) on Name',
    "not-supported: The join kind 'rightsemi' is not implemented by this local Azure",
  ],
];
