import { dirname, join } from 'node:path';
import type { FileApi, FileBackend, FileFragments } from './file-shape.ts';
import { isFoundryHost, withoutSlash } from './foundry-hosts.ts';
import type {
  BackendAuthentication,
  FragmentFiles,
  GatewayChoices,
  ModelBackend,
  NamedValue,
} from './gateway-choices.ts';

/** Foundry's audience, for models of every format: the one that API Management's own documentation uses. */
export const FOUNDRY_AUDIENCE = 'https://cognitiveservices.azure.com';

/** What is chosen for the gateway. Files are named from the environment file's folder, and known by their path after. */
export function resolveGateway(api: FileApi, file: string): GatewayChoices {
  const { contentSafety, semanticCache, logPrompts } = api;
  return {
    ownBackend: { ...api.ownBackend },
    backends: api.backends.map(resolveBackend),
    ...(contentSafety === undefined ? {} : { contentSafety: { ...contentSafety } }),
    ...(semanticCache === undefined ? {} : { semanticCache: { ...semanticCache } }),
    fragments: resolveFragments(api.fragments, dirname(file)),
    namedValues: Object.fromEntries(
      Object.entries(api.namedValues).map(([name, value]): [string, NamedValue] => [
        name,
        typeof value === 'string' ? { text: value } : { secretId: value.secret },
      ]),
    ),
    ...(logPrompts === undefined ? {} : { logPrompts: { ...logPrompts } }),
  };
}

function resolveBackend(backend: FileBackend): ModelBackend {
  const { name, url, priority, weight } = backend;
  return { name, url: withoutSlash(url), priority, weight, authentication: authenticationOf(backend) };
}

function authenticationOf({ url, audience, apiKey }: FileBackend): BackendAuthentication {
  if (apiKey !== undefined) return { kind: 'api-key', secretId: apiKey.secret };
  if (audience !== undefined) return { kind: 'managed-identity', audience };
  if (isFoundryHost(url)) return { kind: 'managed-identity', audience: FOUNDRY_AUDIENCE };
  throw new Error(`The rules let the backend ${url} pass, which the gateway cannot call.`);
}

function resolveFragments({ inbound, outbound, onError }: FileFragments, folder: string): FragmentFiles {
  const from = (files: readonly string[]): readonly string[] => files.map((name) => join(folder, name));
  const both = ({ before, after }: FragmentFiles['inbound']) => ({ before: from(before), after: from(after) });
  return { inbound: both(inbound), outbound: both(outbound), onError: both({ ...onError, after: [] }) };
}
