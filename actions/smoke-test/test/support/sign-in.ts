import { expect } from 'vitest';
import type { Answer, Browser } from './client.ts';

/** From the sign-in of the app at `origin` through Entra ID's page back to the app; answers where the callback leads. */
export async function signIn(browser: Browser, origin: string, person: string): Promise<Answer> {
  const start = await browser.open(`${origin}/oauth/oidc/login`);
  expect(start.status).toBe(302);
  const page = await browser.open(start.headers.location ?? '');
  expect(page.text).toContain(person);
  const named = new URL(start.headers.location ?? '');
  named.searchParams.set('login_hint', person);
  const back = await browser.open(named.href);
  expect(back.status).toBe(302);
  return await browser.open(back.headers.location ?? '');
}
