import { publicTexts } from '../../data-planes/network/public-records.ts';
import type { JsonObject } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { parseCidr } from '../common/cidr.ts';
import { sameId } from '../common/ids.ts';
import { isTrueAt, objectsAt, textAt } from '../common/json.ts';
import { refusal, rule } from '../common/rules.ts';
import type { Rule, WriteRequest } from '../type-definition.ts';
import { environmentOf } from './environments.ts';

const DOMAINS = 'configuration.ingress.customDomains';

function domainsOf({ properties }: Pick<WriteRequest, 'properties'>): readonly JsonObject[] {
  return objectsAt(properties, DOMAINS);
}

/** A certificate of the environment, of either type, that is ready. */
function hasCertificate(world: World, environmentId: string, certificateId: string): boolean {
  const found = world.store.get(certificateId);
  return (
    found !== undefined &&
    world.store.below(environmentId).some(({ id }) => sameId(id, found.id)) &&
    textAt(found.properties, 'provisioningState') === 'Succeeded'
  );
}

/** What a container app must be able to show before it may answer to a host name of the company, and to whom it answers. */
export const domainRules: readonly Rule[] = [
  rule(
    'container-app-domain-proved',
    'microsoft/azure-container-apps#525; internal environments are not asked: #269',
    (request, world) => {
      const environment = world.store.get(environmentOf(request.properties) ?? '');
      const code = textAt(environment?.properties, 'customDomainConfiguration.customDomainVerificationId') ?? '';
      if (environment === undefined || isTrueAt(environment.properties, 'vnetConfiguration.internal')) return undefined;
      const name = domainsOf(request)
        .flatMap((domain) => textAt(domain, 'name') ?? [])
        .find((hostname) => !publicTexts(world, `asuid.${hostname}`).includes(code));
      return name === undefined
        ? undefined
        : refusal(
            400,
            'InvalidCustomHostNameValidation',
            `A TXT record pointing from asuid.${name} to ${code} was not found.`,
          );
    },
  ),
  rule(
    'container-app-domain-certificate-exists',
    'microsoft/azure-container-apps#1652, its words; the code is an assumption',
    (request, world) => {
      const environmentId = environmentOf(request.properties) ?? '';
      const missing = domainsOf(request)
        .flatMap((domain) => textAt(domain, 'certificateId') ?? [])
        .find((id) => !hasCertificate(world, environmentId, id));
      return missing === undefined
        ? undefined
        : refusal(400, 'CertificateNotFound', `Certificate '${missing}' doesn't exist.`);
    },
  ),
  rule(
    'container-app-domain-binding',
    'API specification of Microsoft.App: bindingType; the code is an assumption',
    (request) => {
      const bare = domainsOf(request).find(
        (domain) =>
          textAt(domain, 'bindingType')?.toLowerCase() === 'snienabled' &&
          textAt(domain, 'certificateId') === undefined,
      );
      return bare === undefined
        ? undefined
        : refusal(
            400,
            'CustomDomainCertificateRequired',
            `The custom domain '${textAt(bare, 'name') ?? ''}' with the binding type SniEnabled needs a certificateId.`,
          );
    },
  ),
  rule(
    'container-app-address-rules',
    'learn.microsoft.com/azure/container-apps/ip-restrictions: all rules must be of one type; the code is an assumption',
    ({ properties }) => {
      const rules = objectsAt(properties, 'configuration.ingress.ipSecurityRestrictions');
      const actions = new Set(rules.map((item) => textAt(item, 'action')?.toLowerCase()));
      const bad = rules.find((item) => parseCidr(asRange(textAt(item, 'ipAddressRange') ?? '')) === undefined);
      return actions.size <= 1 && bad === undefined
        ? undefined
        : refusal(
            400,
            'ContainerAppInvalidIpSecurityRestriction',
            'IP security restrictions must be ranges of addresses, and either all Allow or all Deny.',
          );
    },
  ),
];

function asRange(address: string): string {
  return address.includes('/') ? address : `${address}/32`;
}
