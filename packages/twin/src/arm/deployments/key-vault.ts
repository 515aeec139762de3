import type { KeyVaultSecretRequest } from '@lz/arm';
import { refusalError, type Arm } from '../context.ts';
import { refuse } from '../errors.ts';

/**
 * The secret that a parameter refers to, as ARM reads it for a deployment: the vault must allow it and the caller must
 * hold `Microsoft.KeyVault/vaults/deploy/action` on it. Throws ARM's KeyVaultParameterReference errors.
 */
export function readVaultSecret(arm: Arm, principalId: string, request: KeyVaultSecretRequest): string {
  const { vaultId, secretName } = request;
  const vault = arm.world.store.get(vaultId);
  if (vault === undefined) {
    throw refuse(
      404,
      'KeyVaultParameterReferenceNotFound',
      `The specified KeyVault '${vaultId}' could not be found. Please see https://aka.ms/arm-keyvault for usage details.`,
    );
  }
  const refusal = arm.ports.authorize(principalId, 'Microsoft.KeyVault/vaults/deploy/action', vault.id);
  if (refusal !== undefined) {
    throw refusalError({ ...refusal, code: 'KeyVaultParameterReferenceAuthorizationFailed' });
  }
  if (vault.properties['enabledForTemplateDeployment'] !== true) {
    throw refuse(
      403,
      'KeyVaultParameterReferenceSecretRetrieveFailed',
      `The vault '${vault.name}' is not enabled for template deployment: set enabledForTemplateDeployment. Please see https://aka.ms/arm-keyvault for usage details.`,
    );
  }
  const value = arm.world.store.get(`${vault.id}/secrets/${secretName}`)?.secrets['value'];
  if (value === undefined) {
    throw refuse(
      404,
      'KeyVaultParameterReferenceSecretRetrieveFailed',
      `The secret '${secretName}' of KeyVault '${vault.id}' cannot be retrieved: it was not found.`,
    );
  }
  return value;
}
