import { custom, type BaselineRule, type RuleSource } from './rule.ts';
import { listAt, memberAt, setMember, type ExpandedResource } from './resource.ts';

interface Connection {
  readonly properties?: { readonly privateLinkServiceId?: string };
}

/** A private endpoint of the same environment leads to the resource. */
export function privateEndpoint(source: RuleSource, id: string, type: string): BaselineRule {
  return custom(
    [source, id, type, 'a private endpoint leads to it'],
    (resource, all) => all.some((other) => leadsTo(other, resource)),
    {
      'its private endpoint': (resource, all) => {
        for (const other of all.filter((candidate) => leadsTo(candidate, resource))) {
          setMember(other, 'properties.privateLinkServiceConnections', []);
        }
      },
    },
  );
}

function leadsTo(endpoint: ExpandedResource, { id }: ExpandedResource): boolean {
  return (
    endpoint.type === 'Microsoft.Network/privateEndpoints' &&
    listAt<Connection>(endpoint, 'properties.privateLinkServiceConnections').some(
      ({ properties }) => properties?.privateLinkServiceId?.toLowerCase() === id.toLowerCase(),
    )
  );
}

/** A diagnostic setting sends logs of the resource to a workspace: the whole of them, or one of these groups or categories. */
export function logs(source: RuleSource, id: string, type: string, categories: readonly string[] = []): BaselineRule {
  const wanted = ['allLogs', ...categories];
  return custom(
    [source, id, type, 'its logs go to the workspace'],
    (resource, all) => settingsOf(resource, all).some((setting) => sends(setting, wanted)),
    {
      'its diagnostic setting: no log': (resource, all) => {
        for (const setting of settingsOf(resource, all)) setMember(setting, 'properties.logs', []);
      },
      'its diagnostic setting: no workspace': (resource, all) => {
        for (const setting of settingsOf(resource, all)) setMember(setting, 'properties.workspaceId', undefined);
      },
    },
  );
}

/** Storage keeps logs a service each, so the settings of children count. */
function settingsOf({ id }: ExpandedResource, all: readonly ExpandedResource[]): readonly ExpandedResource[] {
  return all.filter(
    (other) =>
      other.type === 'Microsoft.Insights/diagnosticSettings' &&
      other.id.toLowerCase().startsWith(`${id.toLowerCase()}/`),
  );
}

function sends(setting: ExpandedResource, wanted: readonly string[]): boolean {
  const workspace = memberAt(setting, 'properties.workspaceId');
  return (
    typeof workspace === 'string' &&
    listAt<Log>(setting, 'properties.logs').some(
      ({ enabled, category, categoryGroup }) => enabled === true && wanted.includes(categoryGroup ?? category ?? ''),
    )
  );
}

interface Log {
  readonly enabled?: boolean;
  readonly category?: string;
  readonly categoryGroup?: string;
}
