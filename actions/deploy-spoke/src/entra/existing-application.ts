import { ActionError } from '@lz/action';
import type { Finding } from '@lz/azure';
import { redirectUri } from './desired-application.ts';
import { rolesOf, type ApplicationObject, type EntraApplication, type ServicePrincipal } from './entra-application.ts';
import { gapsOf, type Wanted } from './application-gaps.ts';
import { missingConsent } from './consent.ts';
import { quoted, type Graph } from './graph.ts';

interface Found {
  readonly application: ApplicationObject | undefined;
  readonly servicePrincipal: ServicePrincipal | undefined;
}

/**
 * Everything that an application of somebody else's lacks, at once: its owner is asked once. `hostname` is undefined as
 * long as the platform has not given one; the redirect URI can then be neither registered nor looked for.
 */
export async function checkExistingApplication(
  graph: Graph,
  clientId: string,
  { hostname, namesGroups }: Wanted,
): Promise<readonly Finding[]> {
  const { application, servicePrincipal } = await find(graph, clientId);
  if (application === undefined) return [notFound(clientId)];
  return [
    ...gapsOf(application, servicePrincipal, { hostname, namesGroups }),
    ...(servicePrincipal === undefined ? [] : await missingConsent(graph, servicePrincipal.id)),
  ];
}

/** Takes an application that somebody else owns, as the preflight found it. Writes nothing. */
export async function useExistingApplication(graph: Graph, clientId: string): Promise<EntraApplication> {
  const { application, servicePrincipal } = await find(graph, clientId);
  if (application === undefined || servicePrincipal === undefined) {
    throw new Error(`The application ${clientId} was there in the preflight, and is not there any longer`);
  }
  return { clientId, servicePrincipalId: servicePrincipal.id, roles: rolesOf(application) };
}

/** Throws where nobody could sign in at a host name that was not known before the deployment. */
export async function requireRedirectUri(graph: Graph, clientId: string, hostname: string): Promise<void> {
  const { application, servicePrincipal } = await find(graph, clientId);
  const gaps =
    application === undefined
      ? [notFound(clientId)]
      : gapsOf(application, servicePrincipal, { hostname, namesGroups: false });
  const gap = gaps.find(({ code }) => code === 'RedirectUriMissing' || code === 'ApplicationNotFound');
  if (gap !== undefined) {
    const remedy = `The platform has now given the host name, and keeps it. ${gap.remedy} Then run again: what is deployed stays.`;
    throw new ActionError(gap.code, `${gap.message} (${redirectUri(hostname)})`, remedy);
  }
}

async function find(graph: Graph, clientId: string): Promise<Found> {
  const key = `(appId=${quoted(clientId)})`;
  return {
    application: await graph.find<ApplicationObject>(`/applications${key}`),
    servicePrincipal: await graph.find<ServicePrincipal>(`/servicePrincipals${key}`),
  };
}

function notFound(clientId: string): Finding {
  return {
    severity: 'error',
    code: 'ApplicationNotFound',
    message: `There is no application with the client id ${clientId} in this tenant.`,
    remedy: 'Correct `spoke.entra.clientId`, or leave `spoke.entra` out and let the action make the application.',
    pointer: '/spoke/entra/clientId',
  };
}
