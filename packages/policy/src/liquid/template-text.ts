/** The markup between the tags of a `set-body` as the template engine reads it. */
export function templateText(element: {
  readonly children: readonly unknown[];
  readonly inner: string;
  readonly text: { readonly text: string } | undefined;
}): string {
  if (element.children.length === 0) return element.text?.text ?? '';
  // Markup stays as written, but a condition may have had to escape its comparison.
  return element.inner.replaceAll(/\{[{%][\s\S]*?[%}]\}/g, (tag) =>
    tag
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&quot;', '"')
      .replaceAll('&apos;', "'")
      .replaceAll('&amp;', '&'),
  );
}
