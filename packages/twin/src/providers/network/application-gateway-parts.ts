import type { Json, JsonObject } from '../../kernel/store.ts';
import { isObject, objectsAt, textAt, textsBelow } from '../common/json.ts';

/** Lists of an Application Gateway whose items are sub-resources with ids of their own. */
const COLLECTIONS = [
  'authenticationCertificates',
  'backendAddressPools',
  'backendHttpSettingsCollection',
  'backendSettingsCollection',
  'frontendIPConfigurations',
  'frontendPorts',
  'gatewayIPConfigurations',
  'httpListeners',
  'listeners',
  'loadDistributionPolicies',
  'privateLinkConfigurations',
  'probes',
  'redirectConfigurations',
  'requestRoutingRules',
  'rewriteRuleSets',
  'routingRules',
  'sslCertificates',
  'sslProfiles',
  'trustedClientCertificates',
  'trustedRootCertificates',
  'urlPathMaps',
];

/** Gives every sub-resource the id, type and state that a GET shows. */
export function withPartIds(gatewayId: string, properties: JsonObject): JsonObject {
  const shown: Record<string, Json> = { ...properties };
  for (const collection of COLLECTIONS) {
    const value = shown[collection];
    if (!Array.isArray(value)) continue;
    shown[collection] = (value as readonly Json[]).map((item) => {
      if (!isObject(item)) return item;
      const id = `${gatewayId}/${collection}/${textAt(item, 'name') ?? ''}`;
      const inner = isObject(item['properties']) ? item['properties'] : {};
      return {
        ...item,
        id,
        type: `Microsoft.Network/applicationGateways/${collection}`,
        properties: { ...inner, provisioningState: 'Succeeded' },
      };
    });
  }
  return shown;
}

/** Ids below the gateway itself that some part names and no part has. */
export function danglingParts(gatewayId: string, properties: JsonObject): readonly string[] {
  const prefix = `${gatewayId.toLowerCase()}/`;
  const known = new Set(
    COLLECTIONS.flatMap((collection) =>
      objectsAt(properties, collection).map((item) =>
        `${prefix}${collection}/${textAt(item, 'name') ?? ''}`.toLowerCase(),
      ),
    ),
  );
  const missing: string[] = [];
  for (const [path, text] of textsBelow(properties)) {
    const lower = text.toLowerCase();
    if (path.endsWith('.id') && lower.startsWith(prefix) && !known.has(lower) && !/\/pathRules\//i.test(text))
      missing.push(text);
  }
  return missing;
}
