import { publicAlias } from '../../data-planes/network/public-records.ts';
import { resolveHost } from '../../data-planes/network/resolve.ts';
import { readSecret } from '../../data-planes/key-vault/read-secret.ts';
import { INTERNET } from '../../kernel/http.ts';
import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { nameOf, ownerOf, sameId } from '../common/ids.ts';
import { isObject, isTrueAt, objectsAt, textAt, valueAt } from '../common/json.ts';
import { nameRule, refusal, rule } from '../common/rules.ts';
import type { Refusal, WriteRequest } from '../type-definition.ts';
import { ENVIRONMENT, environmentOf } from './environments.ts';

/** Certificates that somebody brings, and those that Container Apps makes. */
export const CERTIFICATE = `${ENVIRONMENT}/certificates`;
export const MANAGED_CERTIFICATE = `${ENVIRONMENT}/managedCertificates`;

const SOURCE = 'learn.microsoft.com/azure/container-apps: key-vault-certificates-manage';
const MANAGED_SOURCE = 'learn.microsoft.com/azure/container-apps: custom-domains-managed-certificates';

const validName = {
  code: 'InvalidCertificateName',
  message: (name: string) => `Invalid certificate name '${name}'.`,
};

/** Whether the environment's identities hold `identityId`. */
function hasIdentity(environment: Resource | undefined, identityId: string): boolean {
  const assigned = valueAt(environment?.identity, 'userAssignedIdentities');
  return isObject(assigned) && Object.keys(assigned).some((id) => sameId(id, identityId));
}

/**
 * The environment reads the secret with an identity of its own and from its own subnet: Container Apps is not among the
 * services that Key Vault trusts (microsoft/azure-container-apps#888). The code is an assumption; the words are those of
 * that issue.
 */
function unreadable({ properties, parentId }: WriteRequest, world: World): Refusal | undefined {
  const uri = textAt(properties, 'certificateKeyVaultProperties.keyVaultUrl');
  if (uri === undefined) return undefined;
  const environment = world.store.get(parentId);
  const identity = world.store.get(textAt(properties, 'certificateKeyVaultProperties.identity') ?? '');
  const subnetId = textAt(environment?.properties, 'vnetConfiguration.infrastructureSubnetId');
  const origin = subnetId === undefined ? INTERNET : ({ kind: 'vnet', vnetId: ownerOf(subnetId) } as const);
  const reading = readSecret(world, uri, textAt(identity?.properties, 'principalId') ?? '', origin);
  if (reading.kind === 'readable') return undefined;
  return refusal(
    400,
    'CertificateKeyVaultAccessDenied',
    `Error while creating domain cert for Managed Environment '${nameOf(parentId)}': ${reading.reason}`,
    { curedByTime: reading.kind === 'not-effective-yet' },
  );
}

export const certificates = defineType({
  type: CERTIFICATE,
  apiVersions: API_VERSIONS.app,
  location: 'optional',
  asyncStyle: 'none',
  duration: 'instant',
  rules: [
    nameRule(CERTIFICATE, /^[A-Za-z0-9][A-Za-z0-9.-]{0,126}$/, validName),
    rule(
      'container-environment-certificate-content',
      'facts/azure.md section 2, ACA workload-profiles env',
      (request) =>
        valueAt(request.properties, 'value') === undefined &&
        valueAt(request.properties, 'certificateKeyVaultProperties') === undefined
          ? refusal(400, 'CertificateMustProvideValue', 'A certificate needs value or certificateKeyVaultProperties.')
          : undefined,
    ),
    rule('container-environment-certificate-identity', SOURCE, ({ properties, parentId }, world) => {
      const identity = textAt(properties, 'certificateKeyVaultProperties.identity');
      return identity === undefined || hasIdentity(world.store.get(parentId), identity)
        ? undefined
        : refusal(
            400,
            'CertificateKeyVaultIdentityNotAssigned',
            `The identity '${identity}' is not assigned to the managed environment '${nameOf(parentId)}'.`,
          );
    }),
    rule('container-environment-certificate-readable', 'microsoft/azure-container-apps#888', unreadable),
  ],
  secrets: ['value', 'password'],
});

/** The app of the environment that claims `hostname`. */
function claimant(world: World, environmentId: string, hostname: string): Resource | undefined {
  return world.store
    .ofType('Microsoft.App/containerApps')
    .filter((app) => sameId(environmentOf(app.properties), environmentId))
    .find((app) =>
      objectsAt(app.properties, 'configuration.ingress.customDomains').some(
        (domain) => textAt(domain, 'name')?.toLowerCase() === hostname,
      ),
    );
}

/** Container Apps asks public DNS, and for `HTTP` the app itself, which must be reachable for everybody. */
function unproved({ properties, parentId }: WriteRequest, world: World): Refusal | undefined {
  const hostname = textAt(properties, 'subjectName')?.toLowerCase() ?? '';
  const environment = world.store.get(parentId);
  const method = textAt(properties, 'domainControlValidation')?.toUpperCase() ?? 'CNAME';
  const open = !isTrueAt(environment?.properties, 'vnetConfiguration.internal');
  if (method === 'HTTP') {
    const staticIp = textAt(environment?.properties, 'staticIp') ?? '';
    if (open && resolveHost(world, INTERNET, hostname).includes(staticIp)) return undefined;
    return refusal(400, 'FailedHttpValidation', `The host name '${hostname}' does not lead to the environment.`);
  }
  const own = textAt(claimant(world, parentId, hostname)?.properties, 'configuration.ingress.fqdn')?.toLowerCase();
  if (open && own !== undefined && publicAlias(world, hostname) === own) return undefined;
  return refusal(
    400,
    'FailedCnameValidation',
    `Not found CNAME of hostname '${hostname}' directly pointing to a default hostname.`,
  );
}

export const managedCertificates = defineType({
  type: MANAGED_CERTIFICATE,
  apiVersions: API_VERSIONS.app,
  location: 'required',
  asyncStyle: 'azure-async-operation',
  duration: { create: 'managedCertificate', update: 'containerEnvironmentUpdate' },
  running: { create: 'Pending', update: 'Pending' },
  rules: [
    nameRule(MANAGED_CERTIFICATE, /^[A-Za-z0-9][A-Za-z0-9.-]{0,126}$/, validName),
    rule('managed-certificate-hostname-claimed', 'microsoft/azure-container-apps#796', (request, world) => {
      const hostname = textAt(request.properties, 'subjectName')?.toLowerCase() ?? '';
      return claimant(world, request.parentId, hostname) !== undefined
        ? undefined
        : refusal(
            400,
            'RequireCustomHostnameInEnvironment',
            `Creating managed certificate requires hostname '${hostname}' added as a custom hostname to a container app in environment '${nameOf(request.parentId)}'.`,
          );
    }),
    rule('managed-certificate-name-proved', `${MANAGED_SOURCE}; microsoft/azure-container-apps#525`, unproved),
  ],
});
