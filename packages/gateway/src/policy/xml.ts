/** Text of an element. */
export function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Value of an attribute in double quotes. */
export function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('"', '&quot;');
}

/** A policy document without the white space that no reader sees: API Management formats what it stores. */
export function withoutLayout(xml: string): string {
  return xml.replaceAll(/>\s+</g, '><').replaceAll(/\s+/g, ' ').trim();
}
