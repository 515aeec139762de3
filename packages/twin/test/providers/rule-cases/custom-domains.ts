import { IDS } from '../landscape.ts';
import { deleted, NOWHERE, p, refuse } from './case.ts';
import type { RuleCase } from './case.ts';

const INGRESS = `${p}.configuration.ingress`;
const OWN = `${IDS.environment}/certificates/chat`;
const MANAGED = `${IDS.openEnvironment}/managedCertificates/open`;
const VAULT_SECRET = 'https://kv-contoso.vault.azure.net/secrets/chat';

/** Host names of a company on container apps, and their certificates. */
export const customDomains: readonly RuleCase[] = [
  refuse('container-app-domain-proved', 'InvalidCustomHostNameValidation', IDS.openApp, {
    [`${INGRESS}.customDomains.0.name`]: 'other.contoso.com',
  }),
  refuse('container-app-domain-certificate-exists', 'CertificateNotFound', IDS.openApp, {
    [`${INGRESS}.customDomains.0.certificateId`]: `${NOWHERE}${IDS.openEnvironment}/certificates/none`,
  }),
  refuse('container-app-domain-binding', 'CustomDomainCertificateRequired', IDS.openApp, {
    [`${INGRESS}.customDomains.0.bindingType`]: 'SniEnabled',
  }),
  refuse('container-app-address-rules', 'ContainerAppInvalidIpSecurityRestriction', IDS.openApp, {
    [`${INGRESS}.ipSecurityRestrictions.0.ipAddressRange`]: '203.0.113.1/24',
  }),
  refuse(
    'container-environment-certificate-identity',
    'CertificateKeyVaultIdentityNotAssigned',
    OWN,
    { [`${p}.value`]: undefined },
    {
      editsIn: (bench) => ({
        [`${p}.certificateKeyVaultProperties`]: {
          identity: bench.id(IDS.identity),
          keyVaultUrl: `${VAULT_SECRET}-none`,
        },
      }),
      also: 'container-environment-certificate-readable',
    },
  ),
  refuse(
    'container-environment-certificate-readable',
    'CertificateKeyVaultAccessDenied',
    OWN,
    { [`${p}.value`]: undefined },
    {
      as: `${IDS.openEnvironment}/certificates/chat`,
      editsIn: (bench) => ({
        [`${p}.certificateKeyVaultProperties`]: { identity: bench.id(IDS.identity), keyVaultUrl: VAULT_SECRET },
      }),
    },
  ),
  refuse(
    'managed-certificate-hostname-claimed',
    'RequireCustomHostnameInEnvironment',
    MANAGED,
    { [`${p}.subjectName`]: 'unclaimed.contoso.com' },
    { also: 'managed-certificate-name-proved' },
  ),
  refuse(
    'managed-certificate-name-proved',
    'FailedCnameValidation',
    MANAGED,
    {},
    { given: deleted(`${IDS.zone}/CNAME/open`) },
  ),
];
