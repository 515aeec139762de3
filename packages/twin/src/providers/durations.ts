import type { World } from '../kernel/world.ts';

/**
 * Minutes, triangular: low, mode, high (facts/azure.md section 5). The one place where durations stand.
 * A row marked "assumption" rests on experience, not on a page or a log that was read.
 */
export const DURATIONS = {
  none: [0, 0, 0],
  /** Metadata that Azure writes in a moment: policies, links, records. Assumption. */
  instant: [0.02, 0.05, 0.1],
  resourceGroup: [0.05, 0.1, 0.2],
  /** VNet, NSG, route table, peering, public IP, identity: logs say 6 to 8 s for VNet and subnet. */
  network: [0.1, 0.2, 0.5],
  identity: [0.1, 0.2, 0.5],
  apiManagementCreate: [28, 38, 60],
  apiManagementInfrastructure: [15, 25, 45],
  /** The V2 tiers are ready in minutes. Assumption. */
  apiManagementV2Create: [4, 7, 15],
  /** Assumption: units and subnets of the V2 tiers change in minutes, too. */
  apiManagementV2Infrastructure: [2, 4, 10],
  /** Assumption. */
  apiManagementUnchanged: [0.5, 1.5, 4],
  /** Assumption. */
  apiManagementChild: [0.1, 0.3, 1],
  /** Assumption: deleting a classic instance takes long. */
  apiManagementDelete: [10, 20, 45],
  applicationGatewayCreate: [5.5, 7, 20],
  /** Assumption. */
  applicationGatewayUpdate: [0.7, 2, 6],
  /** Assumption. */
  applicationGatewayDelete: [1, 3, 8],
  postgresqlServerCreate: [4, 6, 10],
  /** Assumption. A redeployment flips the server to Updating for a moment. */
  postgresqlServerUpdate: [0.3, 0.7, 2],
  /** Assumption. */
  postgresqlServerDelete: [0.5, 1.5, 5],
  /** Assumption: database, configuration, administrator, firewall rule, each. */
  postgresqlChild: [0.2, 0.5, 1.5],
  containerEnvironmentCreate: [2, 5, 12],
  /** Assumption. */
  containerEnvironmentUpdate: [0.3, 0.7, 2],
  /** Documentation: "it might take several minutes"; issues say up to 20. */
  managedCertificate: [1, 5, 20],
  /** Assumption: its network is taken down with it. */
  containerEnvironmentDelete: [2, 6, 15],
  /** Assumption: from an environment's end until its subnet is given back (microsoft/azure-container-apps#974). */
  subnetRelease: [1, 5, 20],
  /** Assumption: pull of about 4 GB, database migrations. */
  containerAppCreate: [1.5, 4, 10],
  /** Assumption: a new revision of an app whose image is already near. */
  containerAppUpdate: [1, 2, 5],
  /** Assumption. */
  containerAppDelete: [0.3, 0.8, 2],
  /** Assumption. */
  containerJob: [0.2, 0.4, 1],
  /** Assumption: from the start of a job's execution, its image pulled, to its end. */
  containerJobRun: [0.3, 0.5, 1],
  foundryAccount: [0.5, 1.5, 5],
  /** Assumption. */
  modelDeployment: [0.2, 0.5, 2],
  /** Assumption. */
  foundryChild: [0.2, 0.5, 1],
  /** Assumption: how long a Foundry account that says Succeeded still refuses private endpoints. */
  foundrySettles: [0.1, 0.4, 2],
  /** Assumption: from a provisioned container app revision to its first healthy replica. */
  containerAppReady: [0.1, 0.3, 1],
  /** Assumption: endpoint and zone group together. */
  privateEndpoint: [0.5, 1.1, 3],
  /** Assumption: the zone group's part of the row above. */
  privateDnsZoneGroup: [0.2, 0.4, 1],
  privateDnsZone: [0.3, 0.6, 1],
  privateDnsLink: [0.5, 1, 3],
  /** Assumption. */
  logAnalytics: [0.3, 0.7, 2],
  /** Assumption. */
  keyVault: [0.3, 0.5, 1.5],
  /** Assumption. */
  storage: [0.4, 0.5, 1],
  /** Assumption: when an accepted role assignment takes effect on the data plane. */
  roleAssignmentEffective: [0.1, 2, 10],
  /** Assumption: when a new Entra application's service principal can be seen. */
  entraReplication: [0.05, 0.3, 2],
  /** Assumption: how long an API stays locked after an import that has ended. */
  apiLock: [0.05, 0.1, 0.3],
  redis: [6, 8, 20],
} as const satisfies Record<string, readonly [number, number, number]>;

export type DurationKey = keyof typeof DURATIONS;

/** Virtual milliseconds that `key` takes for `resourceId`: drawn from the seed and the id alone, so that order cannot matter. */
export function durationOf(world: Pick<World, 'chance' | 'durations'>, key: DurationKey, resourceId: string): number {
  const [low, mode, high]: readonly [number, number, number] = DURATIONS[key];
  if (high === low) return low * 60_000;
  if (world.durations === 'typical') return Math.round(mode * 60_000);
  const chance = world.chance(`duration:${key}:${resourceId.toLowerCase()}`);
  const split = (mode - low) / (high - low);
  const minutes =
    chance < split
      ? low + Math.sqrt(chance * (high - low) * (mode - low))
      : high - Math.sqrt((1 - chance) * (high - low) * (high - mode));
  return Math.round(minutes * 60_000);
}
