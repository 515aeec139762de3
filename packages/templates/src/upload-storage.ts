import type { Names, Storage } from '@lz/config';

/** Where uploads lie, in the words of `uploadStorage` in `bicep/types.bicep`. */
export function uploadStorage(storage: Storage, { spoke }: Names) {
  const zoneRedundant = storage.redundancy === 'zone';
  if (storage.kind === 'blob') {
    return { kind: 'blob', account: spoke.storageAccount, folder: spoke.storageContainer, zoneRedundant };
  }
  const { protocol: kind, quotaGiB } = storage;
  const account = { nfs: spoke.nfsAccount, smb: spoke.smbAccount }[kind];
  return { kind, account, folder: spoke.storageShare, quotaGiB, zoneRedundant };
}
