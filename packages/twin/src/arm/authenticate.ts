import { AUDIENCES as ENTRA_AUDIENCES, verifyBearer, type TokenProblem } from '../entra/index.ts';
import { AzureError, type TwinRequest } from '../kernel/http.ts';
import type { World } from '../kernel/world.ts';
import type { Caller } from './ports.ts';

const AUDIENCES = ENTRA_AUDIENCES.arm;

/** Who sent the request. Throws 401 with Azure Resource Manager's codes and its WWW-Authenticate challenge. */
export async function authenticate(world: World, request: TwinRequest): Promise<Caller> {
  const verdict = await verifyBearer(world, request.headers.authorization, { audiences: AUDIENCES, lifetime: 'real' });
  if (verdict.ok) return { principalId: verdict.caller.principalId, appId: verdict.caller.appId };
  const { code, message } = PROBLEMS[verdict.problem];
  const challenge = `Bearer authorization_uri="https://login.microsoftonline.com/${world.tenant.tenantId}", error="invalid_token", error_description="${message}"`;
  throw new AzureError(401, { code, message }, { 'www-authenticate': challenge });
}

const PROBLEMS: Readonly<Record<TokenProblem, { readonly code: string; readonly message: string }>> = {
  missing: {
    code: 'AuthenticationFailed',
    message: "Authentication failed. The 'Authorization' header is missing.",
  },
  malformed: { code: 'InvalidAuthenticationToken', message: 'The access token is invalid.' },
  signature: {
    code: 'InvalidAuthenticationToken',
    message: 'The access token is invalid: its signature does not match.',
  },
  issuer: {
    code: 'InvalidAuthenticationTokenTenant',
    message: 'The access token is from the wrong issuer. It must match the tenant associated with this subscription.',
  },
  audience: {
    code: 'InvalidAuthenticationToken',
    message: `The access token has been obtained for wrong audience or resource. It should exactly match with one of the allowed audiences '${AUDIENCES.join("','")}'.`,
  },
  expired: {
    code: 'ExpiredAuthenticationToken',
    message: 'The access token expiry UTC time is earlier than current UTC time.',
  },
};
