import type { Path } from '../mistakes.ts';
import { closest } from '../suggest.ts';
import type { Rule, View } from '../view.ts';
import { groupNames, unknownGroup } from './allow.ts';
import { writtenModels } from './models.ts';

/** A limit names a group or a model that is there. */
export const limitNamesRule: Rule = (view) => {
  for (const name of namesAt(view, 'limits', 'perGroup')) {
    if (groupNames(view).includes(name) || !view.sound('access')) continue;
    const { message, fix } = unknownGroup(view, name);
    view.wrongKey(['limits', 'perGroup', name], message, fix);
  }
  const models = writtenModels(view).map((model) => model.name);
  for (const name of namesAt(view, 'limits', 'perModel')) {
    if (models.includes(name) || models.length === 0 || !view.sound('models')) continue;
    const near = closest(name, models);
    view.wrongKey(
      ['limits', 'perModel', name],
      `"${name}" is not the deployment name of one of the models`,
      near === undefined ? 'write the `name` of a model, or remove the limit' : `did you mean \`${near}\`?`,
    );
  }
};

/** What all may use together is no less than what one of them may: the person's limit could never be reached. */
export const sharedLimitsRule: Rule = (view) => {
  for (const kind of ['perRole', 'perGroup', 'perModel']) {
    for (const name of namesAt(view, 'limits', kind)) checkShared(view, ['limits', kind, name]);
  }
};

function checkShared(view: View, path: Path): void {
  const [person, shared]: readonly [Path, Path] = [
    [...path, 'perPerson'],
    [...path, 'shared'],
  ];
  compare('tokensPerMinute', ['tokensPerMinute']);
  const period = [...shared, 'tokenQuota', 'period'];
  if (view.text(...period) === view.text(...person, 'tokenQuota', 'period'))
    compare('tokens', ['tokenQuota', 'tokens']);

  function compare(what: string, member: Path): void {
    const [one, all] = [view.number(...person, ...member), view.number(...shared, ...member)];
    if (one === undefined || all === undefined || all >= one) return;
    view.wrong(
      [...shared, ...member],
      `all together may use ${all} tokens, but each of them ${one}`,
      `write ${one} or more, or lower \`perPerson\` (\`${what}\`)`,
    );
  }
}

function namesAt(view: View, ...path: Path): readonly string[] {
  const map = view.get(...path);
  return typeof map === 'object' && map !== null ? Object.keys(map) : [];
}
