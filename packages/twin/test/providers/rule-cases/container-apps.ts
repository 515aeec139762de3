import { IDS } from '../landscape.ts';
import { busy, NOWHERE, p, refuse, UNREADABLE } from './case.ts';
import type { RuleCase } from './case.ts';

const C0 = `${p}.template.containers.0`;
const SECRET0 = `${p}.configuration.secrets.0`;
const INVALID = 'InvalidParameterValueInContainerTemplate';

const workloads: readonly RuleCase[] = [
  ['container-app', IDS.app],
  ['container-job', IDS.job],
].flatMap(([kind = '', id = '']) => [
  refuse(`${kind}-settled`, 'ContainerAppOperationInProgress', id, {}, { given: busy(id, 'InProgress') }),
  refuse(`${kind}-environment-exists`, 'ManagedEnvironmentNotFound', id, {
    [`${p}.environmentId`]: `${NOWHERE}Microsoft.App/managedEnvironments/none`,
    [SECRET0]: { name: 'webui-secret-key', value: 'x' },
    [`${p}.template.volumes`]: [],
  }),
  refuse(
    `${kind}-environment-ready`,
    'ManagedEnvironmentNotReadyForAppCreation',
    id,
    {},
    { given: busy(IDS.environment, 'InfrastructureSetupInProgress') },
  ),
  refuse(`${kind}-region`, 'ContainerAppLocationMismatch', id, { location: 'westeurope' }, { as: `${id}-new` }),
  refuse(`${kind}-workload-profile`, 'InvalidWorkloadProfileName', id, { [`${p}.workloadProfileName`]: 'Huge' }),
  refuse(`${kind}-containers`, INVALID, id, { [`${C0}.name`]: 'Bad_Name' }),
  refuse(`${kind}-resources`, 'ContainerAppInvalidResourceTotal', id, {
    [`${C0}.resources`]: { cpu: 1, memory: '4Gi' },
  }),
  refuse(`${kind}-image`, INVALID, id, { [`${C0}.image`]: 'ghcr.io/open-webui/open-webui:v999-none' }),
  refuse(`${kind}-secret-name`, 'ContainerAppSecretInvalid', id, {
    [`${SECRET0}.name`]: 'Bad_Name',
    [`${C0}.env`]: [],
  }),
  refuse(`${kind}-secret-value`, 'ContainerAppSecretInvalid', id, {
    [SECRET0]: { name: 'other', value: '' },
    [`${C0}.env`]: [],
  }),
  refuse(`${kind}-secret-identity`, INVALID, id, { identity: { type: 'None' } }),
  refuse(`${kind}-secret-readable`, INVALID, id, {
    [`${SECRET0}.keyVaultUrl`]: 'https://kv-contoso.vault.azure.net/secrets/none',
  }),
  ...UNREADABLE.map(([says, given]) => refuse(`${kind}-secret-readable`, INVALID, id, {}, { given, says })),
  refuse(`${kind}-secret-reference`, 'ContainerAppSecretRefNotFound', id, { [`${C0}.env.0.secretRef`]: 'none' }),
  refuse(`${kind}-volume-storage`, 'ContainerAppVolumeStorageNotFound', id, {
    [`${p}.template.volumes.0.storageName`]: 'none',
  }),
  refuse(`${kind}-volume-reference`, INVALID, id, {
    [`${C0}.volumeMounts`]: [{ volumeName: 'none', mountPath: '/data' }],
  }),
]);

/** Container apps and jobs. */
export const containerApps: readonly RuleCase[] = [
  ...workloads,
  refuse('container-app-target-port', 'ContainerAppInvalidIngressTargetPort', IDS.app, {
    [`${p}.configuration.ingress.targetPort`]: 70000,
  }),
  refuse('container-app-sticky-single', 'ContainerAppStickySessionsNotSupported', IDS.app, {
    [`${p}.configuration.activeRevisionsMode`]: 'Multiple',
  }),
  refuse('container-app-traffic', 'ContainerAppInvalidTrafficWeight', IDS.app, {
    [`${p}.configuration.ingress.traffic.0.weight`]: 90,
  }),
  refuse('container-app-scale', 'ContainerAppInvalidScaleSpec', IDS.app, { [`${p}.template.scale.minReplicas`]: 5 }),
  refuse('container-app-probe', 'ContainerAppProbeInvalid', IDS.app, { [`${C0}.probes.0.initialDelaySeconds`]: 300 }),
  refuse(
    'container-app-revision-suffix',
    'RevisionSuffixInUse',
    IDS.app,
    { [`${p}.template.revisionSuffix`]: 'one' },
    {
      given: (bench) => {
        const app = bench.get(IDS.app);
        const id = `${app.id}/revisions/ca-contoso--one`;
        bench.world.store.put({
          ...app,
          id,
          type: 'Microsoft.App/containerApps/revisions',
          name: 'ca-contoso--one',
          secrets: { templateHash: 'another' },
        });
      },
    },
  ),
  refuse('container-job-trigger', 'InvalidRequestParameterWithDetails', IDS.job, {
    [`${p}.configuration.triggerType`]: 'Whim',
  }),
  refuse('container-job-schedule', 'InvalidRequestParameterWithDetails', IDS.job, {
    [`${p}.configuration.triggerType`]: 'Schedule',
  }),
  refuse('container-job-timeout', 'InvalidRequestParameterWithDetails', IDS.job, {
    [`${p}.configuration.replicaTimeout`]: 0,
  }),
];
