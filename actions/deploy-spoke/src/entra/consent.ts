import type { Change } from '@lz/action';
import { API_SCOPE } from './desired-application.ts';
import { quoted, type Graph } from './graph.ts';

/** Microsoft Graph itself, in every tenant. */
const GRAPH_APP_ID = '00000003-0000-0000-c000-000000000000';
const SIGN_IN_SCOPES = ['openid', 'profile', 'email', 'offline_access'];

interface Grant {
  readonly id: string;
  readonly resourceId: string;
  readonly consentType: string;
  readonly scope: string;
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
  const graphPrincipal = await graph.getReplicated<{ id: string }>(`/servicePrincipals(appId=${quoted(GRAPH_APP_ID)})`);
  const wanted = [
    { resourceId: graphPrincipal.id, scopes: SIGN_IN_SCOPES, name: 'sign-in' },
    { resourceId: servicePrincipalId, scopes: [API_SCOPE], name: API_SCOPE },
  ];
  const filter = encodeURIComponent(`clientId eq ${quoted(servicePrincipalId)}`);
  const grants = await graph.list<Grant>(`/oauth2PermissionGrants?$filter=${filter}`);
  for (const { resourceId, scopes, name } of wanted) {
    const grant = grants.find((one) => one.consentType === 'AllPrincipals' && one.resourceId === resourceId);
    const given = (grant?.scope ?? '').split(' ').filter((scope) => scope !== '');
    const missing = scopes.filter((scope) => !given.includes(scope));
    if (missing.length === 0) continue;
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
