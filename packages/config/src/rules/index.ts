import type { Rule } from '../view.ts';
import { accessRule, entraRule, groupsRule } from './access.ts';
import { allowRule, usableModelsRule } from './allow.ts';
import { productsRule, specRule } from './api.ts';
import { backendsRule } from './backends.ts';
import { fragmentsRule, namedValuesRule } from './fragments.ts';
import { contentSafetyRule, semanticCacheRule } from './model-safety.ts';
import { allowedAddressesRule } from './allowed-addresses.ts';
import { certificateRule } from './certificate.ts';
import { dnsRule, hostnameRule, restRule } from './exposure.ts';
import { gatewayUnitsRule, gatewayZonesRule } from './gateway.ts';
import { limitNamesRule, sharedLimitsRule } from './limits.ts';
import { hubAloneRule, hubReferenceRule } from './hub.ts';
import {
  contentFiltersRule,
  modelFilterRule,
  modelFormatRule,
  modelMakerRule,
  pricesRule,
  smokeModelRule,
  uniqueModelsRule,
  versionUpgradeRule,
} from './models.ts';
import { nameRule } from './name.ts';
import { operationsRule } from './operations.ts';
import { networkRule } from './network.ts';
import { brandingRule, replicasRule, sizeRule, variablesRule } from './open-webui.ts';
import { highAvailabilityRule } from './postgres.ts';
import { redisRule } from './redis.ts';
import { storageRule } from './storage.ts';
import { tagsRule } from './tags.ts';

/** Every rule beyond the schema. They do not depend on each other's order. */
export const rules: readonly Rule[] = [
  ...[nameRule, tagsRule, hubReferenceRule, hubAloneRule, networkRule, gatewayUnitsRule, gatewayZonesRule],
  ...[hostnameRule, certificateRule, dnsRule, allowedAddressesRule, restRule],
  ...[sizeRule, replicasRule, variablesRule, brandingRule, entraRule],
  ...[uniqueModelsRule, modelFormatRule, smokeModelRule],
  ...[modelMakerRule, pricesRule, versionUpgradeRule, contentFiltersRule, modelFilterRule, operationsRule],
  ...[accessRule, specRule, productsRule, highAvailabilityRule, storageRule, redisRule],
  ...[groupsRule, allowRule, usableModelsRule, limitNamesRule, sharedLimitsRule],
  ...[backendsRule, contentSafetyRule, semanticCacheRule, fragmentsRule, namedValuesRule],
];
