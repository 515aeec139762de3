import { knownModels } from '../data/models.ts';
import { closest } from '../suggest.ts';
import type { Rule, View } from '../view.ts';

/** Content safety looks for something. */
export const contentSafetyRule: Rule = (view) => {
  const path = ['api', 'contentSafety'];
  if (view.get(...path) === undefined || !view.sound(...path)) return;
  const categories = view.get(...path, 'categories');
  const looks = Object.keys(typeof categories === 'object' && categories !== null ? categories : {}).length > 0;
  if (looks || view.list(...path, 'blocklists').length > 0 || view.get(...path, 'shieldPrompt') === true) {
    if (view.get(...path, 'completions') !== true || looks || view.list(...path, 'blocklists').length > 0) return;
    view.wrong(
      [...path, 'completions'],
      'answers would be looked at for nothing: prompts alone are shielded',
      'write `categories` or `blocklists`',
    );
    return;
  }
  view.wrongKey(
    path,
    'content safety would look for nothing',
    'write `categories`, `blocklists` or `shieldPrompt: true`',
  );
};

/** The semantic cache compares prompts by an embedding model of the environment. */
export const semanticCacheRule: Rule = (view) => {
  const path = ['api', 'semanticCache', 'embeddings'];
  const wanted = view.text(...path);
  if (wanted === undefined || !view.sound('models')) return;
  const models = deployments(view);
  const found = models.find(({ name }) => name === wanted);
  const fitting = models.filter(({ use, format }) => use !== 'chat' && format === 'OpenAI').map(({ name }) => name);
  if (found === undefined) {
    const near = closest(wanted, fitting) ?? fitting[0];
    const fix = near === undefined ? 'add `text-embedding-3-small` to `models`' : `write \`${near}\``;
    view.wrong(path, `"${wanted}" is not one of the models`, fix);
  } else if (found.use !== 'embedding' && found.use !== undefined) {
    view.wrong(
      path,
      `"${wanted}" is no embedding model`,
      'name an embedding model, for example `text-embedding-3-small`',
    );
  } else if (found.format !== 'OpenAI') {
    view.wrong(
      path,
      `"${wanted}" is of the format ${found.format}; API Management asks for embeddings at an address that OpenAI's models alone have`,
      'name an embedding model of OpenAI, for example `text-embedding-3-small`',
    );
  }
};

/** The deployments of the file: `use` is undefined for a model that is not well known. */
function deployments(view: View) {
  return view.list('models').flatMap((_, index) => {
    const name = view.text('models', index) ?? view.text('models', index, 'name');
    if (name === undefined) return [];
    const known = knownModels.get(view.text('models', index, 'model') ?? name);
    return [{ name, use: known?.use, format: known?.format ?? view.text('models', index, 'format') ?? '' }];
  });
}
