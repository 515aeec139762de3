import { choose, header, otherwise, textOrNone, when } from './pieces.ts';
import { refusal, RETRY_AFTER, retryInstant, retrySeconds, type Refusal } from './refusal.ts';
import { invalidToken, type TokenCheckOptions } from './token-check.ts';

/** Refusals by policies and failures of the gateway, in OpenAI's error shape, so that a client shows their text. */
export function errorAnswers(options: TokenCheckOptions): string {
  const answer = (refused: Refusal): string => refusal(options.environmentName, refused);
  const source = (name: string): string => `context.LastError.Source == "${name}"`;
  const reason = (name: string): string => `context.LastError.Reason == "${name}"`;
  return choose(
    when(source('validate-azure-ad-token'), invalidToken(options)),
    when(`${source('llm-token-limit')} && context.Response.StatusCode == 429`, answer(overMinute)),
    when(`${source('llm-token-limit')} && context.Response.StatusCode == 403`, answer(overQuota)),
    when(`${source('llm-content-safety')} && context.Response.StatusCode == 403`, answer(harmful)),
    when(`${reason('SubscriptionKeyNotFound')} || ${reason('SubscriptionKeyInvalid')}`, answer(noKey)),
    when(reason('OperationNotFound'), answer(noOperation)),
    when(`${source('forward-request')} && ${reason('Timeout')}`, answer(timeout)),
    when('context.Response.StatusCode == 413', answer(tooLarge)),
    when('context.Response.StatusCode == 401', invalidToken(options)),
    when('context.Response.StatusCode == 429 || context.Response.StatusCode == 503', answer(busy)),
    when(`${source('forward-request')} || context.Response.StatusCode == 502`, answer(noBackend)),
    otherwise(answer(failed)),
  );
}

/** What a pool answers that has nobody left to ask, in words. */
export function busyAnswer({ environmentName }: Pick<TokenCheckOptions, 'environmentName'>): string {
  return choose(when('context.Response.StatusCode == 503', refusal(environmentName, busy)));
}

const overMinute: Refusal = {
  status: 429,
  code: 'tokens_per_minute',
  message: '',
  detail: `${textOrNone('limit')} + " is used up. Try again in " + (${retrySeconds()}) + " seconds; if you need more, ask the administrators."`,
  headers: RETRY_AFTER,
};

const overQuota: Refusal = {
  status: 403,
  code: 'token_quota',
  message: '',
  detail: `${textOrNone('limit')} + " is used up. It is renewed at " + ${retryInstant()} + "; if you need more, ask the administrators."`,
  headers: RETRY_AFTER,
};

const harmful: Refusal = {
  status: 403,
  code: 'content_safety',
  message:
    'This was blocked because it may do harm. Word it in another way; if it is harmless, tell the administrators.',
};

/** The key of a product comes beside the token, never in its place. */
const noKey: Refusal = {
  status: 401,
  code: 'invalid_subscription_key',
  message: 'The subscription key is missing or not valid. Send it beside the token, or ask the administrators for one.',
};

const noOperation: Refusal = {
  status: 404,
  code: 'operation_not_found',
  message: 'This API has no such operation. Look at the path and the method.',
};

const tooLarge: Refusal = {
  status: 413,
  code: 'request_too_large',
  message: 'The request is too large. Send less text or smaller pictures.',
};

const timeout: Refusal = {
  status: 504,
  code: 'model_timeout',
  message: 'The model did not answer in time. Try again, with less text or as a stream.',
};

const busy: Refusal = {
  status: 503,
  code: 'model_busy',
  message: 'The models are busy. Try again in ',
  detail: `(${retrySeconds()}) + " seconds."`,
  headers: RETRY_AFTER,
};

const noBackend: Refusal = {
  status: 502,
  code: 'model_unreachable',
  message: 'The models cannot be reached. Try again; if it goes on, tell the administrators the number ',
  detail: 'context.RequestId + "."',
};

const failed: Refusal = {
  status: 500,
  code: 'gateway_error',
  message: 'The gateway failed. Try again; if it goes on, tell the administrators the number ',
  detail: 'context.RequestId + "."',
  headers: header('Cache-Control', 'no-store'),
};
