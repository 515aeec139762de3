import type { BrokenFile } from './broken-file.ts';

/** The exposure of the example, to be replaced by another. */
const EXPOSURE = '{ kind: app-gateway, hostname: chat.contoso.com, certificate: self-signed }';

function exposed(what: string, exposure: string, mistakes: BrokenFile['mistakes'], more = ''): BrokenFile {
  return { what, edits: [[`${EXPOSURE}\n`, `${exposure}\n${more}`]], mistakes };
}

/** What an exposure asks for and cannot have. */
export const exposure: readonly BrokenFile[] = [
  exposed(
    'certificate of Application Gateway made by Container Apps',
    '{ kind: app-gateway, hostname: chat.contoso.com, certificate: managed }',
    [[9, 75, 'Application Gateway makes no certificates']],
  ),
  exposed(
    'certificate in Key Vault without its address',
    '{ kind: app-gateway, hostname: chat.contoso.com, certificate: { kind: key-vault } }',
    [[9, 62, '`secretId` is missing in `certificate`']],
  ),
  exposed(
    'managed certificate with an address',
    '{ kind: container-app, hostname: chat.contoso.com, dns: { zone: contoso.com, resourceGroup: rg-dns }, certificate: { kind: managed, secretId: "https://kv-contoso.vault.azure.net/secrets/chat" } }',
    [[9, 145, 'a managed certificate has no `secretId`']],
  ),
  exposed('certificate for the name of the platform', '{ kind: container-app, certificate: managed }', [
    [9, 36, 'a certificate without `hostname` has nothing to certify'],
  ]),
  exposed(
    'self-signed certificate of a container app',
    '{ kind: container-app, hostname: chat.contoso.com, certificate: self-signed }',
    [[9, 77, 'a self-signed certificate is for a trial of `app-gateway`']],
  ),
  exposed('managed certificate without a zone', '{ kind: container-app, hostname: chat.contoso.com }', [
    [9, 36, 'a managed certificate is issued only where the DNS records of the name are there first'],
  ]),
  exposed('private host name without a certificate', '{ kind: private, hostname: chat.contoso.com }', [
    [9, 30, 'a host name of your own needs a certificate'],
  ]),
  exposed(
    'managed certificate of a private app',
    '{ kind: private, hostname: chat.contoso.com, certificate: managed }',
    [[9, 58, 'a managed certificate cannot be had for an app that is not public']],
  ),
  exposed(
    'public zone of a private app',
    '{ kind: private, hostname: chat.contoso.com, certificate: { kind: key-vault, secretId: "https://kv-contoso.vault.azure.net/secrets/chat" }, dns: { zone: contoso.com, resourceGroup: rg-dns } }',
    [[9, 153, '`dns` is a public zone, and `private` has no public address to write there']],
  ),
  exposed('zone without a host name', '{ kind: container-app, dns: { zone: contoso.com, resourceGroup: rg-dns } }', [
    [9, 36, '`dns` has no record to make without `hostname`'],
  ]),
  exposed(
    'zone that does not hold the host name',
    '{ kind: app-gateway, hostname: chat.contoso.com, dns: { zone: fabrikam.com, resourceGroup: rg-dns } }',
    [[9, 75, 'chat.contoso.com does not lie in the zone fabrikam.com']],
  ),
  exposed(
    'zone whose name only ends alike',
    '{ kind: app-gateway, hostname: chat.contoso.com, dns: { zone: toso.com, resourceGroup: rg-dns } }',
    [[9, 75, 'chat.contoso.com does not lie in the zone toso.com']],
  ),
  exposed(
    'zone without its resource group',
    '{ kind: app-gateway, hostname: chat.contoso.com, dns: { zone: contoso.com } }',
    [[9, 62, '`resourceGroup` is missing in `dns`']],
  ),
  exposed(
    'allowed addresses of Application Gateway',
    '{ kind: app-gateway, hostname: chat.contoso.com, allowedAddresses: [203.0.113.0/24] }',
    [[9, 62, '`allowedAddresses` is for `container-app`, not for `app-gateway`']],
  ),
  exposed('allowed addresses of a private app', '{ kind: private, allowedAddresses: [203.0.113.7] }', [
    [9, 30, '`allowedAddresses` is for `container-app`, not for `private`'],
  ]),
  exposed(
    'range that does not start where it says',
    '{ kind: container-app, allowedAddresses: [203.0.113.7/24, 203.0.113.300] }',
    [
      [9, 55, '"203.0.113.7/24" is not the start of its range'],
      [9, 71, '"203.0.113.300" is not an address range'],
    ],
  ),
  exposed('name as allowed address', '{ kind: container-app, allowedAddresses: [office.contoso.com] }', [
    [9, 55, 'must be an IPv4 address or range such as 203.0.113.0/24'],
  ]),
  exposed(
    'rest behind Application Gateway',
    EXPOSURE,
    [[10, 33, 'with `app-gateway` the app never rests']],
    '  openWebUi: { replicas: { min: 0 } }\n',
  ),
];
