import type { Json } from '../../kernel/store.ts';
import type { World } from '../../kernel/world.ts';
import type { Refusal, Rule, WriteRequest } from '../type-definition.ts';
import { ruleName } from './define.ts';
import { isIdOf, sameLocation } from './ids.ts';
import { isObject, valueAt } from './json.ts';
import { busyChild, isBusy } from './states.ts';

/** A rule that is checked when the write is sent. */
export function rule(id: string, source: string, check: Rule['check']): Rule {
  return { id, source, when: 'accept', check };
}

/** A rule that is checked when the write's time is over: the resource then is Failed. */
export function lateRule(id: string, source: string, check: Rule['check']): Rule {
  return { id, source, when: 'complete', check };
}

/** A refusal. `status` is the HTTP status. */
export function refusal(status: number, code: string, message: string, more: Partial<Refusal> = {}): Refusal {
  return { status, code, message, ...more };
}

/** Azure's limits of names: one rule for each type. */
export function nameRule(
  type: string,
  pattern: RegExp,
  says: { readonly code: string; readonly status?: number; readonly message: (name: string) => string },
  source = 'Azure naming rules and restrictions',
): Rule {
  return rule(`${ruleName(type)}-name`, source, ({ name }) =>
    pattern.test(name) ? undefined : refusal(says.status ?? 400, says.code, says.message(name)),
  );
}

/** Names of Microsoft.Network: letters, digits, `_ . -`, 1 to 80 characters, ending with a letter, a digit or `_`. */
export function networkNameRule(type: string): Rule {
  return nameRule(type, /^[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?$/, {
    code: 'InvalidResourceName',
    message: (name) =>
      `Resource name ${name} is invalid. The name can be up to 80 characters long. It must begin with a word character, and it must end with a word character or with '_'. The name may contain word characters or '.', '-', '_'.`,
  });
}

/** Every text at `path`, where a segment `[]` stands for every item of a list: `subnets[].properties.routeTable.id`. */
export function textsAtPath(value: Json | undefined, path: string): readonly string[] {
  let current: readonly (Json | undefined)[] = [value];
  for (const part of path.split('[]')) {
    const inner = part.replace(/^\./, '');
    if (inner !== '') current = current.map((item) => valueAt(item, inner));
    current = current.flatMap((item): readonly (Json | undefined)[] =>
      Array.isArray(item) ? (item as readonly Json[]) : [item],
    );
  }
  return current.filter((item) => typeof item === 'string');
}

/** Resource ids at `path` that must exist. `path` begins below `properties`. */
export function linkedResourceRule(
  id: string,
  path: string,
  type: string,
  says: (missing: string, request: WriteRequest) => Refusal,
  source = 'facts/azure.md section 2: referenced resources must exist',
): Rule {
  return rule(id, source, (request, world) => {
    for (const linked of textsAtPath(request.properties, path)) {
      if (!isIdOf(linked, type) || !world.store.has(linked)) return says(linked, request);
    }
    return undefined;
  });
}

/** Microsoft.Network's words for a reference to something that is not there. */
export function invalidReference(missing: string, request: WriteRequest): Refusal {
  return refusal(
    400,
    'InvalidResourceReference',
    `Resource ${missing} referenced by resource ${request.id} was not found. Please make sure that the referenced resource exists, and that both resources are in the same region.`,
  );
}

/** Two members of one inline list with the same name, in Microsoft.Network's words. */
export function uniqueNamesRule(id: string, list: string): Rule {
  return rule(id, 'Microsoft.Network validation: names within a resource are unique', (request) => {
    const seen = new Set<string>();
    for (const name of textsAtPath(request.properties, `${list}[].name`)) {
      if (seen.has(name.toLowerCase())) {
        return refusal(
          400,
          'DuplicateResourceName',
          `Resource ${request.id} has two child resources with the same name (${name}).`,
        );
      }
      seen.add(name.toLowerCase());
    }
    return undefined;
  });
}

/** Azure Resource Manager's words for a linked resource that is not there. */
export function linkedNotFound(missing: string): Refusal {
  return refusal(
    404,
    'ResourceNotFound',
    `The Resource '${missing.split('/providers/')[1] ?? missing}' was not found. For more details please go to https://aka.ms/ARMResourceNotFoundFix`,
  );
}

/** A value out of a fixed set. Absent values pass. */
export function choiceRule(
  id: string,
  path: string,
  allowed: readonly string[],
  says: (value: string) => Refusal,
  source: string,
): Rule {
  const lower = new Set(allowed.map((value) => value.toLowerCase()));
  return rule(id, source, (request) => {
    const value = valueAt(path.startsWith('body.') ? request.body : request.properties, path.replace(/^body\./, ''));
    return typeof value !== 'string' || lower.has(value.toLowerCase()) ? undefined : says(value);
  });
}

/** A member that must not change once written. Absent in the new write passes. */
export function immutableRule(
  id: string,
  path: string,
  says: (request: WriteRequest) => Refusal,
  source: string,
): Rule {
  return rule(id, source, (request) => {
    const before = valueAt(request.existing?.properties, path);
    const now = valueAt(request.properties, path);
    if (before === undefined || before === null || now === undefined || now === null) return undefined;
    return JSON.stringify(before).toLowerCase() === JSON.stringify(now).toLowerCase() ? undefined : says(request);
  });
}

/** Ids of the user-assigned identities of a write. */
export function assignedIdentities(request: Pick<WriteRequest, 'identity'>): readonly string[] {
  const assigned = valueAt(request.identity, 'userAssignedIdentities');
  return isObject(assigned) ? Object.keys(assigned) : [];
}

/** A linked resource that must be in the same region. */
export function sameRegionRule(
  id: string,
  path: string,
  says: (linked: string, request: WriteRequest) => Refusal,
): Rule {
  return rule(id, 'facts/azure.md section 2: same region', (request, world: World) => {
    for (const linked of textsAtPath(request.properties, path)) {
      const resource = world.store.get(linked);
      if (resource?.location !== undefined && !sameLocation(resource.location, request.location)) {
        return says(linked, request);
      }
    }
    return undefined;
  });
}

/** Microsoft.Network writes one thing of a VNet at a time: the VNet itself, its subnets, its peerings. */
export function networkSettledRule(id: string): Rule {
  return rule(id, 'facts/azure.md section 2, Peering: parallel writes of one VNet', (request, world) => {
    const network = world.store.get(request.parentId);
    const busy =
      network !== undefined && isBusy(network) ? network : busyChild(world.store, request.parentId, request.id);
    if (busy === undefined) return undefined;
    return refusal(
      429,
      'AnotherOperationInProgress',
      `Another operation on this or dependent resource is in progress. To retrieve status of the operation use the Azure-AsyncOperation header of ${busy.id}.`,
    );
  });
}
