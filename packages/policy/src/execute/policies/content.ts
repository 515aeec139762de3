import { bodyText, isOutgoing, messageOf, replaceBody, responseOfRun } from '../direction.ts';
import { PolicyError } from '../policy-error.ts';
import type { Run } from '../run.ts';
import type { Handler } from './handler.ts';

/** `find-and-replace`: every occurrence in the body. */
export const findAndReplace: Handler = async (run, element) => {
  const from = await run.required(element, 'from');
  const to = await run.required(element, 'to');
  const message = messageOf(run);
  const text = await bodyText(message);
  if (from !== '' && text.includes(from)) replaceBody(message, Buffer.from(text.replaceAll(from, () => to)));
};

/** `redirect-content-urls`: the backend's address in a response becomes the gateway's; in a request the other way. */
export const redirectContentUrls: Handler = async (run) => {
  const gateway = gatewayBase(run);
  const backend = backendBase(run);
  const message = messageOf(run);
  const [from, to] = isOutgoing(run) ? [backend, gateway] : [gateway, backend];
  const text = await bodyText(message);
  if (text.includes(from)) replaceBody(message, Buffer.from(text.replaceAll(from, () => to)));
};

function gatewayBase(run: Run): string {
  const path = run.call.api?.path.replace(/^\/|\/$/g, '') ?? '';
  return `${new URL(run.original.url).origin}${path === '' ? '' : `/${path}`}`;
}

/** The address that requests go to, less the part below the API. */
function backendBase(run: Run): string {
  const base = `${run.url.origin}${run.url.pathname}`;
  return base.slice(0, base.length - run.relativePath.length).replace(/\/$/, '');
}

/** `jsonp`: the response as a call of the function that the caller names. */
export const jsonp: Handler = async (run, element) => {
  const parameter = await run.required(element, 'callback-parameter-name');
  const callback = new URL(run.original.url).searchParams.get(parameter);
  if (callback === null || callback === '') return;
  if (!/^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u.test(callback))
    throw new PolicyError(
      'CallbackParameterInvalid',
      `Value of callback parameter ${parameter} is not a valid JavaScript identifier.`,
      { status: 400 },
    );
  const response = responseOfRun(run);
  const text = await bodyText(response);
  replaceBody(response, Buffer.from(`${callback}(${text});`), 'application/javascript');
};
