// Callers of the gateway, in a process of their own: sends one request many times, and says how long that took.
import { readFileSync } from 'node:fs';

const { url, headers, body, requests, concurrency } = JSON.parse(readFileSync(process.argv[2], 'utf8'));

const firstByteMs = [];
const warm = await ask();
if (warm.status !== 200) {
  console.error(`${url} answered ${warm.status}: ${warm.text}`);
  process.exit(1);
}
firstByteMs.length = 0;
let left = requests;
const refused = {};
const started = performance.now();
await Promise.all(Array.from({ length: concurrency }, caller));
const seconds = (performance.now() - started) / 1000;
process.stdout.write(JSON.stringify({ requests, seconds, firstByteMs, refused }));

async function caller() {
  while (left > 0) {
    left -= 1;
    const { status } = await ask();
    if (status !== 200) refused[status] = (refused[status] ?? 0) + 1;
  }
}

async function ask() {
  const sent = performance.now();
  const response = await fetch(url, { method: 'POST', headers, body });
  const reader = response.body.getReader();
  const { value } = await reader.read();
  firstByteMs.push(performance.now() - sent);
  const chunks = value === undefined ? [] : [value];
  for (let next = await reader.read(); !next.done; next = await reader.read()) chunks.push(next.value);
  return { status: response.status, text: Buffer.concat(chunks).toString('utf8') };
}
