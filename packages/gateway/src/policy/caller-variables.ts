import { variable, variableOfStatements } from './pieces.ts';

/** Everything that reads the caller's token or body, before the token is replaced. */
export function callerVariables(): string {
  return [
    variable('person', '((Jwt)context.Variables["token"]).Claims.GetValueOrDefault("oid", "")'),
    variable('roles', '((Jwt)context.Variables["token"]).Claims.GetValueOrDefault("roles", "")'),
    variable('operation', 'context.Operation == null ? "" : context.Operation.Id'),
    variableOfStatements(
      'model',
      `
        var type = context.Request.Headers.GetValueOrDefault("Content-Type", "");
        if (context.Request.Method != "POST" || !type.StartsWith("application/json")) { return ""; }
        try { return (string)context.Request.Body.As<JObject>(preserveContent: true)["model"] ?? ""; }
        catch (Exception) { return ""; }
      `,
    ),
  ].join('\n');
}
