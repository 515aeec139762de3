import type { Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { vaultReach } from './network.ts';
import type { CallOrigin } from './network.ts';
import { permits } from './permission.ts';
import { isEnabled, secretOf, versionsOf } from './secret-store.ts';

/** What a service gets that reads a secret by its URI, and if nothing, why. */
export type SecretReading =
  | { readonly kind: 'readable'; readonly value: string; readonly contentType: string | undefined }
  | {
      readonly kind: 'missing' | 'forbidden' | 'unreachable' | 'not-effective-yet';
      /** In Key Vault's words. */
      readonly reason: string;
    };

/** Parts of `https://<vault>.vault.azure.net/secrets/<name>[/<version>]`; undefined for anything else. */
export function parseSecretUri(
  uri: string,
): { readonly vault: string; readonly secret: string; readonly version?: string } | undefined {
  const match =
    /^https:\/\/([a-z0-9-]+)\.vault\.azure\.net(?::443)?\/secrets\/([A-Za-z0-9-]+)(?:\/([0-9a-f]*))?\/?$/i.exec(uri);
  const [, vault, secret, version] = match ?? [];
  if (vault === undefined || secret === undefined) return undefined;
  return version === undefined || version === '' ? { vault, secret } : { vault, secret, version };
}

/** The vault of that name: names are unique in all of Azure. */
export function vaultNamed(world: World, name: string): Resource | undefined {
  return world.store.ofType('Microsoft.KeyVault/vaults').find((item) => item.name.toLowerCase() === name.toLowerCase());
}

/** Reads a secret for a service of Azure (Application Gateway, Container Apps) with the identity `principalId`. */
export function readSecret(world: World, secretUri: string, principalId: string, origin: CallOrigin): SecretReading {
  const parsed = parseSecretUri(secretUri);
  const vault = parsed === undefined ? undefined : vaultNamed(world, parsed.vault);
  if (parsed === undefined || vault === undefined)
    return { kind: 'missing', reason: `The vault of '${secretUri}' does not exist.` };
  if (vaultReach(world, vault, origin) !== 'open')
    return {
      kind: 'unreachable',
      reason:
        'Public network access is disabled and request is not from a trusted service nor via an approved private link.',
    };
  const allowance = permits(world, vault, principalId, 'get', parsed.secret);
  if (allowance === 'no')
    return { kind: 'forbidden', reason: 'Caller is not authorized to perform action on resource.' };
  if (allowance === 'not-effective-yet')
    return { kind: 'not-effective-yet', reason: 'Role assignments were changed recently and have not propagated.' };
  const secret = secretOf(world, vault, parsed.secret);
  const versions = secret === undefined ? [] : versionsOf(world, secret);
  const wanted = versions.find((item, index) =>
    parsed.version === undefined ? index === 0 : item.version === parsed.version,
  );
  if (wanted === undefined)
    return { kind: 'missing', reason: `A secret with (name/id) ${parsed.secret} was not found in this key vault.` };
  if (!isEnabled(wanted)) return { kind: 'forbidden', reason: 'Operation get is not allowed on a disabled secret.' };
  return { kind: 'readable', value: wanted.value, contentType: wanted.contentType };
}
