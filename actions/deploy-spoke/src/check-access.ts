import { checked, type AzureClient, type Finding } from '@lz/azure';
import type { Access, Principal } from '@lz/config';
import { Graph } from './entra/graph.ts';

/** Reading people and groups is a right of its own in Graph, which nothing else of a run needs. */
const REMEDY =
  'To have it checked, give the deploying identity the Graph application roles User.Read.All and Group.Read.All.';

/** An error for each person or group of `access` that the tenant does not have: found now instead of at the end. */
export async function checkAccess(azure: AzureClient, access: Access): Promise<readonly Finding[]> {
  const graph = new Graph(azure);
  const named = (['admins', 'users'] as const).flatMap((list) =>
    access[list].map((principal, index) => ({ principal, pointer: `/access/${list}/${index}` })),
  );
  if (named.length === 0) return [];
  const findUnknown = async () => {
    const findings: Finding[] = [];
    for (const { principal, pointer } of named) {
      if ((await graph.find(pathOf(principal))) === undefined) findings.push(unknown(principal, pointer));
    }
    return findings;
  };
  return await checked('People and groups of `access`', findUnknown, REMEDY);
}

function pathOf({ kind, objectId }: Principal): string {
  return `/${kind === 'user' ? 'users' : 'groups'}/${objectId}`;
}

function unknown({ kind, objectId }: Principal, pointer: string): Finding {
  return {
    severity: 'error',
    code: 'PrincipalUnknown',
    message: `The tenant has no ${kind} with the object id ${objectId}.`,
    remedy: `az ad ${kind} show answers the object id of a ${kind} by its name.`,
    pointer,
  };
}
