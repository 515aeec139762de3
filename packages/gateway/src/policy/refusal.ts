import { header, jsonAnswer, literal, textOrNone } from './pieces.ts';
import { escapeAttribute } from './xml.ts';

/** Namespace of all custom metrics. */
export const METRIC_NAMESPACE = 'open-webui';

/** What is answered to whoever is refused. */
export interface Refusal {
  readonly status: keyof typeof REASONS;
  /** For programs: never changes. */
  readonly code: string;
  /** For people: what is wrong, and what they can do. */
  readonly message: string;
  /** More of the message, as a C# expression of text. */
  readonly detail?: string;
  /** The member of the request that is at fault. */
  readonly param?: string;
  /** What `header` writes. */
  readonly headers?: string;
}

const REASONS = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  413: 'Content Too Large',
  429: 'Too Many Requests',
  500: 'Internal Server Error',
  502: 'Bad Gateway',
  503: 'Service Unavailable',
  504: 'Gateway Timeout',
} as const;

/** A refusal in OpenAI's error shape, so that a client shows its text; counted, so that somebody sees how many there are. */
export function refusal(environmentName: string, answer: Refusal): string {
  const { status, code, message, detail, param, headers = '' } = answer;
  const body =
    detail === undefined
      ? JSON.stringify({ error: { message, type: typeOf(status), param: param ?? null, code } })
      : dynamicBody(answer, detail);
  return `${refusalMetric(environmentName, code)}
${jsonAnswer(status, REASONS[status], body, headers)}`;
}

/** Written by `JObject`, which escapes whatever the detail holds. */
function dynamicBody({ status, code, message, param }: Refusal, detail: string): string {
  const members = [
    `new JProperty("message", ${literal(message)} + ${detail})`,
    `new JProperty("type", ${literal(typeOf(status))})`,
    `new JProperty("param", ${param === undefined ? '(string)null' : literal(param)})`,
    `new JProperty("code", ${literal(code)})`,
  ];
  return `@(new JObject(new JProperty("error", new JObject(${members.join(', ')}))).ToString())`;
}

function typeOf(status: number): string {
  if (status === 401) return 'authentication_error';
  if (status === 403) return 'permission_error';
  if (status === 429) return 'rate_limit_error';
  return status >= 500 ? 'server_error' : 'invalid_request_error';
}

/** One for each refusal. Who is not known yet is not named: a made-up name would grow the metric without end. */
function refusalMetric(environmentName: string, code: string): string {
  const dimension = (name: string, value: string): string =>
    `          <dimension name="${name}" value="${escapeAttribute(value)}" />`;
  return `        <emit-metric name="Refusals" namespace="${METRIC_NAMESPACE}" value="1">
${dimension('Person', `@(${textOrNone('person')})`)}
${dimension('Role', `@(${textOrNone('role')})`)}
${dimension('Model', `@(${textOrNone('model')})`)}
${dimension('Code', code)}
${dimension('Environment', environmentName)}
        </emit-metric>`;
}

/** `Retry-After` in seconds, as the policy that refused has said it. */
export const RETRY_AFTER = header('Retry-After', `@(${retrySeconds()})`);

/** C# text: seconds until there is room again. */
export function retrySeconds(): string {
  return 'context.Variables.ContainsKey("retryAfter") ? Convert.ToString(context.Variables["retryAfter"]) : context.Response.Headers.GetValueOrDefault("Retry-After", "60")';
}

/** C# text: the instant from which there is room again. */
export function retryInstant(): string {
  return `DateTime.UtcNow.AddSeconds(Convert.ToDouble(${retrySeconds()})).ToString("yyyy-MM-dd HH:mm:ss") + " UTC"`;
}
