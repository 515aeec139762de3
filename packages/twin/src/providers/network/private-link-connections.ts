import type { JsonObject } from '../../kernel/store.ts';
import { objectsAt, textAt, textsAt } from '../common/json.ts';

interface Connection {
  readonly name: string;
  readonly targetId: string;
  readonly groupIds: readonly string[];
  readonly manual: boolean;
}

/** What a private endpoint connects to. */
export function connectionsOf(properties: JsonObject): readonly Connection[] {
  return ['privateLinkServiceConnections', 'manualPrivateLinkServiceConnections'].flatMap((member) =>
    objectsAt(properties, member).map((item) => ({
      name: textAt(item, 'name') ?? '',
      targetId: textAt(item, 'properties.privateLinkServiceId') ?? '',
      groupIds: textsAt(item, 'properties.groupIds'),
      manual: member.startsWith('manual'),
    })),
  );
}
