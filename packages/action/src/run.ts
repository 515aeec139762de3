import {
  isAzureError,
  whatIf,
  type AzureClient,
  type DeploymentRequest,
  type EnsuredDeployment,
  type Finding,
} from '@lz/azure';
import { placeOf, type AnyEnvironment, type Environment, type Names } from '@lz/config';
import type { Cancellation } from './cancellation.ts';
import type { ActionDefinition, InputValues, Mode } from './definition.ts';
import { ActionError } from './errors.ts';
import type { Host } from './host.ts';
import type { Log } from './log.ts';
import { phases, type PhaseId } from './phases.ts';
import { changeOf, planFingerprint, type Plan, type ReportBuilder } from './report.ts';
import { runDeployment } from './run-deployment.ts';

/** Everything that an action's logic gets: inputs and environment read, Azure reachable, and places for what it has to say. */
export interface Run<A extends ActionDefinition = ActionDefinition> {
  readonly inputs: InputValues<A['inputs']>;
  readonly mode: Mode;
  readonly environment: EnvironmentOf<A>;
  readonly names: Names;
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly azure: AzureClient;
  readonly log: Log;
  readonly report: ReportBuilder;
  /** Aborts when the run is cancelled; requests and waits of `azure` follow it by themselves. */
  readonly signal: AbortSignal;
  readonly cancellation: Cancellation;
  /** Masks a secret before it is used. */
  readonly mask: (secret: string) => void;
  /** Sets an output of the action. Throws where the value holds a masked secret. */
  readonly output: (name: keyof A['outputs'] & string, value: string | number | boolean) => void;
  /** Does the work of a phase, and records how long it took and how it ended. */
  readonly phase: <T>(id: PhaseId, work: () => Promise<T>) => Promise<T>;
  /** Makes sure of a deployment (see `ensureDeployment`): logged, reported, and cancelled with the run. */
  readonly deploy: (request: DeploymentRequest, options?: { readonly wait?: boolean }) => Promise<EnsuredDeployment>;
  /** What a deployment would change, by ARM's what-if. */
  readonly plan: (request: DeploymentRequest) => Promise<Plan>;
  /**
   * With `mode: plan` and `plan-destroy`, adds a plan to the report. With `apply` and `destroy` and the input
   * `plan-fingerprint`, makes the plan and throws ActionError where it is no longer the approved one; to be called before
   * anything is written.
   */
  readonly confirmPlan: (plan: () => Promise<Plan>) => Promise<void>;
  /** Like `confirmPlan`, for an action whose changes stand in the report already. */
  readonly checkPlan: () => void;
  /** Adds findings of the preflight as checks; throws where one is an error. */
  readonly preflight: (findings: readonly Finding[]) => void;
}

/** Environments that an action sees: one that is a hub alone gets only to actions that have something to do there. */
export type EnvironmentOf<A extends ActionDefinition> = A extends { readonly worksOnHubAlone: undefined }
  ? Environment
  : AnyEnvironment;

/** What a run is put together from. */
export interface RunParts<A extends ActionDefinition> {
  readonly host: Host;
  readonly inputs: InputValues<A['inputs']>;
  readonly common: CommonValues;
  readonly environment: AnyEnvironment;
  readonly names: Names;
  readonly azure: AzureClient;
  readonly log: Log;
  readonly report: ReportBuilder;
  readonly cancellation: Cancellation;
  readonly masked: Set<string>;
}

/** The inputs that the runtime itself reads. */
export interface CommonValues {
  readonly config: string;
  readonly mode: Mode;
  readonly clientId: string;
  readonly tenantId: string;
  readonly subscriptionId: string;
  readonly planFingerprint: string;
  readonly onCancel: 'cancel' | 'leave';
  readonly retryBudget: number;
  readonly pollInterval: number | undefined;
}

/** Puts the parts of a run together. */
export function createRun<A extends ActionDefinition>(parts: RunParts<A>): Run<A> {
  const { host, common, azure, log, report, cancellation, masked } = parts;
  return {
    inputs: parts.inputs,
    mode: common.mode,
    // `runAction` lets no environment get here that the action does not take.
    environment: parts.environment as EnvironmentOf<A>,
    names: parts.names,
    tenantId: common.tenantId,
    subscriptionId: common.subscriptionId,
    azure,
    log,
    report,
    signal: cancellation.signal,
    cancellation,
    mask: (secret) => {
      masked.add(secret);
      host.mask(secret);
    },
    output: (name, value) => {
      host.output(name, withoutSecret(name, String(value), masked));
    },
    phase: (id, work) => runPhase(parts, id, work),
    deploy: (request, options) => runDeployment(parts, request, options?.wait ?? true),
    plan: (request) => planDeployment(azure, request),
    confirmPlan: (plan) => confirmPlan(parts, plan),
    checkPlan: () => {
      assertApproved(common, report.planFingerprint);
    },
    preflight: (findings) => {
      recordFindings(parts, findings);
    },
  };
}

/** A provider that is not registered yet, which `apply` would change, hides a deployment from what-if. */
async function planDeployment(azure: AzureClient, request: DeploymentRequest): Promise<Plan> {
  try {
    const { changes, unseen } = await whatIf(azure, request);
    return { changes: changes.map(changeOf), unseen, basis: changes.length === 0 ? [] : [request.fingerprint] };
  } catch (error) {
    if (!isAzureError(error, 'MissingSubscriptionRegistration')) throw error;
    return { changes: [], unseen: [`${request.name}: ${error.message}`] };
  }
}

async function confirmPlan<A extends ActionDefinition>(
  { common, log, report }: RunParts<A>,
  plan: () => Promise<Plan>,
): Promise<void> {
  if (common.mode === 'plan' || common.mode === 'plan-destroy') {
    const planned = await plan();
    report.plan(planned);
    log.plan(planned);
    return;
  }
  if (common.planFingerprint !== '') assertApproved(common, planFingerprint(await plan()));
}

function assertApproved({ planFingerprint: approved }: CommonValues, now: string): void {
  if (approved === '' || approved === now) return;
  throw new ActionError(
    'PlanChanged',
    `The plan has changed since it was approved: ${approved.slice(0, 12)} then, ${now.slice(0, 12)} now.`,
    'Run the plan again, read what differs, and approve the new one.',
  );
}

/** Warnings are told and kept; errors end the run before anything is written. */
function recordFindings<A extends ActionDefinition>(
  { common, log, report }: RunParts<A>,
  findings: readonly Finding[],
): void {
  const errors: ActionError[] = [];
  for (const { severity, code, message, remedy, pointer } of findings) {
    const place = pointer === undefined ? undefined : placeOf(common.config, pointer);
    const where = place === undefined ? '' : ` (${place.file}:${place.line}:${place.column})`;
    report.check({ name: code, verdict: severity === 'error' ? 'failed' : 'warning', detail: message + where, remedy });
    if (severity === 'warning') log.warning(`${message}${where} ${remedy}`);
    else errors.push(new ActionError(code, message + where, remedy, undefined, place));
  }
  if (errors.length > 0) throw new AggregateError(errors, 'The preflight found what would fail.');
}

/** GitHub drops an output that holds a masked value, silently for the next job; so this fails here instead. */
function withoutSecret(name: string, value: string, masked: ReadonlySet<string>): string {
  for (const secret of masked) {
    if (value.includes(secret)) throw new Error(`Output "${name}" would hold a secret.`);
  }
  return value;
}

async function runPhase<A extends ActionDefinition, T>(
  { azure, log, report, cancellation }: RunParts<A>,
  id: PhaseId,
  work: () => Promise<T>,
): Promise<T> {
  const title = phases[id];
  log.info(`${id} ${title}`);
  const started = performance.now();
  const azureStarted = azure.azureTime;
  const record = (result: 'succeeded' | 'failed' | 'cancelled') => {
    const begun = azureStarted ?? azure.firstAzureTime;
    const azureMs = azure.azureTime === undefined || begun === undefined ? undefined : azure.azureTime - begun;
    const durationMs = Math.round(performance.now() - started);
    report.phase({ id, title, result, durationMs, ...(azureMs === undefined ? {} : { azureDurationMs: azureMs }) });
  };
  try {
    const value = await work();
    record('succeeded');
    return value;
  } catch (error) {
    record(cancellation.signal.aborted ? 'cancelled' : 'failed');
    throw error;
  }
}
