import { describe, expect, test } from 'vitest';
import { gapsOf } from '../src/entra/application-gaps.ts';
import type { ApplicationObject, ServicePrincipal } from '../src/entra/entra-application.ts';

const HOST = 'chat.contoso.com';
const REDIRECT = `https://${HOST}/oauth/oidc/callback`;

const FITTING: ApplicationObject = {
  id: 'object',
  appId: '33333333-3333-4333-8333-333333333333',
  signInAudience: 'AzureADMyOrg',
  appRoles: [
    { id: 'a', value: 'admin', isEnabled: true, allowedMemberTypes: ['User'] },
    { id: 'u', value: 'user', isEnabled: true, allowedMemberTypes: ['User', 'Application'] },
  ],
  publicClient: { redirectUris: ['http://localhost', REDIRECT] },
  web: { redirectUris: ['https://other.contoso.com/callback'] },
  spa: { redirectUris: [] },
  groupMembershipClaims: 'ApplicationGroup, DirectoryRole',
  api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [{ value: 'access_as_user', isEnabled: true }] },
};
const PRINCIPAL: ServicePrincipal = { id: 'principal', appRoleAssignmentRequired: true, accountEnabled: true };
const WANTED = { hostname: HOST, namesGroups: true };
const [ADMIN, USER] = FITTING.appRoles;

type Case = readonly [string, Partial<ApplicationObject>, Partial<ServicePrincipal> | undefined, string, RegExp];
const role = (change: Partial<NonNullable<typeof USER>>) => ({
  appRoles: FITTING.appRoles.map((one) => (one === USER ? { ...one, ...change } : one)),
});

const CASES: readonly Case[] = [
  ['another audience', { signInAudience: 'AzureADMultipleOrgs' }, {}, 'SignInAudienceTooWide', /single tenant/],
  ['no redirect URI', { publicClient: { redirectUris: [] } }, {}, 'RedirectUriMissing', /Mobile and desktop/],
  ['the redirect URI on web, too', { web: { redirectUris: [REDIRECT] } }, {}, 'RedirectUriMissing', /no other/],
  [
    'the redirect URI on spa',
    { publicClient: { redirectUris: [] }, spa: { redirectUris: [REDIRECT] } },
    {},
    'RedirectUriMissing',
    /no other/,
  ],
  ['no role user', { appRoles: FITTING.appRoles.filter((one) => one === ADMIN) }, {}, 'AppRoleMissing', /"user"/],
  ['no role admin', { appRoles: FITTING.appRoles.filter((one) => one === USER) }, {}, 'AppRoleMissing', /"admin"/],
  ['a disabled role', role({ isEnabled: false }), {}, 'AppRoleMissing', /enabled/],
  [
    'a role for applications alone',
    role({ allowedMemberTypes: ['Application'] }),
    {},
    'AppRoleMissing',
    /User and Application/,
  ],
  [
    'a role that the smoke test cannot hold',
    role({ allowedMemberTypes: ['User'] }),
    {},
    'AppRoleMissing',
    /User and Application/,
  ],
  ['no scope', { api: { requestedAccessTokenVersion: 2 } }, {}, 'ScopeMissing', /access_as_user/],
  [
    'a disabled scope',
    {
      api: { requestedAccessTokenVersion: 2, oauth2PermissionScopes: [{ value: 'access_as_user', isEnabled: false }] },
    },
    {},
    'ScopeMissing',
    /enabled/,
  ],
  [
    'tokens of version 1',
    { api: { ...FITTING.api, requestedAccessTokenVersion: null } },
    {},
    'TokenVersionWrong',
    /: 2/,
  ],
  ['tokens without groups', { groupMembershipClaims: null }, {}, 'GroupsClaimMissing', /ApplicationGroup/],
  [
    'roles of the directory for groups',
    { groupMembershipClaims: 'DirectoryRole' },
    {},
    'GroupsClaimMissing',
    /assigned/,
  ],
  ['no service principal', {}, undefined, 'ServicePrincipalNotFound', /az ad sp create/],
  ['no assignment required', {}, { appRoleAssignmentRequired: false }, 'AssignmentNotRequired', /Assignment required/],
  ['sign-in switched off', {}, { accountEnabled: false }, 'SignInDisabled', /accountEnabled/],
];

describe('an application of somebody else', () => {
  test('that has everything has no gap, whatever else it has', () => {
    expect(gapsOf(FITTING, PRINCIPAL, WANTED)).toEqual([]);
  });

  test('needs no groups in its tokens where the file names none', () => {
    expect(gapsOf({ ...FITTING, groupMembershipClaims: null }, PRINCIPAL, { ...WANTED, namesGroups: false })).toEqual(
      [],
    );
  });

  test.each(CASES)('with %s has this one gap, and what to set', (_what, application, principal, code, remedy) => {
    const servicePrincipal = principal === undefined ? undefined : { ...PRINCIPAL, ...principal };
    const gaps = gapsOf({ ...FITTING, ...application }, servicePrincipal, WANTED);
    expect(gaps.map((gap) => [gap.severity, gap.code, gap.pointer])).toEqual([
      ['error', code, '/spoke/entra/clientId'],
    ]);
    expect(gaps[0]?.remedy).toMatch(remedy);
  });

  test('is warned of when the host name is not known yet', () => {
    const gaps = gapsOf(FITTING, PRINCIPAL, { ...WANTED, hostname: undefined });
    expect(gaps.map(({ severity, code }) => [severity, code])).toEqual([['warning', 'RedirectUriUnknown']]);
  });
});
