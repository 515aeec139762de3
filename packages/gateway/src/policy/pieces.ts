import { escapeAttribute, escapeText } from './xml.ts';

/** `choose` of what `when` and `otherwise` write. */
export function choose(...branches: readonly string[]): string {
  return `    <choose>
${branches.join('\n')}
    </choose>`;
}

/** One branch of a `choose`, by one expression. */
export function when(condition: string, body: string): string {
  return `      <when condition="${escapeAttribute(`@(${condition})`)}">
${body}
      </when>`;
}

/** One branch of a `choose`, by statements that return a truth value. */
export function whenStatements(statements: string, body: string): string {
  return `      <when condition="${escapeAttribute(`@{${statements}}`)}">
${body}
      </when>`;
}

/** The branch of a `choose` for whatever fits no other. */
export function otherwise(body: string): string {
  return `      <otherwise>
${body}
      </otherwise>`;
}

/** `set-variable` from one expression. */
export function variable(name: string, expression: string): string {
  return `    <set-variable name="${name}" value="${escapeAttribute(`@(${expression})`)}" />`;
}

/** `set-variable` from statements that return its value. */
export function variableOfStatements(name: string, statements: string): string {
  return `    <set-variable name="${name}" value="${escapeAttribute(`@{${statements}}`)}" />`;
}

/** A variable of ours as text, in an expression. */
export function text(name: string): string {
  return `((string)context.Variables["${name}"])`;
}

/** A variable of ours in the section on-error, which may be reached before it was set. */
export function textOrNone(name: string): string {
  return `context.Variables.GetValueOrDefault<string>("${name}", "")`;
}

/** A C# string literal. */
export function literal(value: string): string {
  return `"${value.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}

/** An array of C# string literals. */
export function literals(values: readonly string[]): string {
  return values.length === 0 ? 'new string[0]' : `new [] { ${values.map(literal).join(', ')} }`;
}

/** An array of texts without commas, written shorter than `literals`: quotes cost six characters each in a document. */
export function splitLiteral(values: readonly string[]): string {
  return values.length === 0 ? 'new string[0]' : `${literal(values.join(','))}.Split(',')`;
}

/** `set-header` that takes the place of every value that the header has. */
export function header(name: string, value: string): string {
  return `
          <set-header name="${name}" exists-action="override">
            <value>${escapeText(value)}</value>
          </set-header>`;
}

/** An answer of the gateway itself, in JSON. `body` is text or an expression. */
export function jsonAnswer(status: number, reason: string, body: string, headers = ''): string {
  return `        <return-response>
          <set-status code="${status}" reason="${reason}" />${headers}${header('Content-Type', 'application/json')}
          <set-body>${escapeText(body)}</set-body>
        </return-response>`;
}
