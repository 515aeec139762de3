import type { Limits } from '@lz/config';
import { escapeAttribute, escapeText } from './xml.ts';

/** What the API's policy is made of. */
export interface ApiPolicyOptions {
  readonly tenantId: string;
  readonly applicationClientId: string;
  readonly callerClientIds: readonly string[];
  readonly gatewayClientId: string;
  readonly backendId: string;
  readonly environmentName: string;
  /** Whether other spokes count their callers' tokens on the same gateway: counters of one key are one counter there. */
  readonly sharesGateway: boolean;
  /** Deployment names, answered on GET /models. */
  readonly models: readonly string[];
  readonly perPerson: Limits['perPerson'];
}

/**
 * Resource names of the operations that anybody with a role may call. The others (files, vector stores, evaluations,
 * fine-tuning) work on what all callers share, so they are the administrators'.
 */
const INFERENCE_OPERATIONS = ['createchatcompletion', 'createembedding', 'createresponse'];
const OPEN_OPERATIONS = [...INFERENCE_OPERATIONS, 'listmodels', 'retrievemodel'];

/** Foundry's audience, for models of every format: the one that API Management's own documentation uses. */
const FOUNDRY_AUDIENCE = 'https://cognitiveservices.azure.com';

// baseline: Azure.APIM.PolicyBase suppressed for backend: what is inherited there forwards the request, and so does
//   this policy, which needs a time-out and an answer that is not buffered; both together would forward twice.
/**
 * The policy of the API, in escaped XML so that any XML parser can read it. In order: who calls (Entra token), may they
 * (role), how much (tokens per person, counted by `oid`, which never changes), what is measured, and only then the
 * caller's token is replaced by the gateway's own identity.
 */
export function apiPolicy(options: ApiPolicyOptions): string {
  return `<policies>
  <inbound>
    <base />
${tokenCheck(options)}
${callerVariables()}
${roleCheck()}
${modelList(options.models)}
${usageLimits(options)}
${streamUsage()}
    <set-header name="Cookie" exists-action="delete" />
    <set-header name="api-key" exists-action="delete" />
    <set-header name="Ocp-Apim-Subscription-Key" exists-action="delete" />
    <set-backend-service backend-id="${escapeAttribute(options.backendId)}" />
    <authentication-managed-identity resource="${FOUNDRY_AUDIENCE}" client-id="${escapeAttribute(options.gatewayClientId)}" />
  </inbound>
  <backend>
    <forward-request timeout="240" buffer-response="false" />
  </backend>
  <outbound>
    <base />
  </outbound>
  <on-error>
    <base />
${errorAnswers()}
  </on-error>
</policies>
`;
}

function tokenCheck({ tenantId, applicationClientId, callerClientIds }: ApiPolicyOptions): string {
  const callers = [applicationClientId, ...callerClientIds];
  return `    <validate-azure-ad-token tenant-id="${escapeAttribute(tenantId)}" header-name="Authorization" failed-validation-httpcode="401" failed-validation-error-message="The token is missing or not valid for this gateway." output-token-variable-name="token">
      <client-application-ids>
${callers.map((id) => `        <application-id>${escapeText(id)}</application-id>`).join('\n')}
      </client-application-ids>
      <audiences>
        <audience>${escapeText(applicationClientId)}</audience>
        <audience>api://${escapeText(applicationClientId)}</audience>
      </audiences>
    </validate-azure-ad-token>`;
}

/** Everything that reads the caller's token or body, before the token is replaced. */
function callerVariables(): string {
  const model = `{
        var type = context.Request.Headers.GetValueOrDefault("Content-Type", "");
        if (context.Request.Method != "POST" || !type.StartsWith("application/json")) { return ""; }
        try { return (string)context.Request.Body.As<JObject>(preserveContent: true)["model"] ?? ""; }
        catch (Exception) { return ""; }
      }`;
  return [
    variable('person', '((Jwt)context.Variables["token"]).Claims.GetValueOrDefault("oid", "")'),
    variable('roles', '((Jwt)context.Variables["token"]).Claims.GetValueOrDefault("roles", "")'),
    variable('operation', 'context.Operation == null ? "" : context.Operation.Id'),
    `    <set-variable name="model" value="${escapeAttribute(`@${model}`)}" />`,
  ].join('\n');
}

function roleCheck(): string {
  const roles = '((string)context.Variables["roles"]).Split(\',\')';
  const noRole = `(string)context.Variables["person"] == "" || !(${roles}.Contains("user") || ${roles}.Contains("admin"))`;
  const open = OPEN_OPERATIONS.map((name) => `"${name}"`).join(', ');
  const adminOnly = `!new [] { ${open} }.Contains((string)context.Variables["operation"]) && !${roles}.Contains("admin")`;
  return `    <choose>
${when(noRole, refusal(403, 'Forbidden', 'You have no role in this application. Ask its administrators for the role "user".', 'role_missing'))}
${when(adminOnly, refusal(403, 'Forbidden', 'This operation is for administrators. Ask for the role "admin".', 'admin_only'))}
    </choose>`;
}

/** Foundry lists base models of the resource, not deployments; callers can use only the latter. */
function modelList(models: readonly string[]): string {
  const list = { object: 'list', data: models.map((id) => ({ id, object: 'model', created: 0, owned_by: 'azure' })) };
  return `    <choose>
${when(
  '(string)context.Variables["operation"] == "listmodels"',
  `        <return-response>
          <set-status code="200" reason="OK" />
          <set-header name="Content-Type" exists-action="override">
            <value>application/json</value>
          </set-header>
          <set-body>${escapeText(JSON.stringify(list))}</set-body>
        </return-response>`,
)}
    </choose>`;
}

function usageLimits({ perPerson, environmentName, sharesGateway }: ApiPolicyOptions): string {
  const person = '(string)context.Variables["person"]';
  const counter = sharesGateway ? `"${environmentName}:" + ${person}` : person;
  const quota =
    perPerson.tokenQuota === undefined
      ? ''
      : ` token-quota="${perPerson.tokenQuota.tokens}" token-quota-period="${perPerson.tokenQuota.period}"`;
  const inference = INFERENCE_OPERATIONS.map((name) => `"${name}"`).join(', ');
  return `    <choose>
${when(
  `new [] { ${inference} }.Contains((string)context.Variables["operation"])`,
  `        <llm-token-limit counter-key="${escapeAttribute(`@(${counter})`)}" tokens-per-minute="${perPerson.tokensPerMinute}"${quota} estimate-prompt-tokens="true" remaining-tokens-header-name="x-ratelimit-remaining-tokens" />
        <llm-emit-token-metric namespace="open-webui">
          <dimension name="Person" value="${escapeAttribute('@((string)context.Variables["person"])')}" />
          <dimension name="Role" value="${escapeAttribute('@((string)context.Variables["roles"])')}" />
          <dimension name="Model" value="${escapeAttribute('@((string)context.Variables["model"])')}" />
          <dimension name="Environment" value="${escapeAttribute(environmentName)}" />
        </llm-emit-token-metric>`,
)}
    </choose>`;
}

/** A streamed answer tells its usage only if asked to; without it the token metric has nothing to count. */
function streamUsage(): string {
  const isStream =
    '(string)context.Variables["operation"] == "createchatcompletion" && (string)context.Variables["model"] != "" && (bool?)context.Request.Body.As<JObject>(preserveContent: true)["stream"] == true && context.Request.Body.As<JObject>(preserveContent: true)["stream_options"] == null';
  const body = `@{
          var body = context.Request.Body.As<JObject>(preserveContent: true);
          body["stream_options"] = new JObject(new JProperty("include_usage", true));
          return body.ToString();
        }`;
  return `    <choose>
${when(isStream, `        <set-body>${escapeText(body)}</set-body>`)}
    </choose>`;
}

/** Refusals by policies, in OpenAI's error shape, so that a client shows their text. */
function errorAnswers(): string {
  return `    <choose>
${when('context.LastError.Source == "validate-azure-ad-token"', refusal(401, 'Unauthorized', 'Sign in again: the token is missing or not valid for this gateway.', 'invalid_token'))}
${when('context.LastError.Source == "llm-token-limit" && context.Response.StatusCode == 429', refusal(429, 'Too Many Requests', 'You have used your tokens for this minute. Try again in a minute.', 'tokens_per_minute', retryAfter()))}
${when('context.LastError.Source == "llm-token-limit"', refusal(403, 'Forbidden', 'You have used your token quota. It is renewed with the next period; ask the administrators for more.', 'token_quota', retryAfter()))}
    </choose>`;
}

function retryAfter(): string {
  return `
          <set-header name="Retry-After" exists-action="override">
            <value>${escapeText('@(context.Response.Headers.GetValueOrDefault("Retry-After", "60"))')}</value>
          </set-header>`;
}

function refusal(status: number, reason: string, message: string, code: string, headers = ''): string {
  const body = JSON.stringify({
    error: { message, type: status === 429 ? 'rate_limit_error' : 'permission_error', param: null, code },
  });
  return `        <return-response>
          <set-status code="${status}" reason="${reason}" />${headers}
          <set-header name="Content-Type" exists-action="override">
            <value>application/json</value>
          </set-header>
          <set-body>${escapeText(body)}</set-body>
        </return-response>`;
}

function when(condition: string, body: string): string {
  return `      <when condition="${escapeAttribute(`@(${condition})`)}">
${body}
      </when>`;
}

function variable(name: string, expression: string): string {
  return `    <set-variable name="${name}" value="${escapeAttribute(`@(${expression})`)}" />`;
}
