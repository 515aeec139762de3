import { choose, when } from './pieces.ts';
import { escapeText } from './xml.ts';

/** A streamed answer tells its usage only if asked to; without it the token metric has nothing to count. */
export function streamUsage(): string {
  const isStream =
    '(string)context.Variables["operation"] == "createchatcompletion" && (string)context.Variables["model"] != "" && (bool?)context.Request.Body.As<JObject>(preserveContent: true)["stream"] == true && context.Request.Body.As<JObject>(preserveContent: true)["stream_options"] == null';
  const body = `@{
          var body = context.Request.Body.As<JObject>(preserveContent: true);
          body["stream_options"] = new JObject(new JProperty("include_usage", true));
          return body.ToString();
        }`;
  return choose(when(isStream, `        <set-body>${escapeText(body)}</set-body>`));
}
