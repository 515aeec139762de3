import { literals, text, variableOfStatements } from './pieces.ts';

/** Characters of a body that is read. Beyond it nothing is asked of a model in text, and pictures are sent smaller. */
export const MOST_CHARACTERS = 32 * 1024 * 1024;

/** Members that decide what a request costs; the gateway and the model have to read the same. */
const DECISIVE = ['model', 'stream', 'stream_options', 'include_usage'];

/** What `asked` says of a body in which no model was found. */
export const ASKED = { nothing: '', unreadable: 'unreadable', tooLarge: 'too-large', noModel: 'no-model' } as const;

/**
 * `asked`: what the body asks for, `model:` and the name as the caller wrote it, or one of ASKED. `model`: the deployment
 * of that name, as the environment file writes it, or nothing; Foundry compares names without case, and so does this.
 *
 * A body counts as read only where no two readers can differ: UTF-8, not compressed, and each decisive member written
 * once. A member that stands twice is one in the parsed body and two in its text, whatever escapes it is written with.
 */
export function askedModel(models: readonly string[]): string {
  return [variableOfStatements('asked', ASKED_STATEMENTS), canonicalModel(models)].join('\n');
}

function canonicalModel(models: readonly string[]): string {
  return variableOfStatements(
    'model',
    ` return ${literals(models)}.FirstOrDefault(name => ("model:" + name).Equals(${text('asked')}, StringComparison.OrdinalIgnoreCase)) ?? ""; `,
  );
}

const ASKED_STATEMENTS = `
        if (context.Request.Body == null) { return "${ASKED.nothing}"; }
        var ignoreCase = StringComparison.OrdinalIgnoreCase;
        var text = context.Request.Body.As<string>(preserveContent: true);
        if (text.Length > ${MOST_CHARACTERS}) { return "${ASKED.tooLarge}"; }
        var type = context.Request.Headers.GetValueOrDefault("Content-Type", "");
        if (!context.Request.Headers.GetValueOrDefault("Content-Encoding", "identity").Equals("identity", ignoreCase)) { return "${ASKED.unreadable}"; }
        if (type.StartsWith("multipart/form-data;", ignoreCase)) {
          return Regex.IsMatch(text, "form-data[^\\r\\n]*name\\\\*?\\\\s*=[\\\\s\\"]*(?:utf-8'')?model\\\\b", RegexOptions.IgnoreCase) ? "${ASKED.unreadable}" : "${ASKED.nothing}";
        }
        if (!Regex.IsMatch(type, "^application/json *(; *charset *= *\\"?utf-8\\"?)? *$", RegexOptions.IgnoreCase)) { return "${ASKED.unreadable}"; }
        try {
          var body = JObject.Parse(text);
          var decisive = new [] { ${DECISIVE.map((name) => `"${name}"`).join(', ')} };
          var read = body.Descendants().OfType<JProperty>().Count(item => decisive.Contains(item.Name.ToLowerInvariant()));
          if (read != Regex.Matches(text, "${memberPattern()}", RegexOptions.IgnoreCase).Count) { return "${ASKED.unreadable}"; }
          var models = body.Properties().Where(item => item.Name.Equals("model", ignoreCase)).ToList();
          if (models.Count == 0) { return "${ASKED.noModel}"; }
          if (models.Count > 1 || models[0].Name != "model") { return "${ASKED.unreadable}"; }
          return models[0].Value.Type == JTokenType.String ? "model:" + (string)models[0].Value : "${ASKED.noModel}";
        }
        catch (Exception) { return "${ASKED.unreadable}"; }
      `;

/** A decisive member in the text, each letter as it is or as an escape in either case, for a C# string literal. */
function memberPattern(): string {
  const letter = (one: string): string => {
    const code = (character: string): string => character.charCodeAt(0).toString(16).padStart(4, '0');
    const codes = [...new Set([code(one), code(one.toUpperCase())])];
    return `(?:${one}|\\\\\\\\u(?:${codes.join('|')}))`;
  };
  const names = DECISIVE.map((name) => name.replaceAll(/./g, letter));
  return `\\"(?:${names.join('|')})\\"\\\\s*:`;
}
