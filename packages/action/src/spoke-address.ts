import type { Environment } from '@lz/config';
import { CONTAINER_APPS_VERSION } from './container-job.ts';
import type { Run } from './run.ts';

/** What people reach a container app through, as the platform made it. */
export interface AppEnvironment {
  readonly properties: {
    readonly defaultDomain?: string;
    readonly staticIp?: string;
    readonly publicNetworkAccess?: string;
    readonly vnetConfiguration?: { readonly internal?: boolean };
    readonly customDomainConfiguration?: { readonly customDomainVerificationId?: string };
  };
}

/** The Container Apps environment of the spoke; undefined where there is none yet. */
export async function findAppEnvironment({
  azure,
  names,
}: Pick<Run, 'azure' | 'names'>): Promise<AppEnvironment | undefined> {
  return await azure.find<AppEnvironment>(names.spoke.containerEnvironmentId, CONTAINER_APPS_VERSION);
}

/**
 * The host name that people open: the company's own, else the one that the platform gives. Undefined as long as the
 * platform has not made the environment whose domain it lies in.
 */
export async function spokeHostname(
  run: Pick<Run, 'azure' | 'names'> & { readonly environment: Environment },
): Promise<string | undefined> {
  return run.environment.spoke.exposure.hostname ?? (await platformHostname(run));
}

/** The host name that the platform gives the app; undefined as long as there is no environment. */
export async function platformHostname(run: Pick<Run, 'azure' | 'names'>): Promise<string | undefined> {
  const domain = (await findAppEnvironment(run))?.properties.defaultDomain;
  return domain === undefined ? undefined : `${run.names.spoke.containerApp}.${domain}`;
}
