import { describe, expect, test } from 'vitest';
import { volumeProblem } from '../../src/data-planes/container-apps/volumes.ts';
import type { JsonObject } from '../../src/kernel/store.ts';
import { accountKeys } from '../../src/providers/storage/accounts.ts';
import { LandingZone, SPOKE } from './landing-zone.ts';

const GROUP = '/subscriptions/s/resourceGroups/r/providers';
const ENVIRONMENT = `${GROUP}/Microsoft.App/managedEnvironments/cae`;
const APP = `${GROUP}/Microsoft.App/containerApps/ca`;
const ACCOUNT = `${GROUP}/Microsoft.Storage/storageAccounts/stfiles`;
const SHARE = `${ACCOUNT}/fileServices/default/shares/uploads`;
const GROUP_OF_SUBNET = `${GROUP}/Microsoft.Network/networkSecurityGroups/nsg-endpoints`;
const FILE_ZONE = 'privatelink.file.core.windows.net';

type Protocol = 'NFS' | 'SMB';

/** A spoke whose app mounts a share, with everything that it takes. */
class Spoke extends LandingZone {
  readonly protocol: Protocol;

  constructor(protocol: Protocol) {
    super();
    this.protocol = protocol;
    this.put(ENVIRONMENT, 'Microsoft.App/managedEnvironments', {
      vnetConfiguration: { infrastructureSubnetId: `${SPOKE}/subnets/endpoints` },
    });
    this.account({});
    this.zone(FILE_ZONE, 'stfiles', '10.10.4.9', SPOKE);
    this.share(protocol);
    this.storage();
    this.app(protocol === 'NFS' ? 'NfsAzureFile' : 'AzureFile');
  }

  account(changes: JsonObject): void {
    this.put(ACCOUNT, 'Microsoft.Storage/storageAccounts', {
      publicNetworkAccess: 'Disabled',
      allowSharedKeyAccess: this.protocol === 'SMB',
      supportsHttpsTrafficOnly: this.protocol === 'SMB',
      privateEndpointConnections: [
        { properties: { groupIds: ['file'], privateLinkServiceConnectionState: { status: 'Approved' } } },
      ],
      ...changes,
    });
  }

  share(enabledProtocols: string): void {
    this.put(SHARE, 'Microsoft.Storage/storageAccounts/fileServices/shares', { enabledProtocols });
  }

  storage(changes: JsonObject = {}, key?: string): void {
    const server = 'stfiles.file.core.windows.net';
    const accountKey = key ?? accountKeys(this.world, this.accountNow())[0] ?? '';
    const properties: JsonObject =
      this.protocol === 'NFS'
        ? { nfsAzureFile: { server, shareName: '/stfiles/uploads', ...changes } }
        : { azureFile: { accountName: 'stfiles', shareName: 'uploads', ...changes } };
    this.put(`${ENVIRONMENT}/storages/uploads`, 'Microsoft.App/managedEnvironments/storages', properties, {
      secrets: { 'azureFile.accountKey': accountKey },
    });
  }

  app(storageType: string): void {
    this.put(APP, 'Microsoft.App/containerApps', {
      environmentId: ENVIRONMENT,
      template: { volumes: [{ name: 'uploads', storageName: 'uploads', storageType }] },
    });
  }

  accountNow() {
    const account = this.world.store.get(ACCOUNT);
    if (account === undefined) throw new Error('no account');
    return account;
  }

  get problem(): string | undefined {
    const app = this.world.store.get(APP);
    if (app === undefined) throw new Error('no app');
    return volumeProblem(this.world, app);
  }
}

describe('a share that cannot be mounted stops the revision, and says why', () => {
  test.each<Protocol>(['NFS', 'SMB'])('%s, where all is well', (protocol) => {
    expect(new Spoke(protocol).problem).toBeUndefined();
  });

  const publicly = { publicNetworkAccess: 'Enabled', privateEndpointConnections: [] };
  const cases: readonly (readonly [Protocol, string, (spoke: Spoke) => void, RegExp])[] = [
    [
      'NFS',
      'without the share',
      (spoke) => spoke.world.store.delete(SHARE),
      /No such file or directory.* no share uploads/,
    ],
    ['SMB', 'without the account', (spoke) => spoke.world.store.delete(ACCOUNT), /stfiles/],
    [
      'NFS',
      'of another protocol',
      (spoke) => {
        spoke.share('SMB');
      },
      /speaks SMB, not NFS/,
    ],
    [
      'NFS',
      'as the wrong type',
      (spoke) => {
        spoke.app('AzureFile');
      },
      /is mounted as NfsAzureFile/,
    ],
    [
      'NFS',
      'with secure transfer required',
      (spoke) => {
        spoke.account({ supportsHttpsTrafficOnly: true });
      },
      /mount\.nfs: access denied by server .*secure transfer/,
    ],
    [
      'SMB',
      'with keys switched off',
      (spoke) => {
        spoke.account({ allowSharedKeyAccess: false });
      },
      /mount error\(13\): Permission denied .*refuses its keys/,
    ],
    [
      'SMB',
      'with another key',
      (spoke) => {
        spoke.storage({}, 'bm8=');
      },
      /mount error\(13\): Permission denied .*key is none of the account/,
    ],
    [
      'NFS',
      'without a record of the endpoint',
      (spoke) => spoke.world.store.delete(`${GROUP}/Microsoft.Network/privateDnsZones/${FILE_ZONE}/A/stfiles`),
      /cannot be resolved/,
    ],
    [
      'SMB',
      'without an endpoint, past a closed door',
      (spoke) => {
        spoke.account({ privateEndpointConnections: [] });
      },
      /no public network access/,
    ],
    [
      'SMB',
      'through a firewall',
      (spoke) => {
        spoke.account({ ...publicly, networkAcls: { defaultAction: 'Deny' } });
      },
      /the account's firewall/,
    ],
    [
      'NFS',
      'over the Internet',
      (spoke) => {
        spoke.account(publicly);
      },
      /open to virtual networks alone/,
    ],
    [
      'NFS',
      'past a security group that knows TLS alone',
      (spoke) => {
        const securityRules = [
          {
            name: 'deny',
            properties: {
              priority: 4096,
              direction: 'Inbound',
              access: 'Deny',
              protocol: '*',
              sourceAddressPrefix: '*',
              destinationAddressPrefix: '*',
              sourcePortRange: '*',
              destinationPortRange: '*',
            },
          },
        ];
        spoke.put(GROUP_OF_SUBNET, 'Microsoft.Network/networkSecurityGroups', { securityRules });
      },
      /10\.10\.4\.9:2049\) timed out/,
    ],
  ];
  test.each(cases)('%s %s', (protocol, _, broken, expected) => {
    const spoke = new Spoke(protocol);
    broken(spoke);
    expect(spoke.problem).toMatch(/^VolumeMountFailure: MountVolume\.SetUp failed for volume "uploads": /);
    expect(spoke.problem).toMatch(expected);
  });

  test('an open account is mounted over the Internet with its key', () => {
    const spoke = new Spoke('SMB');
    spoke.account(publicly);
    expect(spoke.problem).toBeUndefined();
  });

  test('a rule for a subnet of the app lets NFS in without an endpoint', () => {
    const spoke = new Spoke('NFS');
    spoke.account({ ...publicly, networkAcls: { virtualNetworkRules: [{ id: `${SPOKE}/subnets/endpoints` }] } });
    expect(spoke.problem).toBeUndefined();
  });

  test('a volume in memory needs nothing', () => {
    const spoke = new Spoke('NFS');
    spoke.put(APP, 'Microsoft.App/containerApps', {
      environmentId: ENVIRONMENT,
      template: { volumes: [{ name: 'scratch', storageType: 'EmptyDir' }] },
    });
    expect(spoke.problem).toBeUndefined();
  });
});
