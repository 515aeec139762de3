import { gatewayTiers, type GatewaySku } from '../data/gateway-tiers.ts';
import { oneOf } from '../suggest.ts';
import type { Rule, View } from '../view.ts';

const capacityPath = ['hub', 'gateway', 'capacity'];
const zonesPath = ['hub', 'gateway', 'zones'];

/** Each tier has a greatest number of units. */
export const gatewayUnitsRule: Rule = (view) => {
  const sku = skuOf(view);
  const capacity = view.number(...capacityPath);
  if (sku === undefined || capacity === undefined) return;
  const { mostUnits } = gatewayTiers[sku];
  if (capacity <= mostUnits) return;
  if (mostUnits === 1) {
    const fix = 'write `capacity: 1` or remove it';
    view.wrong(capacityPath, `the ${sku} tier has exactly one unit, not ${capacity}`, fix);
    return;
  }
  const message = `the ${sku} tier has at most ${mostUnits} units, not ${capacity}`;
  view.wrong(capacityPath, message, `write ${mostUnits} or less`);
};

/** Zones are for tiers that take them, each once, and every zone gets as many units as another. */
export const gatewayZonesRule: Rule = (view) => {
  const sku = skuOf(view);
  const zones = view.list(...zonesPath);
  if (sku === undefined || zones.length === 0) return;
  if (!gatewayTiers[sku].zones) {
    const able = (Object.keys(gatewayTiers) as GatewaySku[]).filter((name) => gatewayTiers[name].zones);
    const fix = `remove \`zones\`, or write \`sku: ${oneOf(able)}\``;
    view.wrong(zonesPath, `units of the ${sku} tier cannot be spread over zones of one's choice`, fix);
    return;
  }
  if (new Set(zones).size < zones.length) {
    view.wrong(zonesPath, 'a zone is named twice', 'name each zone once');
    return;
  }
  checkSpread(view, zones.length);
};

function checkSpread(view: View, zones: number): void {
  const capacity = view.number(...capacityPath);
  if (capacity === undefined || capacity % zones === 0) return;
  const message = `${capacity} units cannot be spread evenly over ${zones} zones`;
  view.wrong(zonesPath, message, `write a \`capacity\` that is a multiple of ${zones}, or name fewer zones`);
}

function skuOf(view: View): GatewaySku | undefined {
  const sku = view.text('hub', 'gateway', 'sku');
  return sku === undefined || !Object.hasOwn(gatewayTiers, sku) ? undefined : (sku as GatewaySku);
}
