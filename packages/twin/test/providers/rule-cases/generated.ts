import { allDefinitions as definitions } from '../../../src/world/rules.ts';
import type { TypeDefinition } from '../../../src/providers/type-definition.ts';
import { IDS } from '../landscape.ts';
import { lock } from './case.ts';
import type { RuleCase } from './case.ts';

/** How the state comes about in which every rule of one name ending refuses a write that is itself as it should be. */
const BY_ENDING: readonly (readonly [ending: string, code: string, given: NonNullable<RuleCase['given']>])[] = [
  [
    '-service-active',
    'ServiceLocked',
    (bench) => {
      bench.alter(IDS.apim, { provisioningState: 'Activating' });
    },
  ],
  [
    '-service-reachable',
    'ManagementApiRequestFailed',
    (bench) => {
      bench.alter('Microsoft.Network/networkSecurityGroups/nsg-gateway', { securityRules: [] });
    },
  ],
  ['-api-unlocked', 'PessimisticConcurrencyConflict', lock],
];

/** Cases that follow from a type alone: a service that is not there yet, an API that is locked, a name that cannot be. */
export function generatedCases(sampleOf: ReadonlyMap<string, string>): readonly RuleCase[] {
  return [...definitions.values()].flatMap((definition) => {
    const id = sampleOf.get(definition.type.toLowerCase());
    return id === undefined ? [] : [...ofState(definition, id), ...ofName(definition, id)];
  });
}

function ofState({ rules }: TypeDefinition, id: string): readonly RuleCase[] {
  return rules.flatMap(({ id: rule }) =>
    BY_ENDING.filter(([ending]) => rule.endsWith(ending)).map(([, code, given]) => ({
      rule,
      code,
      id,
      edits: {},
      given,
    })),
  );
}

/** With characters that no name has, and longer than any may be. */
const WRONG_NAMES: readonly string[] = ['*bad &%:name*', 'x'.repeat(300)];

/** What else a wrong name breaks: a link to something bears the name of that thing. */
const ALSO: Readonly<Record<string, string>> = {
  'apim-apis-tags-name': 'apim-api-tag-exists',
  'apim-products-apis-name': 'apim-product-apis-exists',
  'apim-products-groups-name': 'apim-product-groups-exists',
};

/** Rules of names. Each type has a code of its own. The landscape's resource makes way, because two would be in conflict. */
function ofName({ rules }: TypeDefinition, id: string): readonly RuleCase[] {
  const above = id.slice(0, id.lastIndexOf('/'));
  return rules
    .filter((one) => one.id.endsWith('-name') && /naming rules|section 1$|ACA storages/.test(one.source))
    .flatMap(({ id: rule }) =>
      WRONG_NAMES.map((name) => ({
        ...{ rule, code: undefined, id, as: `${above}/${name}`, edits: {} },
        ...(ALSO[rule] === undefined ? {} : { also: ALSO[rule] }),
        given: (bench) => {
          bench.world.store.delete(bench.id(id));
        },
      })),
    );
}
