/** Writes `docs/openapi.md`: what preparation does to a document, from the rules that it reports by. */
import { fileURLToPath } from 'node:url';
import { runGenerator } from '../../config/scripts/generated-file.ts';
import { RULES, type ChangeKind } from '../src/rules.ts';

const docsFile = fileURLToPath(new URL('../../../docs/openapi.md', import.meta.url));

/** What a kind of change means. */
const KINDS: Readonly<Record<ChangeKind, string>> = {
  dropped: 'is not in the result',
  added: 'is in the result, and was not in the document',
  renamed: 'has another name',
  inlined: 'stands where it was referred to',
  bundled: 'stands among the schemas of the document',
  converted: 'says the same in other words',
  weakened: 'allows more than it did: the gateway validates no bodies, so a reader alone may miss it',
  clamped: 'is the nearest number that the importer can read',
  shortened: 'is cut',
};

function page(): string {
  const rows = Object.entries(RULES).map(([name, { kind, text }]) => `| \`${name}\` | ${kind} | ${escape(text)} |`);
  return [
    '<!-- Made by packages/openapi/scripts/generate-docs.ts from packages/openapi/src/rules.ts. Do not edit. -->',
    ...INTRODUCTION,
    '',
    '## What is changed, and why',
    '',
    ...Object.entries(KINDS).map(([kind, text]) => `- **${kind}**: ${text}`),
    '',
    '| rule | kind | what and why |',
    '| --- | --- | --- |',
    ...rows,
    '',
    ...REFUSED,
    '',
  ].join('\n');
}

const INTRODUCTION = `# Preparing an OpenAPI document

API Management's importer takes OpenAPI 2.0 (JSON) and 3.0, at most 4 MB, in one document, and ignores much of what a document may say. \`import-openapi\` makes of \`api.spec\` a document that it takes as it is meant, and reports every change; \`lz prepare SPEC\` shows the same without Azure.

    lz prepare openai.yaml > prepared.json                      # the document; the report goes to stderr
    lz prepare openai.yaml --operations 'POST /chat/**' 'tag:Models' '!*Batch*'
    lz prepare openai.yaml --json                               # {document, format, bytes, hash, operations, warnings, counts, changes}

- **What is read**: JSON or YAML 1.2, UTF-8 or UTF-16, OpenAPI 2.0, 3.0 or 3.1, a file or an https URL, up to 20 MB; references to other files and https URLs, as deep as they go. A file may refer to files in any folder; a document from the network may not refer to files.
- **What comes out**: minified JSON, 2.0 for a document of 2.0, else 3.0; the order of the document kept. The same input gives the same bytes, and preparing a prepared document changes nothing. The hash is kept in the revision: the same hash needs no import.
- **3.1 becomes 3.0** by code of our own, because every change must be reported, digits kept, and the importer's own limits met. What 3.0 can say otherwise is converted exactly; what it cannot say is weakened, and named.
- **Schemas**: only those that a chosen operation leads to. Everything else that \`$ref\` may refer to is written where it is used, because the importer ignores components other than schemas.
- **Numbers** keep their digits, \`1.0\` and \`9223372036854775807\` alike.
- **Size**: above 1 MB, what only readers of the developer portal need is given up step by step until it fits: examples in schemas, long descriptions of members, titles, descriptions in schemas that only answers use, then shorter ones everywhere. Operations and parameters keep theirs. Above 4 MB the document is refused, with the largest paths named.

## Choosing operations

\`api.operations\` and \`api.tags\` of the environment file, or \`--operations\`:

| written | means |
| --- | --- |
| \`POST /chat/**\` | method and path; \`*\` is within one segment, \`**\` any number of them |
| \`/chat/*\` | any method |
| \`createChat*\` | operationId |
| \`tag:Chat\` | operations with a tag |
| \`!/chat/completions\` | not these, whatever else is said |

Without a choice, or with \`!\` alone, all operations are taken. A glob that matches nothing is a mistake, and the nearest name is suggested. Names of operations are made over the whole document, so a choice never renames one.`.split(
  '\n',
);

const REFUSED = `## What is refused

Every mistake at once, with line, column and JSON pointer, before anything is sent:

- no document: HTML, empty, compressed, over 20 MB, a 404, more than five redirects, a redirect away from https, no answer within 60 s
- its writing: broken JSON or YAML, a key twice (both places), more than 200 levels, aliases that lead back or grow without end
- its shape: an unknown version, no \`info.title\` or \`info.version\`, no operations, a list where a mapping belongs
- references that lead to nothing, back to themselves, to http, or from the network to a file
- paths that do not start with \`/\`, with a fragment, an unmatched brace, the same placeholder twice, a wildcard before the end, over 1000 characters
- two paths that differ in nothing but the names of their placeholders
- one name in the path and in the query, or twice in the query, capitals aside
- more than 4 MB when prepared

Recursion is a warning with the cycle: API Management's documentation calls it unsupported, and its importer takes it nevertheless.`.split(
  '\n',
);

function escape(text: string): string {
  return text.replaceAll('|', String.raw`\|`);
}

runGenerator(import.meta.url, () => new Map([[docsFile, page()]]));
