import type { TwinResponse } from '../kernel/http.ts';
import type { Person } from './model.ts';

/** Where a person says who they are: one link for each, which repeats the request with `login_hint`. */
export function peoplePage(url: URL, form: URLSearchParams, people: readonly Person[]): TwinResponse {
  const links = people.map((person) => {
    const query = new URLSearchParams(form);
    query.set('login_hint', person.userPrincipalName);
    return `<li><a href="${escape(`${url.pathname}?${query.toString()}`)}">${escape(person.displayName)}</a> ${escape(person.userPrincipalName)}</li>`;
  });
  return page(200, 'Sign in', `<h1>Sign in</h1><ul>${links.join('')}</ul>`);
}

/** An error that must not be sent to the client's address. */
export function refusalPage(text: string): TwinResponse {
  return page(400, 'Sign in', `<h1>Sorry, but we’re having trouble signing you in.</h1><p>${escape(text)}</p>`);
}

/** The answer as a form that posts itself (`response_mode=form_post`). */
export function formPostPage(action: string, values: URLSearchParams): TwinResponse {
  const fields = [...values].map(
    ([name, value]) => `<input type="hidden" name="${escape(name)}" value="${escape(value)}">`,
  );
  return page(
    200,
    'Working...',
    `<form method="POST" action="${escape(action)}">${fields.join('')}<button>Continue</button></form>` +
      '<script>document.forms[0].submit()</script>',
  );
}

function page(status: number, title: string, body: string): TwinResponse {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' },
    body: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title></head><body>${body}</body></html>`,
    wrote: false,
  };
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}
