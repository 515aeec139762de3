import { createHash } from 'node:crypto';
import { AzureError } from '../../kernel/http.ts';
import type { Json, JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineReadOnly, defineType } from '../common/define.ts';
import { isObject, numberAt, objectAt, objectsAt, textAt } from '../common/json.ts';
import { nameRule, refusal, rule } from '../common/rules.ts';
import { isBusy } from '../common/states.ts';
import type { ActionContext } from '../type-definition.ts';
import { secretsOf } from './container-apps.ts';
import { authToken, environmentOf, streamAddress } from './environments.ts';
import { jobRunnerOf } from './job-runner.ts';
import { templateRules } from './template-rules.ts';

const JOB = 'Microsoft.App/jobs';
const EXECUTION = `${JOB}/executions`;
const REPLICA = `${EXECUTION}/replicas`;
const SOURCE = 'facts/azure.md section 1, ACA; Microsoft.App jobs';

function shortName(text: string, length: number): string {
  return BigInt(`0x${createHash('sha256').update(text).digest('hex')}`)
    .toString(36)
    .slice(0, length);
}

function executionsOf(world: World, jobId: string): readonly Resource[] {
  return world.store.below(jobId).filter(({ type }) => type.toLowerCase() === EXECUTION.toLowerCase());
}

/** A start may bring a template of its own for this one execution. */
function templateFor(job: Resource, body: Json): JsonObject {
  const template = objectAt(job.properties, 'template');
  const given = isObject(body) ? objectsAt(body, 'containers') : [];
  return given.length === 0 ? template : { ...template, containers: given };
}

function part(world: World, job: Resource, id: string, type: string, properties: JsonObject): Resource {
  const { now } = world.clock;
  return {
    id,
    type,
    name: id.slice(id.lastIndexOf('/') + 1),
    apiVersion: job.apiVersion,
    properties,
    secrets: {},
    etag: world.guid(`etag:${id.toLowerCase()}`),
    createdAt: now,
    changedAt: now,
  };
}

function start({ resource: job, world, body }: ActionContext) {
  const run = jobRunnerOf(world);
  if (isBusy(job))
    throw new AzureError(
      409,
      {
        code: 'ContainerAppJobOperationInProgress',
        message: `Cannot start job '${job.name}' because a provisioning operation is going on.`,
      },
      {},
      true,
    );
  const name = `${job.name}-${shortName(`${job.id.toLowerCase()}:${executionsOf(world, job.id).length}:${world.seed}`, 7)}`;
  const id = `${job.id}/executions/${name}`;
  const template = templateFor(job, body);
  const execution = part(world, job, id, EXECUTION, {
    status: 'Running',
    startTime: new Date(world.clock.now).toISOString(),
    template,
  });
  world.store.put(execution);
  const replicaId = `${id}/replicas/${name}-${shortName(id.toLowerCase(), 5)}`;
  const containers = objectsAt(template, 'containers').map((container) => ({
    name: textAt(container, 'name') ?? '',
    containerId: world.guid(`container:${replicaId.toLowerCase()}`),
    ready: true,
    started: true,
    restartCount: 0,
    logStreamEndpoint: `${streamAddress(job.location, job.id)}/executions/${name}/replicas/${replicaId.slice(replicaId.lastIndexOf('/') + 1)}/containers/${textAt(container, 'name') ?? ''}/logstream`,
  }));
  world.store.put(
    part(world, job, replicaId, REPLICA, { createdTime: new Date(world.clock.now).toISOString(), containers }),
  );
  run(world, job, execution);
  return { status: 200, wrote: false, body: { id, name } };
}

function stop({ resource: job, world }: ActionContext) {
  for (const execution of executionsOf(world, job.id).filter(isRunning)) endExecution(world, execution.id, 'Stopped');
  return { status: 200, wrote: false };
}

function isRunning(execution: Resource): boolean {
  return /^(Running|Processing)$/.test(textAt(execution.properties, 'status') ?? '');
}

/** Writes the end of an execution, unless it has ended already. */
export function endExecution(world: World, executionId: string, status: 'Succeeded' | 'Failed' | 'Stopped'): void {
  const execution = world.store.get(executionId);
  if (execution === undefined || !isRunning(execution)) return;
  const endTime = new Date(world.clock.now).toISOString();
  world.store.put({ ...execution, properties: { ...execution.properties, status, endTime } });
}

export const jobs = defineType({
  type: JOB,
  apiVersions: API_VERSIONS.app.filter((version) => version >= '2022-11'),
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: 'containerJob',
  running: { create: 'InProgress', update: 'InProgress' },
  rules: [
    nameRule(JOB, /^(?=.{2,32}$)[a-z](?:-?[a-z0-9])*$/, {
      code: 'ContainerAppJobInvalidName',
      message: (name) =>
        `Invalid job name '${name}'. A name must consist of lower case alphanumeric characters or '-', start with an alphabetic character, end with an alphanumeric character and cannot have '--'. The length must not be more than 32 characters.`,
    }),
    rule('container-job-settled', 'facts/azure.md section 4, ACA', ({ name, existing }) =>
      existing !== undefined && isBusy(existing)
        ? refusal(
            409,
            'ContainerAppOperationInProgress',
            `Cannot modify job '${name}' because there is an ongoing provisioning operation.`,
          )
        : undefined,
    ),
    ...templateRules('container-job'),
    rule('container-job-trigger', SOURCE, ({ properties }) => {
      const trigger = textAt(properties, 'configuration.triggerType') ?? '';
      return ['Manual', 'Schedule', 'Event'].includes(trigger)
        ? undefined
        : refusal(
            400,
            'InvalidRequestParameterWithDetails',
            `The trigger type '${trigger}' is invalid: Manual, Schedule or Event.`,
          );
    }),
    rule('container-job-schedule', SOURCE, ({ properties }) =>
      textAt(properties, 'configuration.triggerType') === 'Schedule' &&
      textAt(properties, 'configuration.scheduleTriggerConfig.cronExpression') === undefined
        ? refusal(
            400,
            'InvalidRequestParameterWithDetails',
            'A scheduled job needs configuration.scheduleTriggerConfig.cronExpression.',
          )
        : undefined,
    ),
    rule('container-job-timeout', SOURCE, ({ properties }) => {
      const seconds = numberAt(properties, 'configuration.replicaTimeout');
      return seconds !== undefined && seconds >= 1
        ? undefined
        : refusal(
            400,
            'InvalidRequestParameterWithDetails',
            `configuration.replicaTimeout must be at least 1 second, not ${seconds ?? 'nothing'}.`,
          );
    }),
  ],
  secrets: ['configuration.secrets[*].value', 'configuration.registries[*].password'],
  defaults: () => ({
    workloadProfileName: 'Consumption',
    configuration: { replicaRetryLimit: 0, triggerType: 'Manual' },
  }),
  readOnly: ({ id, location, properties }) => ({
    environmentId: environmentOf(properties) ?? '',
    eventStreamEndpoint: `${streamAddress(location, id)}/eventstream`,
  }),
  outputs: (job, world) => {
    const staticIp = textAt(world.store.get(environmentOf(job.properties) ?? '')?.properties, 'staticIp');
    return { outboundIpAddresses: staticIp === undefined ? [] : [staticIp] };
  },
  actions: {
    start,
    stop,
    getauthtoken: ({ resource, world }) => authToken(world, resource.id, resource.location),
    listsecrets: ({ resource }) => ({ status: 200, body: { value: secretsOf(resource) } }),
  },
});

export const executions = defineReadOnly({
  type: EXECUTION,
  apiVersions: API_VERSIONS.app.filter((version) => version >= '2022-11'),
  isPending: isRunning,
  actions: {
    stop({ resource, world }) {
      endExecution(world, resource.id, 'Stopped');
      return { status: 200, wrote: false };
    },
  },
});

export const executionReplicas = defineReadOnly({
  type: REPLICA,
  apiVersions: API_VERSIONS.app.filter((version) => version >= '2022-11'),
});
