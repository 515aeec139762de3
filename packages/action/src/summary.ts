import { formatDuration, type LeafError } from '@lz/azure';
import type { ActionDefinition } from './definition.ts';
import type { RemovalReport } from './removal/report.ts';
import type { Change, Check, RunReport } from './report.ts';

const SHOWN_CHANGES = 60;

/** The job summary of a run, as GitHub's Markdown. Counts first, deletes first, nothing that did not change. */
export function renderSummary(definition: Pick<ActionDefinition, 'title'>, report: RunReport): string {
  const sections = [
    `## ${definition.title}: ${headline(report)}`,
    overview(report),
    section('Errors', report.errors.map(errorBlock)),
    section('Phases', report.phases.length === 0 ? [] : [phaseTable(report)]),
    ...(report.removal === undefined
      ? [section(report.mode === 'plan' ? 'Would change' : 'Changed', changeTable(report.changes))]
      : removalSections(report.removal)),
    section(
      'Not in this preview',
      report.unseen.map((sentence) => `- ${plain(sentence)}`),
    ),
    section('Checks', report.checks.length === 0 ? [] : [checkTable(report.checks)]),
    section(
      'Addresses',
      Object.entries(report.urls).map(([label, url]) => `- ${plain(label)}: ${url}`),
    ),
    section(
      'Left to do by hand',
      report.leftToDo.map((sentence) => `- ${plain(sentence)}`),
    ),
    report.resume === undefined ? '' : `> ${plain(report.resume)}`,
  ];
  return `${sections.filter((text) => text !== '').join('\n\n')}\n`;
}

function headline({ result, mode, hasChanges, environment }: RunReport): string {
  if (result !== 'succeeded') return `${environment} ${result}`;
  if (mode === 'plan') return `${environment} ${hasChanges ? 'would change' : 'would not change'}`;
  if (mode === 'plan-destroy') return `${environment} ${hasChanges ? 'would go' : 'has nothing left to remove'}`;
  if (mode === 'destroy') return `${environment} ${hasChanges ? 'is gone' : 'had nothing left to remove'}`;
  return `${environment} ${hasChanges ? 'done' : 'unchanged'}`;
}

function overview(report: RunReport): string {
  const { create, modify, delete: deleted } = report.counts;
  const parts = [
    `${deleted} deleted`,
    `${modify} modified`,
    `${create} created`,
    formatDuration(report.durationMs),
    `${report.retries.length} ${report.retries.length === 1 ? 'retry' : 'retries'}`,
  ];
  return parts.join(' · ');
}

function phaseTable({ phases }: RunReport): string {
  const rows = phases.map(({ id, title, result, durationMs, azureDurationMs }) =>
    row(
      `${id} ${title}`,
      result,
      formatDuration(durationMs),
      azureDurationMs === undefined ? '' : formatDuration(azureDurationMs),
    ),
  );
  return table(['Phase', 'Result', 'Took', "On Azure's clock"], rows);
}

function changeTable(changes: readonly Change[]): readonly string[] {
  if (changes.length === 0) return [];
  const weight = ({ kind }: Change) => ({ delete: 0, modify: 1, create: 2 })[kind];
  const shown = changes.toSorted((a, b) => weight(a) - weight(b)).slice(0, SHOWN_CHANGES);
  const rows = shown.map(({ kind, type, name, details }) => row(kind, type, name, details?.join(', ') ?? ''));
  const rest = changes.length - shown.length;
  const text = table(['', 'Type', 'Name', 'What'], rows);
  return rest > 0 ? [text, `${rest} more stand in the JSON report.`] : [text];
}

/** What goes comes in its order, what is left of it first; what stays says where to find it. */
function removalSections({ goes, stays }: RemovalReport): readonly string[] {
  const weight = { left: 0, planned: 1, gone: 2 };
  const departures = goes
    .toSorted((a, b) => weight[a.state] - weight[b.state])
    .slice(0, SHOWN_CHANGES)
    .map(({ state, type, name, details }) => row(state, type, name, details?.join(', ') ?? ''));
  const rest = goes.length - departures.length;
  const kept = stays.map(({ type, name, where, why, until }) => row(type, name, why, until ?? '', where));
  return [
    section('Goes', [
      ...(departures.length === 0 ? [] : [table(['', 'Type', 'Name', 'What'], departures)]),
      ...(rest > 0 ? [`${rest} more stand in the JSON report.`] : []),
    ]),
    section('Stays', kept.length === 0 ? [] : [table(['Type', 'Name', 'Why', 'Until', 'Where'], kept)]),
  ];
}

function checkTable(checks: readonly Check[]): string {
  const rows = checks.map(({ name, verdict, detail, remedy }) =>
    row(name, verdict, remedy === undefined ? detail : `${detail} ${remedy}`),
  );
  return table(['Check', 'Verdict', 'Detail'], rows);
}

function errorBlock(error: LeafError): string {
  const where =
    error.resourceName === undefined ? '' : ` at ${error.resourceType ?? ''} \`${plain(error.resourceName)}\``;
  const lines = [
    `**${plain(error.code)}**${where}: ${plain(error.message)}`,
    error.cause === undefined ? '' : `Cause: ${error.cause}`,
    error.remedy === undefined ? '' : `What to do: ${error.remedy}`,
    error.correlationId === undefined ? '' : `Correlation id: \`${plain(error.correlationId)}\``,
    error.portalUrl === undefined ? '' : `[Open in the portal](${error.portalUrl})`,
  ];
  return lines.filter((line) => line !== '').join('<br>\n');
}

function section(title: string, blocks: readonly string[]): string {
  if (blocks.length === 0) return '';
  const isList = blocks.every((block) => block.startsWith('- '));
  return `### ${title}\n\n${blocks.join(isList ? '\n' : '\n\n')}`;
}

function table(heads: readonly string[], rows: readonly string[]): string {
  return [`| ${heads.join(' | ')} |`, `|${heads.map(() => '---').join('|')}|`, ...rows].join('\n');
}

function row(...cells: readonly string[]): string {
  return `| ${cells.map(plain).join(' | ')} |`;
}

/** Text of a service must not become markup, nor break a table. */
function plain(text: string): string {
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/g, ' ');
}
