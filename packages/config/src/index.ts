export type * from './environment.ts';
export type * from './gateway-choices.ts';
export { gatewayTiers, type GatewayNetwork, type GatewaySku, type GatewayTier } from './data/gateway-tiers.ts';
export { overlap, parseRange, rangeText, type AddressRange } from './cidr.ts';
export { freeRange } from './free-range.ts';
export { modelPriceCurrency, modelPrices, modelPricesLookedUp, type ModelPrice } from './data/model-prices.ts';
export { knownModels, type KnownModel, type ModelUse } from './data/models.ts';
export {
  brandingVariables,
  changeableVariables,
  isProductVariable,
  productVariables,
  productVariableStarts,
} from './data/open-webui-variables.ts';
export { loadEnvironment, loadEnvironmentFile, maxFileBytes, type Loaded } from './load.ts';
export { formatMistakes, pathText, sortMistakes, type Mistake, type Path } from './mistakes.ts';
export { FOUNDRY_AUDIENCE } from './resolve-gateway.ts';
export { namesOf, type Named, type Names } from './names.ts';
export { placeOf } from './place.ts';
export { schemaMistakes, type SchemaMistake } from './schema-mistakes.ts';
export type { SchemaError } from './schema-validator.generated.js';
export { closest, oneOf } from './suggest.ts';
export { readYaml, type FileWords, type YamlSource } from './yaml-source.ts';
export { hubLongestPrefix, spokeLongestPrefix } from './rules/network.ts';
