import type { JsonObject, Resource } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import { objectsAt, textAt } from '../../providers/common/json.ts';
import { part } from './configuration.ts';
import { probe, serversOf } from './backend.ts';

/** What POST `backendhealth` answers in the end: each pool, each of its settings, each server with its probe's verdict. */
export function backendHealth(world: World, gateway: Resource): JsonObject {
  const rules = objectsAt(gateway.properties, 'requestRoutingRules').filter(
    (rule) => textAt(rule, 'properties.backendAddressPool.id') !== undefined,
  );
  const backendAddressPools: JsonObject[] = [];
  for (const rule of rules) {
    const pool = part(gateway, 'backendAddressPools', textAt(rule, 'properties.backendAddressPool.id'));
    const settings = part(gateway, 'backendHttpSettingsCollection', textAt(rule, 'properties.backendHttpSettings.id'));
    if (pool === undefined || settings === undefined) continue;
    const servers = serversOf(pool).map((address): JsonObject => ({ ...probe(world, gateway, address, settings) }));
    backendAddressPools.push({
      backendAddressPool: { id: textAt(rule, 'properties.backendAddressPool.id') ?? '' },
      backendHttpSettingsCollection: [
        { backendHttpSettings: { id: textAt(rule, 'properties.backendHttpSettings.id') ?? '' }, servers },
      ],
    });
  }
  return { backendAddressPools };
}
