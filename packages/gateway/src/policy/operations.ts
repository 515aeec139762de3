import { literals, text, variable } from './pieces.ts';

/**
 * Operations that ask a model something: they cost tokens, and name the model in JSON. By method and path, because
 * documents of different makers name them differently.
 */
export const INFERENCE_OPERATIONS = [
  'POST /chat/completions',
  'POST /completions',
  'POST /embeddings',
  'POST /responses',
];

/** Operations that talk with a model. */
export const CHAT_OPERATIONS = ['POST /chat/completions', 'POST /completions', 'POST /responses'];

/** Operations whose streams tell their usage only if asked to. */
export const STREAM_OPERATIONS = ['POST /chat/completions', 'POST /completions'];

export const LIST_MODELS = 'GET /models';
export const RETRIEVE_MODEL = 'GET /models/{model}';

/**
 * Operations that anybody with a role may call. The others (files, vector stores, evaluations, fine-tuning) work on what
 * all callers share, so they are the administrators'.
 */
export const OPEN_OPERATIONS = [...INFERENCE_OPERATIONS, LIST_MODELS, RETRIEVE_MODEL];

/** `operation`: `POST /chat/completions`, without the query that an import may have put into the template. */
export function operationVariable(): string {
  return variable(
    'operation',
    'context.Operation == null ? "" : context.Operation.Method + " " + context.Operation.UrlTemplate.Split(\'?\')[0]',
  );
}

/** Whether the request is for one of these operations. */
export function isOneOf(operations: readonly string[]): string {
  return `${literals(operations)}.Contains(${text('operation')})`;
}
