import type { World } from '../../kernel/world.ts';
import { serviceOf } from './child.ts';

/** Where documents and settings stand that may name other resources of a service. */
const NAMING = /\/(policies|policyFragments|backends|loggers|authorizationServers)$/i;

/** Paths below the service of what names a resource in its document or its settings; the resource itself aside. */
export function usersOf(world: World, id: string, naming: RegExp): readonly string[] {
  const service = serviceOf(id);
  return world.store
    .below(service)
    .filter((other) => NAMING.test(other.type) && other.id.toLowerCase() !== id.toLowerCase())
    .filter(({ properties }) => naming.test(JSON.stringify(properties).replaceAll('\\"', '"')))
    .map((other) => other.id.slice(service.length));
}

/** API Management's words for a resource that is in use; they are known of fragments (Azure/apiops-cli#261). */
export function usedBy(kind: string, name: string, users: readonly string[]): string {
  return `The ${kind} '${name}' is used by the following entities:\r\n${users.map((user) => `${user}\r\n`).join('')}`;
}

/** A text as part of a regular expression. */
export function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
