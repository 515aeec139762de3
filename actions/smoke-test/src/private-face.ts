import { findAppEnvironment, spokeHostname } from '@lz/action';
import { lookUpPublicly } from '@lz/azure';
import { CheckFailed, type Finding, type SmokeCheck } from './run-check.ts';
import type { SmokeRun } from './smoke-test.ts';

/** Of an app that is for the networks alone: that the internet does not find it, and what cannot be seen from here. */
export function privateFaceChecks(run: SmokeRun): readonly SmokeCheck[] {
  return [
    { name: 'closed to the internet', attempt: () => closed(run) },
    { name: 'way in', attempt: () => wayIn(run) },
  ];
}

/** A name that leads to a public address would be somebody else's, or an open door. */
async function closed(run: SmokeRun): Promise<Finding> {
  const hostname = await spokeHostname(run);
  const environment = await findAppEnvironment(run);
  if (hostname === undefined || environment === undefined) {
    throw new CheckFailed('the spoke is not deployed', 'Run deploy-spoke.');
  }
  if (environment.properties.publicNetworkAccess !== 'Disabled') {
    throw new CheckFailed('the environment allows public network access', 'Run deploy-spoke: it switches that off.');
  }
  const own = environment.properties.staticIp;
  const found = (await lookUpPublicly(hostname, 'A', process.env)).filter((address) => address !== own);
  if (found.length > 0) {
    throw new CheckFailed(
      `public DNS leads ${hostname} to ${found.join(', ')}`,
      'Delete that record: the name is for the networks alone.',
    );
  }
  return { detail: `${hostname} has no public address` };
}

/** Which people get here is decided by a VPN and a resolver that are not part of the landing zone. */
async function wayIn(run: SmokeRun): Promise<Finding> {
  const hostname = (await spokeHostname(run)) ?? '';
  const address = (await findAppEnvironment(run))?.properties.staticIp ?? '';
  return {
    unseen: `hub and spoke resolve ${hostname} to ${address}; that your VPN reaches this address, and that your resolver knows the name, cannot be seen from here. What the app answers is tried from inside`,
  };
}
