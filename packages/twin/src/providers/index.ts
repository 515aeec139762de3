import * as identities from './managed-identity/identities.ts';
import * as insights from './insights/insights.ts';
import { network } from './network/index.ts';
import * as operationalInsights from './operational-insights/workspaces.ts';
import type { ProviderOperation, TypeDefinition } from './type-definition.ts';

const ALL: readonly TypeDefinition[] = [
  ...network,
  ...Object.values(identities),
  ...Object.values(operationalInsights),
  ...Object.values(insights),
];

/** Every resource type of the twin that these providers own, by lower-case type. */
export const definitions: ReadonlyMap<string, TypeDefinition> = new Map(
  ALL.map((definition) => [definition.type.toLowerCase(), definition]),
);

/** Operations below the subscription that belong to no stored resource. */
export const operations: readonly ProviderOperation[] = [];
