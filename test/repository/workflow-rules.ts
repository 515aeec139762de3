import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isMap } from 'yaml';
import {
  entries,
  member,
  scalars,
  text,
  WorkflowDocument,
  type Entry,
  type Finding,
  type Part,
} from './workflow-document.ts';

/** Looks at one file; `root` is the folder that `$/` stands for. */
type Rule = (document: WorkflowDocument, root: string) => readonly Finding[];

/** What breaks a rule in the text of a workflow or an action file; none where all is well. */
export function findingsIn(source: string, root: string): readonly Finding[] {
  const document = new WorkflowDocument(source);
  return Object.values(rules)
    .flatMap((rule) => rule(document, root))
    .sort((a, b) => a.line - b.line);
}

/**
 * The rules that need nothing but the file (facts/workflows.md, section 5). Each is proved by a defect that it finds: see
 * workflows.test.ts.
 */
export const rules = {
  'top-permissions': (document) => {
    const permissions = member(document.root, 'permissions');
    if (document.jobs.length === 0 || (isMap(permissions) && permissions.items.length === 0)) return [];
    return [
      document.finding('top-permissions', permissions ?? document.root, 'the workflow starts with "permissions: {}"'),
    ];
  },

  'grant-reason': (document) =>
    grants(document).flatMap(({ part, entry }) =>
      entry === undefined
        ? [document.finding('grant-reason', member(part.node, 'permissions'), `${part.name} lists what it is granted`)]
        : entry.comment.length >= 8
          ? []
          : [document.finding('grant-reason', entry.keyNode, `${entry.key} of ${part.name} has its reason behind it`)],
    ),

  'pinned-uses': (document) =>
    uses(document)
      .filter(({ value }) => !value.startsWith('$/') && !value.startsWith('./'))
      .filter(({ value, comment }) => !/@[0-9a-f]{40}$/.test(value) || !/^v\d+\.\d+\.\d+$/.test(comment))
      .map(({ node, value }) =>
        document.finding('pinned-uses', node, `${value}: pinned by the full SHA, its version (v1.2.3) behind it`),
      ),

  'own-reference': (document, root) =>
    uses(document)
      .filter(({ value }) => /^[.$]\//.test(value))
      .filter(({ value }) => !value.startsWith('$/') || value.includes('@') || !existsSync(join(root, value.slice(2))))
      .map(({ node, value }) =>
        document.finding('own-reference', node, `${value}: what is in this repository is called as $/path, without @`),
      ),

  'persisted-credentials': (document) =>
    stepsUsing(document, /^actions\/checkout@/)
      .filter((step) => text(member(member(step, 'with'), 'persist-credentials')) !== 'false')
      .map((step) => document.finding('persisted-credentials', member(step, 'uses'), 'persist-credentials: false')),

  'expression-in-run': (document) =>
    runs(document)
      .filter(({ script }) => script.includes('${{'))
      .map(({ node }) => document.finding('expression-in-run', node, 'values reach a script through env')),

  'environment-file': (document) =>
    runs(document)
      .filter(({ script }) => /GITHUB_(ENV|PATH)\b/.test(script))
      .map(({ node }) => document.finding('environment-file', node, 'no script changes the variables of later steps')),

  'dangerous-trigger': (document) => {
    const on = member(document.root, 'on');
    const names = [...entries(on).map(({ keyNode }) => keyNode), ...(isMap(on) ? [] : scalars(on))];
    return names
      .filter((node) => /^(pull_request_target|workflow_run)$/.test(text(node) ?? ''))
      .map((node) =>
        document.finding('dangerous-trigger', node, `${text(node) ?? ''} runs foreign code with our rights`),
      );
  },

  'no-secret': (document) => [
    ...scalars(document.root)
      .filter((node) => /\$\{\{[^}]*\bsecrets\b/.test(text(node) ?? ''))
      .map((node) => document.finding('no-secret', node, 'no secret is stored in GitHub')),
    ...document.jobs
      .map(({ node }) => member(node, 'secrets'))
      .filter((node) => node !== undefined)
      .map((node) => document.finding('no-secret', node, 'no secret is handed on')),
  ],

  'token-without-environment': (document) =>
    grants(document)
      .filter(({ part, entry }) => entry?.key === 'id-token' && !has(part, 'environment') && !has(part, 'uses'))
      .map(({ part, entry }) =>
        document.finding(
          'token-without-environment',
          entry?.keyNode,
          `${part.name}: id-token only behind an environment`,
        ),
      ),

  timeout: (document) =>
    document.jobs
      .filter((part) => !has(part, 'uses') && !has(part, 'timeout-minutes'))
      .map(({ name, node }) => document.finding('timeout', node, `${name}: timeout-minutes`)),

  'deployment-concurrency': (document) =>
    document.jobs
      .filter((part) => has(part, 'environment'))
      .map((part) => ({ part, concurrency: member(part.node, 'concurrency') ?? member(document.root, 'concurrency') }))
      .filter(({ concurrency }) => !isMap(concurrency) || text(member(concurrency, 'cancel-in-progress')) !== 'false')
      .map(({ part, concurrency }) =>
        document.finding(
          'deployment-concurrency',
          concurrency ?? part.node,
          `${part.name}: one at a time, and a running one is never cancelled`,
        ),
      ),

  'cache-in-release': (document) =>
    document.jobs
      .filter(({ node }) => entries(member(node, 'permissions')).some(({ value }) => text(value) === 'write'))
      .flatMap(({ steps }) => steps)
      .filter(usesCache)
      .map((step) =>
        document.finding('cache-in-release', member(step, 'uses'), 'a job that may write takes nothing from a cache'),
      ),

  'install-scripts': (document) =>
    runs(document)
      .filter(({ script }) => /\bnpm (i|install|add)\b|\bnpx\b|\bnpm ci\b(?![^\n&|;]*--ignore-scripts)/.test(script))
      .map(({ node }) => document.finding('install-scripts', node, 'npm ci --ignore-scripts, and what it installed')),

  'unsound-condition': (document) =>
    document.parts
      .flatMap(({ node, steps }) => [node, ...steps])
      .map((node) => member(node, 'if'))
      .filter((node) => /\S\s*\$\{\{|\}\}\s*\S/.test(text(node) ?? ''))
      .map((node) => document.finding('unsound-condition', node, 'text around ${{ }} makes a condition always true')),

  'action-inputs': (document, root) =>
    document.parts.flatMap(({ node, steps }) => [node, ...steps]).flatMap((node) => wrongInputs(document, root, node)),
} as const satisfies Readonly<Record<string, Rule>>;

function has({ node }: Part, key: string): boolean {
  return member(node, key) !== undefined;
}

interface Grant {
  readonly part: Part;
  readonly entry: Entry | undefined;
}

/** Every grant of every job; a job that is granted everything in one word has no entry. */
function grants(document: WorkflowDocument): readonly Grant[] {
  return document.jobs.flatMap((part): readonly Grant[] => {
    const permissions = member(part.node, 'permissions');
    if (permissions === undefined) return [];
    if (!isMap(permissions)) return [{ part, entry: undefined }];
    return entries(permissions).map((entry) => ({ part, entry }));
  });
}

/** Every `uses`, of steps and of jobs. */
function uses(document: WorkflowDocument) {
  return document.parts
    .flatMap(({ node, steps }) => [node, ...steps])
    .flatMap((node) => entries(node).filter(({ key }) => key === 'uses'))
    .map(({ value, comment }) => ({ node: value, value: text(value) ?? '', comment }));
}

function stepsUsing(document: WorkflowDocument, action: RegExp) {
  return document.parts.flatMap(({ steps }) => steps).filter((step) => action.test(text(member(step, 'uses')) ?? ''));
}

function runs(document: WorkflowDocument) {
  return document.parts
    .flatMap(({ steps }) => steps)
    .map((step) => member(step, 'run'))
    .map((node) => ({ node, script: text(node) ?? '' }));
}

/** setup-node keeps a cache by itself where package.json names a package manager, unless it is told not to. */
function usesCache(step: Part['node']): boolean {
  const action = text(member(step, 'uses')) ?? '';
  const inputs = member(step, 'with');
  if (/^actions\/cache[@/]/.test(action) || member(inputs, 'cache') !== undefined) return true;
  return action.startsWith('actions/setup-node@') && text(member(inputs, 'package-manager-cache')) !== 'false';
}

/** `with` of an own action or workflow against what that declares. GitHub only warns of an unknown input of an action. */
function wrongInputs(document: WorkflowDocument, root: string, node: Part['node']): readonly Finding[] {
  const reference = text(member(node, 'uses')) ?? '';
  if (!reference.startsWith('$/')) return [];
  const declared = declaredInputs(join(root, reference.slice(2)));
  if (declared === undefined) return [];
  const given = entries(member(node, 'with'));
  const required = entries(declared).filter(
    ({ value }) => text(member(value, 'required')) === 'true' && member(value, 'default') === undefined,
  );
  return [
    ...given
      .filter(({ key }) => member(declared, key) === undefined)
      .map(({ key, keyNode }) => document.finding('action-inputs', keyNode, `${reference} has no input "${key}"`)),
    ...required
      .filter(({ key }) => !given.some((input) => input.key === key))
      .map(({ key }) => document.finding('action-inputs', node, `${reference} needs the input "${key}"`)),
  ];
}

/** The inputs of an action's folder or of a reusable workflow; undefined where there is no such thing. */
function declaredInputs(path: string): unknown {
  const file = /\.ya?ml$/.test(path) ? path : join(path, 'action.yml');
  if (!existsSync(file)) return undefined;
  const { root } = new WorkflowDocument(readFileSync(file, 'utf8'));
  return member(root, 'inputs') ?? member(member(member(root, 'on'), 'workflow_call'), 'inputs') ?? root;
}
