import { listPrice, modelPriceCurrency } from '../data/model-prices.ts';
import { knownModels } from '../data/models.ts';
import type { Path } from '../mistakes.ts';
import { closest } from '../suggest.ts';
import type { Rule, View } from '../view.ts';

/** A model as the file names it. */
export interface WrittenModel {
  readonly path: Path;
  /** Where its name stands. */
  readonly namePath: Path;
  readonly name: string;
  /** Name in the catalogue. */
  readonly model: string;
  readonly format: string | undefined;
}

/** The models whose names are whole. */
export function writtenModels(view: View): readonly WrittenModel[] {
  return view.list('models').flatMap((_, index) => {
    const path = ['models', index];
    const alone = view.text(...path);
    const name = alone ?? view.text(...path, 'name');
    if (name === undefined) return [];
    const model = view.text(...path, 'model') ?? name;
    const namePath = alone === undefined ? [...path, 'name'] : path;
    return [{ path, namePath, name, model, format: view.text(...path, 'format') }];
  });
}

/** Each deployment name once: Azure compares them without case. */
export const uniqueModelsRule: Rule = (view) => {
  const seen = new Set<string>();
  for (const { name, namePath } of writtenModels(view)) {
    if (seen.has(name.toLowerCase())) {
      view.wrong(
        namePath,
        `two models have the deployment name "${name}"`,
        'give one of them another `name`, and its own name as `model`',
      );
    }
    seen.add(name.toLowerCase());
  }
};

/** A model's format is known, or written, and the right one. */
export const modelFormatRule: Rule = (view) => {
  for (const { path, namePath, name, model, format } of writtenModels(view)) {
    const known = knownModels.get(model);
    if (known === undefined && format === undefined && !/^claude-/i.test(model)) {
      if (!view.sound(...path)) continue;
      const near = closest(model, [...knownModels.keys()]);
      const at = model === name ? namePath : [...path, 'model'];
      const write = `write its format: \`{ name: ${name}, format: … }\``;
      view.wrong(
        at,
        `the format of the model "${model}" is not known`,
        near === undefined ? write : `did you mean \`${near}\`? Otherwise ${write}`,
      );
    }
    if (known !== undefined && format !== undefined && known.format !== format) {
      view.wrong(
        [...path, 'format'],
        `"${model}" is a model of the format ${known.format}, not ${format}`,
        `write \`format: ${known.format}\` or remove it`,
      );
    }
  }
};

/** What is not deployed, whatever Foundry's catalogue holds. */
export const modelMakerRule: Rule = (view) => {
  for (const { path, namePath, format, model } of writtenModels(view)) {
    if (format !== 'Anthropic' && !(format === undefined && /^claude-/i.test(model))) continue;
    view.wrong(
      format === undefined ? namePath : [...path, 'format'],
      "models of Anthropic cannot be had: they answer through an API of their own, not through the gateway's, and their terms are accepted by hand in Azure Marketplace",
      'choose a model of another format',
    );
  }
};

/** A model of the file whose tokens have neither a written price nor one in the table. */
export const pricesRule: Rule = (view) => {
  if (view.number('operations', 'budget', 'tokens') === undefined) return;
  const currency = view.text('operations', 'currency') ?? modelPriceCurrency;
  for (const { path, namePath, name, model } of writtenModels(view)) {
    if (!view.sound(...path)) continue;
    const sku = view.text(...path, 'sku') ?? 'GlobalStandard';
    if (view.get(...path, 'price') !== undefined || listPrice(model, sku, currency) !== undefined) continue;
    view.wrong(
      namePath,
      `\`operations.budget.tokens\` counts what tokens cost, and the price of "${name}" (${sku}, ${currency}) is not known`,
      'write `price: { input: …, output: … }` at the model, per million tokens',
    );
  }
};

/** A version that nobody named cannot be kept. */
export const versionUpgradeRule: Rule = (view) => {
  for (const { path } of writtenModels(view)) {
    if (view.text(...path, 'versionUpgrade') !== 'NoAutoUpgrade' || !view.sound(...path)) continue;
    if (view.text(...path, 'version') !== undefined) continue;
    view.wrong(
      [...path, 'versionUpgrade'],
      'NoAutoUpgrade keeps a version, but no version is named',
      'write `version`, or remove `versionUpgrade`',
    );
  }
};

/** Each content filter has a name of its own, that none of Foundry's has, and is used. */
export const contentFiltersRule: Rule = (view) => {
  const own = view.list('contentFilters').map((_, index) => view.text('contentFilters', index, 'name'));
  const used = writtenModels(view).map(({ path }) => view.text(...path, 'contentFilter'));
  for (const [index, name] of own.entries()) {
    if (name === undefined) continue;
    const path = ['contentFilters', index, 'name'];
    if (/^microsoft\./i.test(name)) view.wrong(path, 'names that start with Microsoft. are of Foundry', 'rename it');
    else if (own.findIndex((other) => other?.toLowerCase() === name.toLowerCase()) < index)
      view.wrong(path, `two content filters have the name "${name}"`, 'rename one of them');
    else if (!used.includes(name) && view.sound('models'))
      view.wrong(path, `no model uses the content filter "${name}"`, `write \`contentFilter: ${name}\` at a model`);
  }
};

/** A model's content filter is there. */
export const modelFilterRule: Rule = (view) => {
  const own = view.list('contentFilters').map((_, index) => view.text('contentFilters', index, 'name'));
  const names = ['Microsoft.DefaultV2', 'Microsoft.Default', ...own.filter((name) => name !== undefined)];
  for (const { path } of writtenModels(view)) {
    const name = view.text(...path, 'contentFilter');
    if (name === undefined || names.includes(name) || !view.sound('contentFilters')) continue;
    view.wrong(
      [...path, 'contentFilter'],
      `there is no content filter "${name}"`,
      `write \`${closest(name, names) ?? 'Microsoft.DefaultV2'}\`, or add it to \`contentFilters\``,
    );
  }
};

const openToUsers = 'choose a chat model without `allow`, or allow one to the role `user`';

/** The smoke test's identity has the role `user` and is in no group. */
function isOpenToUsers(view: View, path: Path): boolean {
  return view.get(...path, 'allow') === undefined || view.list(...path, 'allow', 'roles').includes('user');
}

/** The smoke test asks a model of the file that can chat. */
export const smokeModelRule: Rule = (view) => {
  const models = writtenModels(view);
  if (models.length === 0 || models.length !== view.list('models').length) return;
  const asked = view.text('smoke', 'model');
  const chats = models.filter(({ model }) => (knownModels.get(model)?.use ?? 'chat') === 'chat');
  const canChat = chats.filter(({ path }) => isOpenToUsers(view, path));
  if (asked === undefined) {
    if (canChat.length > 0 || view.get('smoke') === undefined || !view.sound('smoke')) return;
    if (chats.length > 0) {
      view.wrongKey(['models'], 'the smoke test asks as a `user`, who may use none of the chat models', openToUsers);
      return;
    }
    view.wrongKey(
      ['models'],
      'none of the models can chat, so nobody could answer',
      'add a chat model, for example `gpt-5-mini`',
    );
  } else if (!models.some(({ name }) => name === asked)) {
    const near = closest(
      asked,
      models.map(({ name }) => name),
    );
    view.wrong(
      ['smoke', 'model'],
      `"${asked}" is not one of the models`,
      `write \`${near ?? canChat[0]?.name ?? models[0]?.name ?? ''}\` or remove it`,
    );
  } else if (chats.some(({ name }) => name === asked) && !canChat.some(({ name }) => name === asked)) {
    view.wrong(['smoke', 'model'], `the smoke test asks as a \`user\`, who may not use "${asked}"`, openToUsers);
  } else if (!canChat.some(({ name }) => name === asked)) {
    view.wrong(
      ['smoke', 'model'],
      `"${asked}" is not a chat model`,
      canChat[0] === undefined ? 'add a chat model to `models`' : `write \`${canChat[0].name}\``,
    );
  }
};
