import { createHash } from 'node:crypto';
import { brandingVariables, type Banner, type Branding } from '@lz/config';

/** Variables of Open WebUI that show an organisation's own name, notices and prompts. What is not said stays Open WebUI's. */
export function brandingEnvironment({
  name,
  banners,
  suggestions,
  watermark,
}: Branding): Readonly<Record<string, string>> {
  const offers = suggestions.map(({ title, subtitle, prompt }) => ({ title: [title, subtitle], content: prompt }));
  const values: Readonly<Record<keyof typeof brandingVariables, string | undefined>> = {
    name,
    banners: banners.length === 0 ? undefined : JSON.stringify(banners.map(bannerAsJson)),
    suggestions: offers.length === 0 ? undefined : JSON.stringify(offers),
    watermark,
  };
  const members = Object.keys(brandingVariables) as (keyof typeof brandingVariables)[];
  const said = members.filter((member) => values[member] !== undefined);
  return Object.fromEntries(said.map((member) => [brandingVariables[member], values[member] ?? '']));
}

/** Who closed a notice is remembered by its id, so a notice that says something else has another. */
function bannerAsJson({ kind, title, text, dismissible }: Banner, index: number): object {
  const id = createHash('sha256')
    .update(JSON.stringify([kind, title, text]))
    .digest('hex')
    .slice(0, 12);
  return { id, type: kind, title, content: text, dismissible, timestamp: index + 1 };
}
