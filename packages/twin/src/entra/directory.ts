import { durationOf } from '../providers/durations.ts';
import type { Resource } from '../kernel/store.ts';
import type { World } from '../kernel/world.ts';
import type {
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
import { FIRST_PARTY } from './first-party.ts';
import * as seed from './seed.ts';
import { perWorld } from './per-world.ts';
import { Table } from './table.ts';

const IDENTITY_TYPE = 'microsoft.managedidentity/userassignedidentities';
const CREDENTIAL_TYPE = `${IDENTITY_TYPE}/federatedidentitycredentials`;

/** The tenant: registrations, service principals, people, groups, roles given and consent. */
export class Directory {
  readonly applications: Table<Application>;
  readonly assignments: Table<AppRoleAssignment>;
  readonly grants = new Table<PermissionGrant>();
  readonly people: Table<Person>;
  readonly groups: Table<Group>;
  readonly #servicePrincipals: Table<ServicePrincipal>;
  readonly #deployerCredentials: FederatedCredential[];
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
    this.applications = new Table(seed.seedApplications(world));
    this.assignments = new Table(seed.seedAssignments(world));
    this.people = new Table(seed.seedPeople(world));
    this.groups = new Table(seed.seedGroups(world));
    this.#servicePrincipals = new Table(seed.seedServicePrincipals(world));
    this.#deployerCredentials = [...seed.seedDeployerCredentials(world)];
  }

  /** Those made through Graph, first-party ones, and one for each managed identity in the store. */
  servicePrincipals(): readonly ServicePrincipal[] {
    return [...this.#servicePrincipals.all(), ...managedIdentities(this.#world)];
  }

  servicePrincipal(id: string): ServicePrincipal | undefined {
    const wanted = id.toLowerCase();
    return this.#servicePrincipals.get(id) ?? this.servicePrincipals().find((item) => item.id.toLowerCase() === wanted);
  }

  servicePrincipalOf(appId: string): ServicePrincipal | undefined {
    const wanted = appId.toLowerCase();
    return this.servicePrincipals().find((item) => item.appId.toLowerCase() === wanted);
  }

  putServicePrincipal(item: ServicePrincipal): ServicePrincipal {
    return this.#servicePrincipals.put(item);
  }

  /** Removes it with every role given to it or offered by it, and every consent of or for it. */
  deleteServicePrincipal(id: string): void {
    this.#servicePrincipals.delete(id);
    for (const item of this.assignments.all())
      if (item.principalId === id || item.resourceId === id) this.assignments.delete(item.id);
    for (const item of this.grants.all())
      if (item.clientId === id || item.resourceId === id) this.grants.delete(item.id);
  }

  /** A live registration; deleted ones are found by `applications` alone. */
  applicationOf(appId: string): Application | undefined {
    const wanted = appId.toLowerCase();
    return this.applications.find((item) => item.appId.toLowerCase() === wanted && item.deletedAt === undefined);
  }

  /** The API that `name` (app id, identifier URI or service name, with or without trailing slash) stands for. */
  resourceNamed(name: string): ServicePrincipal | undefined {
    const wanted = trimSlash(name).toLowerCase();
    return this.servicePrincipals().find((item) =>
      this.namesOf(item).some((candidate) => trimSlash(candidate).toLowerCase() === wanted),
    );
  }

  /** Every name under which tokens for `item` can be asked. */
  namesOf(item: ServicePrincipal): readonly string[] {
    return [item.appId, ...item.servicePrincipalNames, ...(this.applicationOf(item.appId)?.identifierUris ?? [])];
  }

  appRolesOf(item: ServicePrincipal): readonly AppRole[] {
    return this.applicationOf(item.appId)?.appRoles ?? firstParty(item)?.appRoles ?? [];
  }

  scopesOf(item: ServicePrincipal): readonly PermissionScope[] {
    return this.applicationOf(item.appId)?.scopes ?? firstParty(item)?.scopes ?? [];
  }

  /** Issuers and subjects trusted for `appId`: of its registration, or of the managed identity behind it. */
  federatedCredentialsOf(appId: string): readonly FederatedCredential[] {
    if (same(appId, this.#world.tenant.deploy.clientId)) return this.#deployerCredentials;
    return [...(this.applicationOf(appId)?.federatedCredentials ?? []), ...identityCredentials(this.#world, appId)];
  }

  /** Lets the deployer sign in as one more GitHub subject: a repository or environment of the caller's own. */
  trustDeployer(subject: string): void {
    if (this.#deployerCredentials.some((credential) => credential.subject === subject)) return;
    this.#deployerCredentials.push(seed.gitHubCredential(this.#world, subject));
  }

  /** Values of the enabled app roles of `resource` that `principalId` holds, directly or through a group. */
  rolesOf(principalId: string, resource: ServicePrincipal): readonly string[] {
    const given = new Set(this.assignmentsTo(principalId, resource).map((item) => item.appRoleId.toLowerCase()));
    return this.appRolesOf(resource)
      .filter((role) => role.isEnabled && given.has(role.id.toLowerCase()))
      .map((role) => role.value);
  }

  /** Assignments of `principalId`, or of a group it is in, to `resource`. */
  assignmentsTo(principalId: string, resource: ServicePrincipal): readonly AppRoleAssignment[] {
    const holders = [principalId, ...(this.people.get(principalId)?.memberOf ?? [])].map((id) => id.toLowerCase());
    return this.assignments
      .all()
      .filter((item) => same(item.resourceId, resource.id) && holders.includes(item.principalId.toLowerCase()));
  }

  /** When the rest of Entra sees an object created at `createdAt`. What was there from the start is always seen. */
  visibleAt(object: { readonly id: string; readonly createdAt: number }): number {
    if (object.createdAt === 0) return 0;
    return object.createdAt + durationOf(this.#world, 'entraReplication', object.id);
  }

  /** Whether replication is over; if not, the clock gets an event then, so that a caller who waits arrives there. */
  isVisible(object: { readonly id: string; readonly createdAt: number }): boolean {
    const at = this.visibleAt(object);
    if (at <= this.#world.clock.now) return true;
    this.#world.clock.at(at, `directory:${object.id}`, () => undefined);
    return false;
  }
}

/** The tenant of `world`. */
export const directoryOf: (world: World) => Directory = perWorld((world) => new Directory(world));

/** Whether two identifiers are equal without regard to case. */
export function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function managedIdentities(world: World): readonly ServicePrincipal[] {
  return [...world.store.all()].flatMap((resource) => identitiesOf(resource));
}

function identitiesOf(resource: Resource): readonly ServicePrincipal[] {
  const isUserAssigned = resource.type.toLowerCase() === IDENTITY_TYPE;
  const holder = isUserAssigned ? resource.properties : (resource.identity ?? {});
  const principalId = holder['principalId'];
  if (typeof principalId !== 'string') return [];
  const clientId = holder['clientId'];
  return [
    {
      id: principalId,
      // A system-assigned identity's app id is not shown by ARM; its object id stands in for it.
      appId: typeof clientId === 'string' ? clientId : principalId,
      displayName: resource.name,
      servicePrincipalType: 'ManagedIdentity',
      accountEnabled: true,
      appRoleAssignmentRequired: false,
      servicePrincipalNames: [],
      owners: [],
      other: { alternativeNames: [`isExplicit=${isUserAssigned ? 'True' : 'False'}`, resource.id] },
      createdAt: resource.createdAt,
    },
  ];
}

function identityCredentials(world: World, appId: string): readonly FederatedCredential[] {
  const identity = world.store.ofType(IDENTITY_TYPE).find((item) => same(textOf(item.properties['clientId']), appId));
  if (identity === undefined) return [];
  return world.store
    .below(identity.id)
    .filter((item) => item.type.toLowerCase() === CREDENTIAL_TYPE)
    .map((item) => ({
      id: item.id,
      name: item.name,
      issuer: textOf(item.properties['issuer']),
      subject: textOf(item.properties['subject']),
      audiences: Array.isArray(item.properties['audiences']) ? item.properties['audiences'].map(textOf) : [],
      createdAt: item.createdAt,
    }));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

function firstParty(item: ServicePrincipal) {
  return FIRST_PARTY.find((application) => application.appId === item.appId);
}

function trimSlash(name: string): string {
  return name.replace(/\/+$/, '');
}
