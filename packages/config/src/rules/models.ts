import { knownModels } from '../data/models.ts';
import type { Path } from '../mistakes.ts';
import { closest } from '../suggest.ts';
import type { Rule, View } from '../view.ts';

/** A model as the file names it. */
interface WrittenModel {
  readonly path: Path;
  /** Where its name stands. */
  readonly namePath: Path;
  readonly name: string;
  /** Name in the catalogue. */
  readonly model: string;
  readonly format: string | undefined;
}

/** The models whose names are whole. */
function writtenModels(view: View): readonly WrittenModel[] {
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
    if (known === undefined && format === undefined) {
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

/** The smoke test asks a model of the file that can chat. */
export const smokeModelRule: Rule = (view) => {
  const models = writtenModels(view);
  if (models.length === 0 || models.length !== view.list('models').length) return;
  const asked = view.text('smoke', 'model');
  const canChat = models.filter(({ model }) => (knownModels.get(model)?.use ?? 'chat') === 'chat');
  if (asked === undefined) {
    if (canChat.length > 0 || view.get('smoke') === undefined || !view.sound('smoke')) return;
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
  } else if (!canChat.some(({ name }) => name === asked)) {
    view.wrong(
      ['smoke', 'model'],
      `"${asked}" is not a chat model`,
      canChat[0] === undefined ? 'add a chat model to `models`' : `write \`${canChat[0].name}\``,
    );
  }
};
