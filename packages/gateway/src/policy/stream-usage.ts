import { isOneOf, STREAM_OPERATIONS } from './operations.ts';
import { choose, text, whenStatements } from './pieces.ts';
import { escapeText } from './xml.ts';

/**
 * A streamed answer tells its usage only if asked to; without it there is nothing to count. Whoever says
 * `include_usage: false` is asked for it all the same. Where the member is missing it is added to the text, so that
 * nothing else of the request is written anew: dates and large numbers would come back in another form.
 */
export function streamUsage(): string {
  const needsUsage = `
        if (!${isOneOf(STREAM_OPERATIONS)} || ${text('model')} == "") { return false; }
        var text = context.Request.Body.As<string>(preserveContent: true);
        if (!text.Contains("stream") && !text.Contains("\\\\u")) { return false; }
        var body = JObject.Parse(text);
        if (body["stream"] == null || body["stream"].Type != JTokenType.Boolean || !(bool)body["stream"]) { return false; }
        var options = body["stream_options"] as JObject;
        var usage = options == null ? null : options["include_usage"];
        return usage == null || usage.Type != JTokenType.Boolean || !(bool)usage;
      `;
  const body = `@{
          var text = context.Request.Body.As<string>(preserveContent: true);
          var body = JObject.Parse(text);
          if (body["stream_options"] == null) {
            return text.Substring(0, text.LastIndexOf("}")) + ",\\"stream_options\\":{\\"include_usage\\":true}}";
          }
          var options = (body["stream_options"] as JObject) ?? new JObject();
          options["include_usage"] = true;
          body["stream_options"] = options;
          return body.ToString();
        }`;
  return choose(whenStatements(needsUsage, `        <set-body>${escapeText(body)}</set-body>`));
}
