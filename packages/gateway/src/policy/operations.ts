/** Resource names of the operations that ask a model something: those that cost tokens. */
export const INFERENCE_OPERATIONS = ['createchatcompletion', 'createembedding', 'createresponse'];

/**
 * Resource names of the operations that anybody with a role may call. The others (files, vector stores, evaluations,
 * fine-tuning) work on what all callers share, so they are the administrators'.
 */
export const OPEN_OPERATIONS = [...INFERENCE_OPERATIONS, 'listmodels', 'retrievemodel'];

/** Whether the request is for one of these operations. Needs the caller's variables. */
export function isOneOf(operations: readonly string[]): string {
  const names = operations.map((name) => `"${name}"`).join(', ');
  return `new [] { ${names} }.Contains((string)context.Variables["operation"])`;
}
