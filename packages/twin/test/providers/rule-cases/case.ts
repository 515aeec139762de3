import type { Json, JsonObject } from '../../../src/kernel/store.ts';
import { takeNames } from '../../../src/providers/common/global-names.ts';
import { lockApi } from '../../../src/providers/api-management/child.ts';
import type { Bench } from '../bench.ts';
import { SUBSCRIPTION } from '../bench.ts';
import { IDS, SECRETS_USER } from '../landscape.ts';

/** One write that Azure refuses. It starts from the landscape's write of `id`, which every rule accepts. */
export interface RuleCase {
  readonly rule: string;
  /** undefined: whatever code the rule has. */
  readonly code: string | undefined;
  /** What is written: the landscape's own id, or another (`as`). */
  readonly id: string;
  readonly as?: string;
  /** Members of the body to change; undefined removes one. */
  readonly edits: Readonly<Record<string, Json | undefined>>;
  /** Default: the newest. */
  readonly apiVersion?: string;
  /** Brings about the state in which the write is refused. */
  readonly given?: (bench: Bench) => void;
  /** Edits that need ids of the world. */
  readonly editsIn?: (bench: Bench) => Readonly<Record<string, Json | undefined>>;
  /** The rule that would refuse the same write next: its mistake breaks two rules. */
  readonly also?: string;
  /** What the message must say, where one code has several causes. */
  readonly says?: RegExp;
  /** Why no template can break the rule; then only the definition is asked. */
  readonly notATemplate?: string;
}

export type Edits = RuleCase['edits'];
type More = Partial<Pick<RuleCase, 'as' | 'given' | 'editsIn' | 'also' | 'says' | 'notATemplate'>>;

/** A case in one line: rule, code, the landscape's write, what is changed in it, and how the world stands. */
export function refuse(rule: string, code: string, id: string, edits: Edits, more: More = {}): RuleCase {
  return { rule, code, id, edits, ...more };
}

/** Where the members of a body stand. */
export const p = 'properties';

export const NET = 'Microsoft.Network';
export const SUB = `${NET}/virtualNetworks/spoke/subnets`;

/** What begins so does not exist: the names that follow are of nothing in the landscape. */
export const NOWHERE = `${SUBSCRIPTION}/resourceGroups/rg/providers/`;
/** Another group of the landscape, which is empty. */
export const OTHER_GROUP = `${SUBSCRIPTION}/resourceGroups/other/providers/`;
export const SUBNET_NOWHERE = `${NOWHERE}${SUB}/none`;

/** A resource is in the middle of a write. */
export const busy =
  (id: string, state = 'Updating') =>
  (bench: Bench): void => {
    bench.alter(id, { provisioningState: state });
  };

/** A resource is deleted before the write, its projects before it. */
export const deleted =
  (id: string) =>
  (bench: Bench): void => {
    for (const child of bench.world.store.below(bench.id(id))) {
      if (/\/projects$/i.test(child.type)) bench.delete(child.id);
    }
    const refused = bench.delete(id);
    if (refused !== undefined) throw new Error(refused.message);
  };

/** Why an identity cannot read a secret, and how it comes to that. */
export const UNREADABLE: readonly (readonly [says: RegExp, given: (bench: Bench) => void])[] = [
  [/not authorized/, withoutRoles],
  [
    /not propagated/,
    (bench) => {
      withoutRoles(bench);
      bench.assign(IDS.vault, bench.text(IDS.identity, 'principalId'), SECRETS_USER, true);
    },
  ],
  [
    /Public network access is disabled/,
    (bench) => {
      bench.world.store.delete(bench.id(PE));
      bench.alter(IDS.vault, { networkAcls: { bypass: 'None', defaultAction: 'Deny' } });
    },
  ],
];

/** The identity of the landscape loses every role. */
function withoutRoles(bench: Bench): void {
  const principalId = bench.text(IDS.identity, 'principalId');
  for (const { id, properties } of bench.world.store.ofType('Microsoft.Authorization/roleAssignments'))
    if (properties['principalId'] === principalId) bench.world.store.delete(id);
}

/** Somebody in another tenant has a name that is unique in Azure. */
export const taken =
  (type: string, name: string) =>
  (bench: Bench): void => {
    takeNames(bench.world, [{ type, name }]);
  };

/** The landscape's own body of a resource, as far as it is shown. */
export function bodyOf(bench: Bench, id: string): JsonObject {
  const { location, properties, sku } = bench.get(id);
  return { ...(location === undefined ? {} : { location }), ...(sku === undefined ? {} : { sku }), properties };
}

export const API = `${IDS.apim}/apis/openai`;
export const ZONES = `${NET}/privateDnsZones`;
export const VAULT_ZONE = `${ZONES}/privatelink.vaultcore.azure.net`;
export const PE = `${NET}/privateEndpoints/pe-vault`;

/** Locks the landscape's API, as an import that has just ended does. */
export function lock(bench: Bench): void {
  lockApi(bench.world, bench.id(API));
}
