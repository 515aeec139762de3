/** Hosts of Foundry accounts: what takes a token for https://cognitiveservices.azure.com (facts/apim.md section 4). */
const FOUNDRY = /^[a-z0-9][a-z0-9-]*\.(?:services\.ai|openai|cognitiveservices)\.azure\.com$/i;

/** Whether an address is of a Foundry account. */
export function isFoundryHost(url: string): boolean {
  return URL.canParse(url) && FOUNDRY.test(new URL(url).hostname);
}

/** A base address as it is kept: paths are put behind it. */
export function withoutSlash(url: string): string {
  return url.replace(/\/+$/, '');
}
