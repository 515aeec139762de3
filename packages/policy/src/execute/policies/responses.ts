import type { PolicyElement } from '../../document/policy-document.ts';
import { responseOf } from '../context-object.ts';
import { NameValues } from '../header-list.ts';
import { PolicyError } from '../policy-error.ts';
import { ResponseReturned, type ResponseState, type Run } from '../run.ts';
import { child, type Handler } from './handler.ts';
import { applyNameValues, bodyOf } from './transformation.ts';

/** `return-response`: an answer of its own, or one from a variable that is then changed; nothing after it runs. */
export const returnResponse: Handler = async (run, element) => {
  const base = variableResponse(run, element);
  // Expressions inside still see the response of the backend, so that it is replaced last.
  const headers = new NameValues(base?.headers.pairs ?? []);
  for (const header of element.children.filter(({ name }) => name === 'set-header'))
    await applyNameValues(run, header, headers);
  const status = await statusOf(run, child(element, 'set-status'), base);
  const own = child(element, 'set-body');
  const body = own === undefined ? await base?.body.collect() : await bodyOf(run, own, { bodyless: true });
  if (own !== undefined) headers.delete('Content-Length');
  run.takeResponse({ ...status, headers: headers.pairs, body: body ?? new Uint8Array() });
  throw new ResponseReturned();
};

async function statusOf(
  run: Run,
  element: PolicyElement | undefined,
  base: ResponseState | undefined,
): Promise<{ readonly status: number; readonly reason: string }> {
  if (element === undefined) return { status: base?.status ?? 200, reason: base?.reason ?? 'OK' };
  return { status: (await run.whole(element, 'code')) ?? 200, reason: (await run.text(element, 'reason')) ?? '' };
}

/** The response in the variable that `response-variable-name` names; a name that no variable has gives none. */
function variableResponse(run: Run, element: PolicyElement): ResponseState | undefined {
  const name = element.attributes.get('response-variable-name')?.text;
  const value = name === undefined ? undefined : run.variables.get(name);
  if (value === undefined || value === null) return undefined;
  const response = responseOf(value);
  if (response !== undefined) return response;
  throw new PolicyError('VariableNotResponse', `The variable '${name ?? ''}' holds no response.`, {
    netType: 'InvalidCastException',
  });
}
