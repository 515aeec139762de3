import type { World } from '../kernel/world.ts';
import { EntraError } from './aadsts.ts';
import { DOMAINS } from './seed.ts';

/** Tenant-independent authorities. */
const SHARED = ['common', 'organizations'];

/** Whether `segment` names the twin's tenant, a shared authority, or (AADSTS90002, 900023) nothing that exists. */
export function tenantOf(world: World, segment: string): 'own' | 'shared' {
  const wanted = segment.toLowerCase();
  if (wanted === world.tenant.tenantId.toLowerCase() || DOMAINS.includes(wanted)) return 'own';
  if (SHARED.includes(wanted)) return 'shared';
  if (!/^[0-9a-f-]{36}$|\./.test(wanted))
    throw new EntraError(
      900023,
      'invalid_request',
      `Specified tenant identifier '${segment}' is neither a valid DNS name, nor a valid external domain.`,
    );
  throw new EntraError(
    90002,
    'invalid_request',
    `Tenant '${segment}' not found. Check to make sure you have the correct tenant ID and are signing into the ` +
      'correct cloud. Check with your subscription administrator, this may happen if there are no active ' +
      'subscriptions for the tenant.',
  );
}

/** Answer of instance discovery: which authorities are one (clients ask it before they trust an authority). */
export function instanceDiscovery(authority: string, version: string) {
  const aliases = ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com', 'sts.windows.net'];
  return {
    tenant_discovery_endpoint: authority,
    'api-version': version,
    metadata: [{ preferred_network: 'login.microsoftonline.com', preferred_cache: 'login.windows.net', aliases }],
  };
}

/** OpenID configuration of `segment`, with endpoints on the host that was asked. */
export function openIdConfiguration(world: World, host: string, segment: string, version: 'v1' | 'v2') {
  const tenant = tenantOf(world, segment) === 'own' ? world.tenant.tenantId : segment;
  const issuerTenant = tenant === segment && tenant !== world.tenant.tenantId ? '{tenantid}' : tenant;
  const base = `https://${host}/${tenant}`;
  const oauth = version === 'v2' ? `${base}/oauth2/v2.0` : `${base}/oauth2`;
  return {
    token_endpoint: `${oauth}/token`,
    token_endpoint_auth_methods_supported: [
      'client_secret_post',
      'private_key_jwt',
      'client_secret_basic',
      'self_signed_tls_client_auth',
    ],
    jwks_uri: version === 'v2' ? `${base}/discovery/v2.0/keys` : `https://${host}/common/discovery/keys`,
    response_modes_supported: ['query', 'fragment', 'form_post'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    response_types_supported: ['code'],
    scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
    issuer:
      version === 'v2'
        ? `https://login.microsoftonline.com/${issuerTenant}/v2.0`
        : `https://sts.windows.net/${issuerTenant}/`,
    request_uri_parameter_supported: false,
    userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
    authorization_endpoint: `${oauth}/authorize`,
    http_logout_supported: true,
    frontchannel_logout_supported: true,
    end_session_endpoint: `${oauth}/logout`,
    claims_supported: [
      'sub',
      'iss',
      'cloud_instance_name',
      'cloud_instance_host_name',
      'cloud_graph_host_name',
      'msgraph_host',
      'aud',
      'exp',
      'iat',
      'auth_time',
      'acr',
      'nonce',
      'preferred_username',
      'name',
      'tid',
      'ver',
      'at_hash',
      'c_hash',
      'email',
    ],
    code_challenge_methods_supported: ['plain', 'S256'],
    tenant_region_scope: 'EU',
    cloud_instance_name: 'microsoftonline.com',
    cloud_graph_host_name: 'graph.windows.net',
    msgraph_host: 'graph.microsoft.com',
    rbac_url: 'https://pas.windows.net',
  };
}
