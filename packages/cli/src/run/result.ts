import type { Summary } from '@lz/twin';
import type { Conclusion } from '@lz/workflow-runner';
import { formatDuration, table } from './table.ts';

/** One step of the workflow, and what it took. */
export interface StepResult {
  readonly name: string;
  readonly conclusion: Conclusion;
  readonly realMs: number;
  /** Only against the twin. */
  readonly virtualMs?: number;
  readonly resourcesWritten?: number;
}

/** What `lz run` reads of an action's report (packages/action/report.schema.json). */
export interface ActionReport {
  readonly action: string;
  readonly mode: string;
  readonly startedAt: string;
  readonly phases: readonly {
    readonly id: string;
    readonly title: string;
    readonly durationMs: number;
    readonly azureDurationMs?: number;
  }[];
  readonly urls: Readonly<Record<string, string>>;
  readonly facts: Readonly<Record<string, unknown>>;
  readonly leftToDo: readonly string[];
}

/** What `lz run` has to tell; with `--json`, this. */
export interface DeploymentResult {
  readonly conclusion: Conclusion;
  readonly realMs: number;
  readonly steps: readonly StepResult[];
  readonly reports: readonly ActionReport[];
  readonly twin?: Summary;
  /** Reports, artifacts and summaries of the run. */
  readonly directory: string;
}

/** The whole run may take as long as API Management, or as all other deployments together, and this, times 1.05. */
const ALLOWANCE_MS = 8 * 60_000;

/** Prints a run's result: a table of steps and phases, the figures, the URLs, what is left to do. */
export function printResult(result: DeploymentResult, json: boolean): void {
  if (json) {
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    return;
  }
  const reports = [...result.reports].sort((a, b) => a.startedAt.localeCompare(b.startedAt));
  const lines = [
    '',
    ...table(['step', 'virtual', 'real', 'written'], rows(result, reports)),
    '',
    ...figures(result, reports),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function rows(
  { steps, realMs, twin }: DeploymentResult,
  reports: readonly ActionReport[],
): readonly (readonly string[])[] {
  const left = [...reports];
  const ofSteps = steps.flatMap(({ name, conclusion, virtualMs, realMs: real, resourcesWritten }) => {
    const mark = conclusion === 'success' ? '' : ` (${conclusion})`;
    const row = [
      name + mark,
      duration(virtualMs),
      formatDuration(real),
      resourcesWritten === undefined ? '' : String(resourcesWritten),
    ];
    // Steps without writes and phases (check-out, artifacts) have no report.
    const report =
      /^(deploy|configure|import|smoke|remove)/i.test(name) && conclusion !== 'skipped' ? left.shift() : undefined;
    const phases = (report?.phases ?? []).map(({ id, title, azureDurationMs, durationMs }) => [
      `  ${id} ${title}`,
      duration(azureDurationMs),
      formatDuration(durationMs),
      '',
    ]);
    return [row, ...phases];
  });
  const written = steps.reduce((sum, step) => sum + (step.resourcesWritten ?? 0), 0);
  const virtual = steps.reduce((sum, step) => sum + (step.virtualMs ?? 0), 0);
  return [
    ...ofSteps,
    ['whole run', twin === undefined ? '' : formatDuration(virtual), formatDuration(realMs), String(written)],
  ];
}

function figures(
  { conclusion, twin, directory }: DeploymentResult,
  reports: readonly ActionReport[],
): readonly string[] {
  const facts = Object.assign({}, ...reports.map((report) => report.facts)) as Readonly<Record<string, unknown>>;
  const firstToken = facts['firstTokenMs'];
  return [
    ...(typeof firstToken === 'number'
      ? [`first token      ${firstToken} ms after the chat request, streamed through the gateway`]
      : []),
    ...(reports.some(({ mode }) => mode.endsWith('destroy')) ? [] : makespan(twin)),
    ...reports.flatMap(({ urls }) => Object.entries(urls).map(([label, url]) => `${label}: ${url}`)),
    ...reports.flatMap(({ leftToDo }) => leftToDo.map((step) => `left to do: ${step}`)),
    `reports: ${directory}`,
    conclusion === 'success' ? 'Done.' : `The run ended as ${conclusion}.`,
  ];
}

function makespan(twin: Summary | undefined): readonly string[] {
  const { apiManagementMs, runMs, handMadeMs, othersMs = 0 } = twin?.makespan ?? {};
  if (apiManagementMs === undefined || runMs === undefined) return [];
  const limit = 1.05 * (Math.max(apiManagementMs, othersMs) + ALLOWANCE_MS);
  // The V2 tiers are ready in minutes: then the spoke decides.
  const other = othersMs > apiManagementMs ? `; all else ${formatDuration(othersMs)}` : '';
  return [
    `makespan         ${formatDuration(runMs)} virtual; API Management alone ${formatDuration(apiManagementMs)}${other}; at most ${formatDuration(limit)} allowed`,
    ...(handMadeMs === undefined
      ? []
      : [
          `made by hand     ${formatDuration(handMadeMs)} virtual: three passes, each resource's duration from the same table`,
        ]),
  ];
}

function duration(milliseconds: number | undefined): string {
  return milliseconds === undefined ? '' : formatDuration(milliseconds);
}
