import { LIST_MODELS, RETRIEVE_MODEL } from './operations.ts';
import { choose, jsonAnswer, text, variable, when } from './pieces.ts';
import { mayUse } from './access.ts';
import { refusal } from './refusal.ts';

/**
 * Foundry lists base models of the resource, not deployments; callers can use only the latter, and of these only their
 * own are listed. The answers are the gateway's: nothing is asked of Foundry.
 */
export function modelList(environmentName: string): string {
  return choose(
    when(`${text('operation')} == "${LIST_MODELS}"`, jsonAnswer(200, 'OK', `@(${list()})`)),
    when(
      `${text('operation')} == "${RETRIEVE_MODEL}"`,
      [
        variable('wanted', 'context.Request.MatchedParameters.GetValueOrDefault("model", "")'),
        choose(when(mayUse('wanted'), jsonAnswer(200, 'OK', `@(${model(text('wanted'))}.ToString())`))),
        refusal(environmentName, {
          status: 404,
          code: 'model_not_found',
          param: 'model',
          message: 'There is no such model, or it is not one of yours. GET /models lists yours.',
        }),
      ].join('\n'),
    ),
  );
}

function list(): string {
  const models = `${text('models')}.Split(new [] { ',' }, StringSplitOptions.RemoveEmptyEntries)`;
  return `new JObject(new JProperty("object", "list"), new JProperty("data", new JArray(${models}.Select(id => ${model('id')})))).ToString()`;
}

function model(id: string): string {
  return `new JObject(new JProperty("id", ${id}), new JProperty("object", "model"), new JProperty("created", 0), new JProperty("owned_by", "azure"))`;
}
