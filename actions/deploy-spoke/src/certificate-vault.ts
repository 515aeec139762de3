import { ActionError, type Run } from '@lz/action';
import type { Finding } from '@lz/azure';
import type { Exposure } from '@lz/config';

const LIST_VERSION = '2021-04-01';
const KEY_VAULT_VERSION = '2024-11-01';
const POINTER = '/spoke/exposure/certificate/secretId';

type Place = Pick<Run, 'azure' | 'subscriptionId'>;

interface Vault {
  readonly properties: {
    readonly enableRbacAuthorization?: boolean;
    readonly publicNetworkAccess?: string;
    readonly networkAcls?: { readonly bypass?: string; readonly defaultAction?: string };
  };
}

/** Where the Key Vault of the company's certificate is. Throws where this identity cannot find it. */
export async function certificateVaultOf(
  run: Place,
  secretId: string,
): Promise<{ readonly resourceGroup: string; readonly name: string }> {
  const name = vaultName(secretId);
  const id = await findVaultId(run, name);
  const resourceGroup = /\/resourceGroups\/(?<group>[^/]+)\//i.exec(id ?? '')?.groups?.['group'];
  if (resourceGroup !== undefined) return { resourceGroup, name };
  const { message, remedy, code } = notFound(run, secretId);
  throw new ActionError(code, message, remedy);
}

/**
 * What ARM can tell of the company's certificate: that the vault is there, works with roles, lets the reader in, and has
 * the secret. The secret itself is not read.
 */
export async function checkCertificateVault(
  run: Place,
  kind: Exposure['kind'],
  secretId: string,
): Promise<readonly Finding[]> {
  const id = await findVaultId(run, vaultName(secretId));
  if (id === undefined) return [notFound(run, secretId)];
  const vault = await run.azure.get<Vault>(id, KEY_VAULT_VERSION);
  const secret = await run.azure.find(`${id}/secrets/${secretId.split('/').at(-1) ?? ''}`, KEY_VAULT_VERSION);
  return [
    ...(vault.properties.enableRbacAuthorization === true ? [] : [withoutRoles(secretId)]),
    ...checkFirewall(vault, kind, secretId),
    ...(secret === undefined ? [withoutSecret(secretId)] : []),
  ];
}

async function findVaultId({ azure, subscriptionId }: Place, name: string): Promise<string | undefined> {
  const filter = encodeURIComponent(`resourceType eq 'Microsoft.KeyVault/vaults' and name eq '${name}'`);
  const found = await azure.list<{ id: string }>(
    `/subscriptions/${subscriptionId}/resources?$filter=${filter}`,
    LIST_VERSION,
  );
  return found[0]?.id;
}

function vaultName(secretId: string): string {
  return new URL(secretId).hostname.split('.')[0] ?? '';
}

function notFound({ subscriptionId }: Place, secretId: string): Finding {
  return {
    severity: 'error',
    code: 'KeyVaultNotFound',
    message: `The Key Vault of ${secretId} is not in subscription ${subscriptionId}, or this identity cannot see it.`,
    remedy: 'Certificates are read from the same subscription only: put the vault there, or correct `secretId`.',
    pointer: POINTER,
  };
}

function withoutRoles(secretId: string): Finding {
  return {
    severity: 'error',
    code: 'KeyVaultWithoutRoles',
    message: `The Key Vault of ${secretId} works with access policies, so that a role gives nobody the right to read it.`,
    remedy: `Run az keyvault update --name ${vaultName(secretId)} --enable-rbac-authorization true, after giving its present readers roles.`,
    pointer: POINTER,
  };
}

/** Application Gateway is a trusted service of Key Vault, Container Apps is not: it comes from its own subnet. */
function checkFirewall({ properties }: Vault, kind: Exposure['kind'], secretId: string): readonly Finding[] {
  const { publicNetworkAccess, networkAcls } = properties;
  const closed = publicNetworkAccess === 'Disabled' || networkAcls?.defaultAction === 'Deny';
  if (!closed) return [];
  if (kind !== 'app-gateway') return [maybeClosed(secretId)];
  if ((networkAcls?.bypass ?? 'AzureServices') === 'AzureServices') return [];
  return [
    {
      severity: 'error',
      code: 'KeyVaultClosed',
      message: `The firewall of the Key Vault of ${secretId} keeps Application Gateway out.`,
      remedy: `Run az keyvault update --name ${vaultName(secretId)} --bypass AzureServices: Application Gateway is a trusted service.`,
      pointer: POINTER,
    },
  ];
}

function maybeClosed(secretId: string): Finding {
  return {
    severity: 'warning',
    code: 'KeyVaultClosed',
    message: `The Key Vault of ${secretId} has a firewall, and Container Apps is not among the services that it trusts.`,
    remedy:
      'Give the vault a private endpoint whose record the zone privatelink.vaultcore.azure.net of the hub holds, or let the subnet of the Container Apps environment in.',
    pointer: POINTER,
  };
}

function withoutSecret(secretId: string): Finding {
  return {
    severity: 'error',
    code: 'CertificateNotFound',
    message: `There is no secret ${secretId}.`,
    remedy:
      'Import the certificate, as a PFX with its whole chain, into the vault under that name, or correct `secretId`.',
    pointer: POINTER,
  };
}
