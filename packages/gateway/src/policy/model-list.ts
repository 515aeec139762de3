import { choose, jsonAnswer, when } from './pieces.ts';

/** Foundry lists base models of the resource, not deployments; callers can use only the latter. */
export function modelList(models: readonly string[]): string {
  const list = { object: 'list', data: models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'azure' })) };
  return choose(
    when('(string)context.Variables["operation"] == "listmodels"', jsonAnswer(200, 'OK', JSON.stringify(list))),
  );
}
