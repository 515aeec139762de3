import { pathText } from '../mistakes.ts';
import type { Rule } from '../view.ts';

const nobody = '00000000-0000-0000-0000-000000000000';

/** Every object id once: an admin may chat already. */
export const accessRule: Rule = (view) => {
  const seen = new Map<string, string>();
  for (const role of ['admins', 'users']) {
    for (const index of view.list('access', role).keys()) {
      for (const kind of ['user', 'group']) {
        const path = ['access', role, index, kind];
        const id = view.text(...path)?.toLowerCase();
        if (id === undefined) continue;
        const first = seen.get(id);
        if (id === nobody) view.wrong(path, "this object id is nobody's", 'write the object id of a person or a group');
        else if (first !== undefined)
          view.wrong(path, `the same object id stands at ${first}`, 'keep one; an admin may chat, too');
        else seen.set(id, pathText(path));
      }
    }
  }
};

/**
 * Every group has one name, and a right: the tokens of an application that asks for `ApplicationGroup` name the groups
 * to which one of its roles is given, and no others.
 */
export const groupsRule: Rule = (view) => {
  const withRole = ['admins', 'users'].flatMap((role) =>
    [...view.list('access', role).keys()].flatMap((index) => view.text('access', role, index, 'group') ?? []),
  );
  const seen = new Map<string, string>();
  for (const [name, written] of view.texts('access', 'groups')) {
    const path = ['access', 'groups', name];
    const id = written.toLowerCase();
    const other = seen.get(id);
    if (id === nobody) view.wrong(path, "this object id is nobody's", 'write the object id of a group');
    else if (other !== undefined)
      view.wrong(path, `the groups \`${other}\` and \`${name}\` have the same object id`, 'keep one of the names');
    else if (!withRole.some((group) => group.toLowerCase() === id) && view.sound('access'))
      view.wrong(
        path,
        `the group \`${name}\` has no role, and a token names only groups that have one`,
        `add \`- group: ${written}\` to \`access.users\` or \`access.admins\``,
      );
    seen.set(id, other ?? name);
  }
};

/** An existing application is named by its id, a new one has none yet. */
export const entraRule: Rule = (view) => {
  const path = ['spoke', 'entra'];
  const clientId = view.text(...path, 'clientId');
  if (clientId === undefined) return;
  if (view.text(...path, 'kind') === 'new') {
    view.wrongKey(
      [...path, 'clientId'],
      '`clientId` is for an existing application, but `kind` is new',
      'write `kind: existing`, or remove `clientId`',
    );
  }
  if (clientId === nobody) {
    view.wrong([...path, 'clientId'], 'this client id is of no application', 'write the application (client) id');
  }
};
