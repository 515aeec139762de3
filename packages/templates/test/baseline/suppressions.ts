import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Why a rule is not met, said next to the resource. */
export interface Suppression {
  readonly rule: string;
  /** Parts or resources that it is about, by name or by how their names begin (`sts*`); all of the rule's where there are none. */
  readonly only: readonly string[];
  readonly reason: string;
  readonly file: string;
  readonly line: number;
}

/** `// baseline: CKV_AZURE_41 suppressed for database-password, webui-secret-key: reason`; further lines are indented. */
const FORM = /^\s*\/\/ baseline: (?<rule>.+?) suppressed(?: for (?<only>[^:]+))?: (?<reason>\S.*)$/;
const CONTINUED = /^\s*\/\/ {3,}(?<text>\S.*)$/;

const root = new URL('../../../../', import.meta.url).pathname;

/** Every suppression in the sources of the templates and of the gateway's content. */
export function readSuppressions(): readonly Suppression[] {
  return globSync(['bicep/**/*.bicep', 'packages/gateway/src/**/*.ts'], { cwd: root })
    .sort()
    .flatMap((file) => suppressionsIn(file, readFileSync(join(root, file), 'utf8')));
}

/** The suppressions of one source. Throws for a comment that looks like one and is not. */
export function suppressionsIn(file: string, text: string): readonly Suppression[] {
  const lines = text.split('\n');
  return lines.flatMap((line, i) => {
    if (!/\/\/\s*baseline:/i.test(line)) return [];
    const { rule = '', only = '', reason = '' } = FORM.exec(line)?.groups ?? {};
    if (rule === '') throw new Error(`${file}:${i + 1}: write "// baseline: <rule> suppressed: <reason>"`);
    const names = only.split(',').map((name) => name.trim());
    const more = continued(lines.slice(i + 1));
    return [
      { rule, only: names.filter((name) => name !== ''), reason: [reason, ...more].join(' '), file, line: i + 1 },
    ];
  });
}

function continued(lines: readonly string[]): readonly string[] {
  const end = lines.findIndex((line) => !CONTINUED.test(line));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => CONTINUED.exec(line)?.groups?.['text'] ?? '');
}
