import { isIP } from 'node:net';
import { INTERNET, type Place, type TlsIdentity } from '../../kernel/http.ts';
import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { CERTIFICATE, MANAGED_CERTIFICATE } from '../../providers/app/certificates.ts';
import { environmentOf } from '../../providers/app/environments.ts';
import { ownerOf, sameId } from '../../providers/common/ids.ts';
import { isTrueAt, objectsAt, textAt } from '../../providers/common/json.ts';
import { readSecret } from '../key-vault/index.ts';
import { letsIn, resolveHost } from '../network/index.ts';
import { openPfx } from '../pfx.ts';

/** A host name of the company, and the app that claims it. */
interface Claim {
  readonly app: Resource;
  readonly domain: JsonObject;
}

/** The claim on `host`, if an app has one. */
export function claimOn(world: World, host: string): Claim | undefined {
  for (const app of world.store.ofType('Microsoft.App/containerApps')) {
    const domain = objectsAt(app.properties, 'configuration.ingress.customDomains').find(
      (item) => textAt(item, 'name')?.toLowerCase() === host.toLowerCase(),
    );
    if (domain !== undefined) return { app, domain };
  }
  return undefined;
}

/** The environment whose ingress listens at `address`: an IP address, or a name as `place` resolves it. */
export function environmentAt(world: World, address: string, place: Place = INTERNET): Resource | undefined {
  const addresses = isIP(address) === 0 ? resolveHost(world, place, address) : [address];
  return world.store
    .ofType('Microsoft.App/managedEnvironments')
    .find(({ properties }) => addresses.includes(textAt(properties, 'staticIp') ?? ''));
}

/** Whether the security group of a public environment's subnet lets the Internet in; an internal one is not asked here. */
export function letsInternetIn(world: World, environment: Resource, port: number): boolean {
  const subnet = world.store.get(textAt(environment.properties, 'vnetConfiguration.infrastructureSubnetId') ?? '');
  const internal = isTrueAt(environment.properties, 'vnetConfiguration.internal');
  return internal || subnet === undefined || letsIn(world, subnet, 'Internet', port);
}

/** The certificate that a company brought for `host`; undefined where Container Apps shows one of its own. */
export function broughtCertificate(world: World, host: string): TlsIdentity | undefined {
  const certificate = boundCertificate(world, host);
  if (certificate?.type.toLowerCase() !== CERTIFICATE.toLowerCase()) return undefined;
  const environment = world.store.get(ownerOf(certificate.id));
  const subnetId = textAt(environment?.properties, 'vnetConfiguration.infrastructureSubnetId');
  const place: Place = subnetId === undefined ? INTERNET : { kind: 'vnet', vnetId: ownerOf(subnetId) };
  const identity = world.store.get(textAt(certificate.properties, 'certificateKeyVaultProperties.identity') ?? '');
  const principalId = textAt(identity?.properties, 'principalId') ?? '';
  const uri = textAt(certificate.properties, 'certificateKeyVaultProperties.keyVaultUrl') ?? '';
  const reading = readSecret(world, uri, principalId, place);
  return reading.kind === 'readable' ? openPfx(reading.value) : undefined;
}

/** The certificate that is bound to `host`: by its id, or the managed one with the name, which `Auto` takes. */
export function boundCertificate(world: World, host: string): Resource | undefined {
  const claim = claimOn(world, host);
  const id = textAt(claim?.domain, 'certificateId');
  if (id !== undefined) return world.store.get(id);
  if (textAt(claim?.domain, 'bindingType')?.toLowerCase() !== 'auto') return undefined;
  return world.store
    .ofType(MANAGED_CERTIFICATE)
    .find(
      ({ id: certificateId, properties }) =>
        sameId(ownerOf(certificateId), environmentOf(claim?.app.properties ?? {})) &&
        textAt(properties, 'subjectName')?.toLowerCase() === host.toLowerCase() &&
        textAt(properties, 'provisioningState') === 'Succeeded',
    );
}
