import { choose, header, refusal, when } from './pieces.ts';

/** Refusals by policies, in OpenAI's error shape, so that a client shows their text. */
export function errorAnswers(): string {
  const source = (name: string): string => `context.LastError.Source == "${name}"`;
  const retryAfter = header('Retry-After', '@(context.Response.Headers.GetValueOrDefault("Retry-After", "60"))');
  return choose(
    when(
      source('validate-azure-ad-token'),
      refusal(
        401,
        'Unauthorized',
        'Sign in again: the token is missing or not valid for this gateway.',
        'invalid_token',
      ),
    ),
    when(
      `${source('llm-token-limit')} && context.Response.StatusCode == 429`,
      refusal(
        429,
        'Too Many Requests',
        'You have used your tokens for this minute. Try again in a minute.',
        'tokens_per_minute',
        retryAfter,
      ),
    ),
    when(
      source('llm-token-limit'),
      refusal(
        403,
        'Forbidden',
        'You have used your token quota. It is renewed with the next period; ask the administrators for more.',
        'token_quota',
        retryAfter,
      ),
    ),
  );
}
