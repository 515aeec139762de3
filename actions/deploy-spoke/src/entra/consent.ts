import type { Change } from '@lz/action';
import { checked, type Finding } from '@lz/azure';
import { API_SCOPE } from './desired-application.ts';
import { quoted, type Graph } from './graph.ts';

/** Microsoft Graph itself, in every tenant. */
const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';
const SIGN_IN_SCOPES = ['openid', 'profile', 'email', 'offline_access'];

/** Reading consent is a right of its own in Graph. */
const CHECK_REMEDY =
  'To have it checked, give the deploying identity the Graph application role DelegatedPermissionGrant.ReadWrite.All or Directory.Read.All.';

interface Grant {
  readonly id: string;
  readonly resourceId: string;
  readonly consentType: string;
  readonly scope: string;
}

/** Scopes of one API that nobody has consented to for everybody. */
interface ConsentGap {
  readonly resourceId: string;
  readonly name: string;
  readonly grant: Grant | undefined;
  readonly given: readonly string[];
  readonly missing: readonly string[];
}

/**
 * Consents for everybody (admin consent) to what Open WebUI asks for: sign-in, and its own API. Without it each person
 * would be asked, or refused where the tenant forbids user consent.
 */
export async function ensureConsent(
  graph: Graph,
  servicePrincipalId: string,
  { write, onChange }: { readonly write: boolean; readonly onChange: (change: Change) => void },
): Promise<void> {
  for (const { grant, given, missing, resourceId, name } of await consentGaps(graph, servicePrincipalId)) {
    onChange({ kind: grant === undefined ? 'create' : 'modify', type: 'Entra consent', name, details: missing });
    if (!write) continue;
    const scope = [...given, ...missing].join(' ');
    if (grant === undefined) {
      const body = { clientId: servicePrincipalId, consentType: 'AllPrincipals', resourceId, scope };
      await graph.create('/oauth2PermissionGrants', body);
    } else {
      await graph.write({ method: 'PATCH', path: `/oauth2PermissionGrants/${grant.id}`, body: { scope } });
    }
  }
}

/** A warning where people would be asked for consent in an application of somebody else's: its owner gives it there. */
export async function missingConsent(graph: Graph, servicePrincipalId: string): Promise<readonly Finding[]> {
  const findMissing = async (): Promise<readonly Finding[]> => {
    const missing = (await consentGaps(graph, servicePrincipalId)).flatMap((one) => one.missing);
    return missing.length === 0 ? [] : [consentMissing(missing)];
  };
  return await checked('Consent for everybody', findMissing, CHECK_REMEDY);
}

function consentMissing(missing: readonly string[]): Finding {
  return {
    severity: 'warning',
    code: 'ConsentMissing',
    message: `Nobody has consented for everybody to ${missing.join(', ')}: each person is asked at the first sign-in, or refused (AADSTS65001) where the tenant forbids user consent.`,
    remedy: 'Ask the owner of the application to grant admin consent: Enterprise applications, Permissions.',
    pointer: '/spoke/entra/clientId',
  };
}

/** What nobody has consented to yet, by the API that offers it. */
async function consentGaps(graph: Graph, servicePrincipalId: string): Promise<readonly ConsentGap[]> {
  const graphPrincipal = await graph.getReplicated<{ id: string }>(`/servicePrincipals(appId=${quoted(GRAPH_APP_ID)})`);
  const wanted = [
    { resourceId: graphPrincipal.id, scopes: SIGN_IN_SCOPES, name: 'sign-in' },
    { resourceId: servicePrincipalId, scopes: [API_SCOPE], name: API_SCOPE },
  ];
  const filter = encodeURIComponent(`clientId eq ${quoted(servicePrincipalId)}`);
  const grants = await graph.list<Grant>(`/oauth2PermissionGrants?$filter=${filter}`);
  return wanted
    .map(({ resourceId, scopes, name }) => {
      const grant = grants.find((one) => one.consentType === 'AllPrincipals' && one.resourceId === resourceId);
      const given = (grant?.scope ?? '').split(' ').filter((scope) => scope !== '');
      return { resourceId, name, grant, given, missing: scopes.filter((scope) => !given.includes(scope)) };
    })
    .filter(({ missing }) => missing.length > 0);
}
