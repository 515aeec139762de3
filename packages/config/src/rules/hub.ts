import type { Rule } from '../view.ts';

const reference = ['hub', 'reference'];

/** A hub is made here or referred to, not both; and nobody is their own neighbour. */
export const hubReferenceRule: Rule = (view) => {
  if (view.get(...reference) === undefined) return;
  for (const key of ['addressSpace', 'gateway']) {
    if (view.get('hub', key) === undefined) continue;
    view.wrongKey(
      ['hub', key],
      `\`${key}\` describes a hub of this file, but \`reference\` names another's`,
      `remove \`${key}\`, or remove \`reference\` to deploy a hub here`,
    );
  }
  const name = view.text(...reference, 'name');
  if (name === undefined || name !== view.text('name')) return;
  view.wrong(
    [...reference, 'name'],
    `"${name}" is this environment itself`,
    'write the name of the environment that owns the hub, or `addressSpace` and `gateway` to deploy one here',
  );
};

/** Sections that mean something only where there is a spoke. */
const spokeSections = ['access', 'limits', 'api', 'smoke'];

/** A hub alone has nobody to give access to and nothing to try: a section that does nothing is a mistake. */
export const hubAloneRule: Rule = (view) => {
  if (!view.sections.includes('hub') || ['spoke', 'models'].some((name) => view.sections.includes(name))) return;
  for (const name of spokeSections.filter((section) => view.sections.includes(section))) {
    view.wrongKey(
      [name],
      `\`${name}\` belongs to a spoke, and this file describes a hub alone`,
      `remove \`${name}\`, or add \`spoke\` and \`models\``,
    );
  }
};
