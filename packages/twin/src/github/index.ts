export { GITHUB_TOKEN_SECONDS, gitHubHosts, registerJob } from './oidc.ts';
export type { JobCredentials } from './oidc.ts';
export { claimsOf, subjectOf } from './claims.ts';
export type { JobContext, SubjectFormat } from './job-context.ts';
export { DEFAULT_ENVIRONMENTS, DEFAULT_REPOSITORY, defaultRepositorySubjects, GITHUB_ISSUER } from '../entra/seed.ts';
