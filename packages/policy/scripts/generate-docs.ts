/** Writes `docs/policy-engine.md`: what the policy engine executes and refuses, from the specifications it checks with. */
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { runGenerator } from '../../config/scripts/generated-file.ts';
import { POLICY_TOPICS, UNSUPPORTED_POLICIES } from '../src/document/policy-specifications.ts';
import { SECTIONS } from '../src/document/sections.ts';
import type { ElementSpecification, PolicySpecification } from '../src/document/specification.ts';
import { SCOPES } from '../src/scopes.ts';

const docsFile = fileURLToPath(new URL('../../../docs/policy-engine.md', import.meta.url));

const HEAD = `<!-- Made by packages/policy/scripts/generate-docs.ts from the policies' specifications. Do not edit. -->
# The policy engine

The twin's gateway, \`lz policy\` and \`lz policy test\` run API Management policy documents with one engine. It refuses when
a document is saved what API Management refuses, with every mistake at once, each with line and column; it executes the
policies below; and whatever it cannot execute it refuses by name.

    lz policy --policy policy.xml --request request.json [--context context.json] [--backend backend.json] [--json]
`;

const CONTEXT = `## The context file

Beside what \`context\` shows (\`variables\`, \`subscription\`, \`product\`, \`user\`, \`api\`, \`operation\`, \`deployment\`) the file
says what the documents may refer to and what the world around them is like. Every member may be left out.

| member | what it gives |
| --- | --- |
| \`namedValues\` | values of \`{{name}}\`; a document that names any other is refused |
| \`fragments\` | policy fragments by id; any other is refused |
| \`backends\` | backends by id, \`{url, headers, query, authorization, managedIdentity, pool}\`; left out, any backend stands at \`https://<id>.invalid\` |
| \`loggers\` | ids of loggers; left out, any is taken |
| \`scope\` | where the document stands: ${SCOPES.map((scope) => `\`${scope}\``).join(', ')}; default \`api\`, and then no policy is in the wrong scope |
| \`documents\` | documents of the other scopes, by scope |
| \`tier\` | the gateway's tier, \`Developer\` or \`Consumption\`: a few policies and the size of documents depend on it |
| \`responses\` | answers by address, \`*\` for any text: \`{"https://issuer.example/*": {"status": 200, "body": {"active": true}}}\`. A list answers one request after the other. What none fits gets the backend's answer |
| \`cache\` | values that \`cache-lookup-value\` finds |
| \`now\` | the time, as ISO 8601: it then moves with \`retry\` alone, and GUIDs and chance are the same in every run |
| \`operation.request\`, \`operation.responses\`, \`operation.templateParameters\`, \`api.schemas\`, \`schemas\` | the description that \`validate-*\` and \`mock-response\` look at, in ARM's shape |

An answer, in \`--backend\` and in \`responses\`, is \`{status, reason, headers, body}\`, or \`{"error": "timeout"}\` or
\`{"error": "connection"}\` where none comes. The result has, beside \`backend\`, \`caller\`, \`error\` and \`trace\`, what else
left the gateway: \`requests\` (by \`send-request\` and \`send-one-way-request\`), \`messages\`, \`metrics\`.
`;

const DIFFERENCES = `## How requests run

- Scopes: ${SCOPES.join(', ')}. \`<base />\` puts in the scope above; a section without it drops the scope above, a section
  that is left out inherits it. Where nothing stands above, backend forwards the request. Workspaces are refused by name.
- An error jumps to on-error with \`context.LastError\` as Microsoft's page on error handling lists it, and with
  \`context.Response\` as the caller would get it. \`Path\` counts from 1 among policies of the same name. An error within
  on-error ends it with 500; the first error stays in \`context.LastError\`.
- \`return-response\`, \`mock-response\` and a preflight end the request: nothing after them runs.
- A preflight is answered by the \`cors\` policies that stand directly in inbound, before anything else and before the
  subscription key is asked for, unless the operation's method is OPTIONS.
- Bodies are bytes. A compressed one is not unpacked: delete \`Accept-Encoding\`, as with API Management.
- Values of a header stay apart; \`lz policy\` prints them joined with commas.
- A query parameter that no policy touches keeps its very characters; a new one is percent-encoded.
- A literal text around an expression is text: API Management evaluates an expression only where it is the whole value.
- Sections out of order are refused. That API Management does so too is an assumption.
- Documents: 256 KiB, in the Consumption tier 16 KiB; fragments: 512 KB (Microsoft's pages of 2020 and of February 2026).
`;

function sectionsOf({ sections }: PolicySpecification): string {
  return sections.length === SECTIONS.length ? 'all' : sections.join(', ');
}

function scopesOf({ scopes, notOn = [] }: PolicySpecification): string {
  const where = scopes === undefined ? 'all' : scopes.join(', ');
  return notOn.length === 0 ? where : `${where}; not in ${notOn.join(', ')}`;
}

/** Attributes that API Management takes and this engine does not, in the policy and below it. */
function unsupportedOf(element: ElementSpecification): readonly string[] {
  const own = Object.entries(element.attributes ?? {}).flatMap(([name, { unsupported }]) =>
    unsupported === true ? [name] : [],
  );
  const below = Object.values(element.children ?? {}).flatMap((child) => unsupportedOf(child.element));
  return [...new Set([...own, ...below])];
}

function row([name, policy]: readonly [string, PolicySpecification]): string {
  const refused = unsupportedOf(policy).map((attribute) => `\`${attribute}\``);
  return `| \`${name}\` | ${sectionsOf(policy)} | ${scopesOf(policy)} | ${refused.join(', ')} | ${policy.differs ?? ''} |`;
}

function topic([title, policies]: readonly [string, Readonly<Record<string, PolicySpecification>>]): string {
  const head =
    '| policy | sections | scopes | attributes refused by name | where it differs |\n| --- | --- | --- | --- | --- |';
  return `### ${title}\n\n${head}\n${Object.entries(policies).map(row).join('\n')}\n`;
}

function refusedPolicies(): string {
  const rows = [...UNSUPPORTED_POLICIES].map(([name, reason]) => `| \`${name}\` | ${reason} |`);
  return `## Refused by name\n\n| policy | why |\n| --- | --- |\n${rows.join('\n')}\n`;
}

const page = [
  HEAD,
  '## Executed\n',
  ...Object.entries(POLICY_TOPICS).map(topic),
  refusedPolicies(),
  DIFFERENCES,
  CONTEXT,
].join('\n');
const text = await format(page, { ...(await resolveConfig(docsFile)), filepath: docsFile });
runGenerator(import.meta.url, () => new Map([[docsFile, text]]));
