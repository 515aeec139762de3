import { escapeAttribute, escapeText } from './xml.ts';

/** `choose` of what `when` and `otherwise` write. */
export function choose(...branches: readonly string[]): string {
  return `    <choose>
${branches.join('\n')}
    </choose>`;
}

/** One branch of a `choose`. */
export function when(condition: string, body: string): string {
  return `      <when condition="${escapeAttribute(`@(${condition})`)}">
${body}
      </when>`;
}

/** `set-variable` from one expression. */
export function variable(name: string, expression: string): string {
  return `    <set-variable name="${name}" value="${escapeAttribute(`@(${expression})`)}" />`;
}

/** `set-variable` from statements that return its value. */
export function variableOfStatements(name: string, statements: string): string {
  return `    <set-variable name="${name}" value="${escapeAttribute(`@{${statements}}`)}" />`;
}

/** `set-header` that takes the place of every value that the header has. */
export function header(name: string, value: string): string {
  return `
          <set-header name="${name}" exists-action="override">
            <value>${escapeText(value)}</value>
          </set-header>`;
}

/** An answer of the gateway itself, in JSON. */
export function jsonAnswer(status: number, reason: string, body: string, headers = ''): string {
  return `        <return-response>
          <set-status code="${status}" reason="${reason}" />${headers}${header('Content-Type', 'application/json')}
          <set-body>${escapeText(body)}</set-body>
        </return-response>`;
}

/** An answer in OpenAI's error shape, so that a client shows its text. */
export function refusal(status: number, reason: string, message: string, code: string, headers = ''): string {
  const type = status === 429 ? 'rate_limit_error' : 'permission_error';
  return jsonAnswer(status, reason, JSON.stringify({ error: { message, type, param: null, code } }), headers);
}
