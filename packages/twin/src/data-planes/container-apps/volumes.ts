import type { Place } from '../../kernel/http.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { nameOf, sameId } from '../../providers/common/ids.ts';
import { isTrueAt, objectAt, objectsAt, textAt, valueAt } from '../../providers/common/json.ts';
import { accountKeys, STORAGE } from '../../providers/storage/accounts.ts';
import { canReach, resolveHost } from '../network/index.ts';
import { containerEnvironmentOf, placeOf } from './workload.ts';

/** A share as an environment names it. */
interface Mount {
  readonly protocol: 'NFS' | 'SMB';
  readonly host: string;
  readonly account: string;
  readonly share: string;
  /** What `mount` prints as the source. */
  readonly source: string;
  /** With SMB: the key that the environment keeps. */
  readonly key: string | undefined;
}

const PORTS = { NFS: 2049, SMB: 445 } as const;

/** The client's words where the server does not let it in. */
const DENIED = { NFS: 'mount.nfs: access denied by server', SMB: 'mount error(13): Permission denied' } as const;

/** Why a container cannot start because one of its volumes cannot be mounted; undefined where all can. */
export function volumeProblem(world: World, app: Resource): string | undefined {
  const environment = containerEnvironmentOf(world, app);
  for (const volume of objectsAt(app.properties, 'template.volumes')) {
    const storage = world.store.get(`${environment?.id ?? ''}/storages/${textAt(volume, 'storageName') ?? ''}`);
    if (storage === undefined) continue;
    const mount = mountOf(storage);
    const problem = wrongType(volume, mount) ?? mountProblem(world, placeOf(world, app), mount);
    if (problem === undefined) continue;
    return `VolumeMountFailure: MountVolume.SetUp failed for volume "${textAt(volume, 'name') ?? ''}": ${problem}`;
  }
  return undefined;
}

function mountOf(storage: Resource): Mount {
  const nfs = objectAt(storage.properties, 'nfsAzureFile');
  if (valueAt(storage.properties, 'nfsAzureFile') !== undefined) {
    const [host, path] = [textAt(nfs, 'server') ?? '', textAt(nfs, 'shareName') ?? ''];
    const [, account = '', share = ''] = path.split('/');
    return { protocol: 'NFS', host, account, share, source: `${host}:${path}`, key: undefined };
  }
  const smb = objectAt(storage.properties, 'azureFile');
  const [account, share] = [textAt(smb, 'accountName') ?? '', textAt(smb, 'shareName') ?? ''];
  const host = `${account}.file.core.windows.net`;
  return {
    protocol: 'SMB',
    host,
    account,
    share,
    source: `//${host}/${share}`,
    key: storage.secrets['azureFile.accountKey'],
  };
}

function wrongType(volume: JsonObject, { protocol, source }: Mount): string | undefined {
  const type = textAt(volume, 'storageType') ?? 'AzureFile';
  const wanted = { NFS: 'NfsAzureFile', SMB: 'AzureFile' }[protocol];
  return type === wanted ? undefined : `the volume says ${type}, but ${source} is mounted as ${wanted}.`;
}

function mountProblem(world: World, place: Place, mount: Mount): string | undefined {
  const [address] = resolveHost(world, place, mount.host);
  if (address === undefined) return `the host name ${mount.host} cannot be resolved.`;
  if (!canReach(world, place, address, PORTS[mount.protocol])) {
    return `the connection to ${mount.host} (${address}:${PORTS[mount.protocol]}) timed out.`;
  }
  const account = world.store.ofType(STORAGE).find(({ name }) => name === mount.account);
  if (account === undefined) return `there is no storage account ${mount.account}.`;
  const refused = firewall(account, place, address, mount) ?? policy(world, account, mount);
  if (refused !== undefined) return `${DENIED[mount.protocol]} while mounting ${mount.source} (${refused}).`;
  return missingShare(world, account, mount);
}

/** A private address is a private endpoint's, and passes the firewall. NFS never answers the Internet. */
function firewall(account: Resource, place: Place, address: string, { protocol }: Mount): string | undefined {
  if (/^(?:10|192\.168|172)\./.test(address)) return undefined;
  if (textAt(account.properties, 'publicNetworkAccess') === 'Disabled') {
    return 'the account has no public network access, and no private endpoint for its files leads here';
  }
  const admitted = objectsAt(account.properties, 'networkAcls.virtualNetworkRules').some(
    (rule) => place.kind === 'vnet' && sameId(vnetOf(textAt(rule, 'id') ?? ''), place.vnetId),
  );
  if (admitted) return undefined;
  if (protocol === 'NFS') return 'NFS shares are open to virtual networks alone';
  return textAt(account.properties, 'networkAcls.defaultAction') === 'Deny' ? "the account's firewall" : undefined;
}

function vnetOf(subnetId: string): string {
  return subnetId.split('/').slice(0, -2).join('/');
}

function policy(world: World, account: Resource, { protocol, key }: Mount): string | undefined {
  if (protocol === 'NFS') {
    const secure = isTrueAt(account.properties, 'supportsHttpsTrafficOnly');
    return secure ? 'secure transfer is required, which NFS cannot do' : undefined;
  }
  if (valueAt(account.properties, 'allowSharedKeyAccess') === false) return 'the account refuses its keys';
  return accountKeys(world, account).some((known) => known === key) ? undefined : 'the key is none of the account';
}

function missingShare(world: World, account: Resource, { protocol, share, source }: Mount): string | undefined {
  const found = world.store.get(`${account.id}/fileServices/default/shares/${share}`);
  if (found === undefined) return `${source}: No such file or directory: the account has no share ${share}.`;
  const spoken = textAt(found.properties, 'enabledProtocols') ?? 'SMB';
  return spoken === protocol ? undefined : `the share ${nameOf(found.id)} speaks ${spoken}, not ${protocol}.`;
}
