import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Twin } from '@lz/twin';
import type { Place } from './canaries.ts';

/** Runs in a process of its own, because proxy and certificate authority are read when a process starts. */
const SCRIPT = `
const { TENANT, CLIENT, SECRET, QUESTIONS } = process.env;
const form = { grant_type: 'client_credentials', client_id: CLIENT, client_secret: SECRET, scope: 'https://management.azure.com/.default' };
const signIn = await fetch('https://login.microsoftonline.com/' + TENANT + '/oauth2/v2.0/token', { method: 'POST', body: new URLSearchParams(form) });
const { access_token: token } = await signIn.json();
const answers = [];
for (const [method, path, body] of JSON.parse(QUESTIONS)) {
  const headers = { authorization: 'Bearer ' + token, 'content-type': 'application/json' };
  const answer = await fetch('https://management.azure.com' + path, { method, headers, body: body && JSON.stringify(body) });
  answers.push({ name: method + ' ' + path + ' ' + answer.status, text: await answer.text() });
}
console.log(JSON.stringify(answers));
`;

/** What ARM answers the twin's client principal, which may do everything. */
export async function armAnswers(
  twin: Twin,
  questions: readonly (readonly [method: string, path: string, body?: object])[],
): Promise<readonly Place[]> {
  const { tenantId, identities, env } = twin.ready;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', SCRIPT], {
    maxBuffer: 64 * 1024 * 1024,
    env: {
      ...env,
      TENANT: tenantId,
      CLIENT: identities.client.clientId,
      SECRET: identities.client.secret,
      QUESTIONS: JSON.stringify(questions),
    },
  });
  return JSON.parse(stdout) as readonly Place[];
}
