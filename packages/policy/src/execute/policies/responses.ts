import { responseObject } from '../context-object.ts';
import { ResponseReturned } from '../run.ts';
import { child, type Handler } from './handler.ts';
import { applyNameValues, bodyOf } from './transformation.ts';

/** `return-response`: an answer of its own; nothing after it runs. */
export const returnResponse: Handler = async (run, element) => {
  const status = child(element, 'set-status');
  const code = status === undefined ? 200 : ((await run.whole(status, 'code')) ?? 200);
  const reason = status === undefined ? 'OK' : ((await run.text(status, 'reason')) ?? '');
  // Expressions inside still see the response of the backend, so that it is replaced last.
  const body = child(element, 'set-body');
  const bytes = body === undefined ? new Uint8Array() : await bodyOf(run, body);
  const before = run.response;
  const response = run.newResponse(code, reason);
  for (const header of element.children.filter((each) => each.name === 'set-header')) {
    run.response = before;
    await applyNameValues(run, header, response.headers);
  }
  run.response = response;
  response.body.content = bytes;
  run.setVariable(element.attributes.get('response-variable-name')?.text, responseObject(response));
  throw new ResponseReturned();
};

/** `mock-response` without examples to draw from: the status and content type it names, and an empty body. */
export const mockResponse: Handler = async (run, element) => {
  const status = (await run.whole(element, 'status-code')) ?? 200;
  const response = run.newResponse(status, '');
  const type = await run.text(element, 'content-type');
  if (type !== undefined) response.headers.set('Content-Type', type);
  throw new ResponseReturned();
};
