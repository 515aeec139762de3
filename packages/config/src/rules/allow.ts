import { closest } from '../suggest.ts';
import type { Rule, View } from '../view.ts';
import { writtenModels } from './models.ts';

/** The names of `access.groups` that are whole. */
export function groupNames(view: View): readonly string[] {
  return view.texts('access', 'groups').map(([name]) => name);
}

/** Notes a name that is none of `access.groups`. */
export function unknownGroup(view: View, name: string): { readonly message: string; readonly fix: string } {
  const near = closest(name, groupNames(view));
  return {
    message: `there is no group \`${name}\` in \`access.groups\``,
    fix:
      near === undefined
        ? `add it: \`access: { groups: { ${name}: <object id> } }\`, with a role`
        : `did you mean \`${near}\`?`,
  };
}

/** A model is allowed to groups that have a name. */
export const allowRule: Rule = (view) => {
  for (const { path } of writtenModels(view)) {
    for (const index of view.list(...path, 'allow', 'groups').keys()) {
      const at = [...path, 'allow', 'groups', index];
      const name = view.text(...at);
      if (name === undefined || groupNames(view).includes(name) || !view.sound('access')) continue;
      const { message, fix } = unknownGroup(view, name);
      view.wrong(at, message, fix);
    }
  }
};

/** A model that is allowed to roles which nobody has costs money and answers nobody. */
export const usableModelsRule: Rule = (view) => {
  if (!view.sound('access')) return;
  for (const { path, name } of writtenModels(view)) {
    const roles = view.list(...path, 'allow', 'roles');
    if (roles.length === 0 || view.list(...path, 'allow', 'groups').length > 0) continue;
    // The smoke test's identity is a user wherever there is a file.
    if (roles.includes('user') || view.list('access', 'admins').length > 0) continue;
    view.wrong(
      [...path, 'allow', 'roles'],
      `nobody may use the model "${name}": it is allowed to admins, and \`access.admins\` is empty`,
      'add somebody to `access.admins`, or allow the model to `user` or a group',
    );
  }
};
