import { brandingVariables, isProductVariable, isSecretVariable } from '../data/open-webui-variables.ts';
import type { Rule } from '../view.ts';

const path = ['spoke', 'openWebUi'];

/** Container Apps' consumption profile gives 2 GiB for each core. */
export const sizeRule: Rule = (view) => {
  const cpu = view.number(...path, 'cpu');
  const memory = view.number(...path, 'memoryGiB');
  if (cpu === undefined || memory === undefined || memory === cpu * 2) return;
  view.wrong(
    [...path, 'memoryGiB'],
    `\`memoryGiB\` must be twice \`cpu\`: ${cpu * 2} for ${cpu}, but is ${memory}`,
    `write \`memoryGiB: ${cpu * 2}\` or remove it`,
  );
};

/** The fewest replicas cannot be more than the most. */
export const replicasRule: Rule = (view) => {
  const min = view.number(...path, 'replicas', 'min');
  const max = view.number(...path, 'replicas', 'max');
  if (min === undefined || max === undefined || min <= max) return;
  view.wrong(
    [...path, 'replicas', 'min'],
    `\`min\` is ${min}, more than \`max\`, which is ${max}`,
    `write ${max} or less`,
  );
};

/** Extra variables neither undo the product's own nor carry secrets: an environment file lies in a repository. */
export const variablesRule: Rule = (view) => {
  for (const [name, value] of view.texts(...path, 'environment')) {
    const at = [...path, 'environment', name];
    if (isProductVariable(name)) {
      view.wrongKey(at, `\`${name}\` is set by the product and cannot be changed here`, 'remove it');
    } else if (isSecretVariable(name)) {
      view.wrongKey(at, `\`${name}\` looks like a secret, and this file lies in a repository`, 'remove it');
    } else if (/^[a-z][a-z0-9+.-]*:\/\/[^/\s@]*:[^/\s@]+@/i.test(value)) {
      view.wrong(
        at,
        `the value of \`${name}\` holds a password, and this file lies in a repository`,
        'remove the password',
      );
    }
  }
};

/** What `branding` says is said once. */
export const brandingRule: Rule = (view) => {
  for (const [member, variable] of Object.entries(brandingVariables)) {
    const value = view.get(...path, 'branding', member);
    const said = Array.isArray(value) ? value.length > 0 : value !== undefined;
    if (!said || view.get(...path, 'environment', variable) === undefined) continue;
    view.wrongKey(
      [...path, 'environment', variable],
      `\`${variable}\` is what \`branding.${member}\` sets`,
      'remove one of the two',
    );
  }
};
