export { Directory, directoryOf } from './directory.ts';
export type {
  Application,
  AppRole,
  AppRoleAssignment,
  FederatedCredential,
  Group,
  PermissionGrant,
  PermissionScope,
  Person,
  ServicePrincipal,
} from './model.ts';
export { AUDIENCES, DEPLOYER_GRAPH_ROLES, GRAPH_APP_ID, GRAPH_ROLES } from './first-party.ts';
export type { GraphRole } from './first-party.ts';
export { issuerOf, realClockOf } from './access-token.ts';
export type { RealClock } from './access-token.ts';
export { entraSigner } from './keys.ts';
export type { Signer } from './keys.ts';
export { verifyAccessToken, verifyBearer } from './verify.ts';
export type { Caller, Expectation, TokenProblem, Verdict } from './verify.ts';
export { entraHost } from './host.ts';
export { identityAccessToken, managedIdentityHost, managedIdentityToken, registerReplica } from './managed-identity.ts';
export type { IdentityEndpoint } from './managed-identity.ts';
export { EntraError } from './aadsts.ts';
