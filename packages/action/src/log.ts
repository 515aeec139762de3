import { formatDuration, isOver, isUnsuccessful, type DeploymentEvent, type LeafError, type Retry } from '@lz/azure';
import type { Host } from './host.ts';
import type { Plan } from './report.ts';

const SILENCE_MS = 20_000;

/** Progress lines of a run: one for each thing that happens, plain enough to be searched. */
export class Log {
  readonly #host: Host;
  #lastLine = performance.now();

  constructor(host: Host) {
    this.#host = host;
  }

  /** Says that something is still waited for, if nothing was said for 20 s: a log is never silent for over 30 s. */
  stillWaiting(line: string): void {
    if (performance.now() - this.#lastLine >= SILENCE_MS) this.info(line);
  }

  info(line: string): void {
    this.#lastLine = performance.now();
    this.#host.info(line);
  }

  debug(line: string): void {
    this.#host.debug(line);
  }

  /** An annotation on the run; for what a person should see without reading the log. */
  warning(message: string): void {
    this.#lastLine = performance.now();
    this.#host.warning(message);
  }

  /** A resource that changed state, or what is still running. */
  deployment(event: DeploymentEvent): void {
    if (event.kind === 'resource') {
      const { resourceName, resourceType, state, ageMs } = event;
      this.info(`  ${symbolOf(state)} ${resourceType} ${resourceName}: ${state} after ${formatDuration(ageMs)}`);
      return;
    }
    const running = event.running.map(({ resourceName, ageMs }) => `${resourceName} (${formatDuration(ageMs)})`);
    const what = running.length === 0 ? 'waiting for Azure' : `still running: ${running.join(', ')}`;
    this.info(`  … ${event.deployment}, ${formatDuration(event.ageMs)}: ${what}`);
  }

  /** What a plan would change, one line each, and what it could not see. */
  plan({ changes, unseen }: Plan): void {
    for (const { kind, type, name, details = [] } of changes) {
      const members = details.length === 0 ? '' : ` (${details.join(', ')})`;
      this.info(`  ${{ create: '+', modify: '~', delete: '-' }[kind]} ${type} ${name}${members}`);
    }
    for (const sentence of unseen) this.info(`  ? ${sentence}`);
    const verb = changes.length > 0 && changes.every(({ kind }) => kind === 'delete') ? 'go' : 'change';
    this.info(changes.length === 0 ? '  nothing would change' : `  ${changes.length} would ${verb}`);
  }

  retry(retry: Retry): void {
    const why = retry.status === 0 ? retry.code : `${retry.status} ${retry.code}`;
    this.info(`  ↻ ${retry.method} ${retry.path}: ${why}; again in ${formatDuration(retry.delayMs)}`);
  }

  /** An error and what is known of it. */
  leafError(error: LeafError): void {
    const where = error.resourceName === undefined ? '' : ` at ${error.resourceType ?? ''} ${error.resourceName}`;
    this.info(`  ✗ ${error.code}${where}: ${error.message}`);
    this.leafDetails(error);
  }

  /** What is known of an error that was told already. */
  leafDetails({ cause, remedy, correlationId, portalUrl }: LeafError): void {
    if (cause !== undefined) this.info(`    cause: ${cause}`);
    if (remedy !== undefined) this.info(`    what to do: ${remedy}`);
    if (correlationId !== undefined) this.info(`    correlation id: ${correlationId}`);
    if (portalUrl !== undefined) this.info(`    ${portalUrl}`);
  }
}

function symbolOf(state: string): string {
  if (isUnsuccessful(state)) return '✗';
  return isOver(state) ? '✓' : '·';
}
