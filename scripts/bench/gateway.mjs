// What the gateway of a deployed environment file costs: runs of its policies alone, requests through the twin over HTTP
// with every policy on, and the delay that it puts before the first token of a stream. The file is deployed first, by
// the workflow and the committed bundles, so that what is measured is what configure-apim writes.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { executePolicies, readBody } from '../../packages/policy/src/index.ts';
import { configurationOf, contextOf, documentsOf } from '../../packages/twin/src/data-planes/gateway/configuration.ts';
import { policyPorts } from '../../packages/twin/src/data-planes/gateway/policy-ports.ts';
import { directoryOf, entraSigner, identityAccessToken, issuerOf } from '../../packages/twin/src/entra/index.ts';
import { createTwin } from '../../packages/twin/src/index.ts';
import { median } from './figures.mjs';

const POLICY_RUNS = 2000;
const LOAD_REQUESTS = 2000;
const CONCURRENCY = 16;
const STREAMS = 60;
const FOUNDRY_AUDIENCE = 'https://cognitiveservices.azure.com';

/** @param {{ root: string, config: string }} options */
export async function measureGateway({ root, config }) {
  const folder = mkdtempSync(join(tmpdir(), 'lz-bench-'));
  const twin = await createTwin({ environments: ['dev'] });
  try {
    const ready = join(folder, 'ready.json');
    writeFileSync(ready, JSON.stringify(twin.ready));
    await deployed(root, ready, config);
    const zone = await zoneOf(twin.world);
    const policyRunsPerSecond = await timePolicies(twin.world, zone);
    const load = (request, counts) => loadFrom(twin.world, zone.spokeNetwork, request, counts, folder);
    const throughput = await load(zone.chat(false), { requests: LOAD_REQUESTS, concurrency: CONCURRENCY });
    const streamed = await load(zone.chat(true), { requests: STREAMS, concurrency: 1 });
    const direct = await load(zone.direct(true), { requests: STREAMS, concurrency: 1 });
    return {
      config,
      policyRunsPerSecond,
      requestsPerSecond: throughput.requests / throughput.seconds,
      concurrency: CONCURRENCY,
      firstTokenMs: { gateway: median(streamed.firstByteMs), direct: median(direct.firstByteMs) },
    };
  } finally {
    await twin.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function deployed(root, ready, config) {
  const lz = join(root, 'packages', 'cli', 'dist', 'lz.js');
  const args = [lz, 'run', '--twin', ready, '--config', config, '--json'];
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] });
  const said = [];
  child.stderr.on('data', (text) => said.push(text));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${config} does not deploy:\n${Buffer.concat(said)}`);
}

/** What a caller of the deployed gateway needs, and the resources that a policy run is made of. */
async function zoneOf(world) {
  const only = (type, wanted = () => true) => world.store.ofType(type).find(wanted);
  const service = only('Microsoft.ApiManagement/service');
  const api = only('Microsoft.ApiManagement/service/apis', ({ id }) => !/;rev=/i.test(id));
  const operation = only(
    'Microsoft.ApiManagement/service/apis/operations',
    ({ name, id }) => name === 'createchatcompletion' && !/;rev=/i.test(id),
  );
  const policy = world.store.get(`${api.id}/policies/policy`).properties.value;
  const audience = /<audience>([0-9a-f-]{36})<\/audience>/.exec(policy)[1];
  const gateway = `https://${service.name}.azure-api.net/${api.properties.path}`;
  const account = only('Microsoft.CognitiveServices/accounts', ({ properties }) => properties.customSubDomainName);
  const model = only('Microsoft.CognitiveServices/accounts/deployments', ({ properties }) =>
    /gpt/.test(properties.model.name),
  ).name;
  const identity = world.store.get(Object.keys(service.identity.userAssignedIdentities)[0]);
  const principal = directoryOf(world).servicePrincipal(identity.properties.principalId);
  const own = await callerToken(world, audience);
  const foundry = (await identityAccessToken(world, principal, FOUNDRY_AUDIENCE)).token;
  const chat = (url, token) => (stream) => ({
    url: `${url}/chat/completions`,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ model, stream, messages: [{ role: 'user', content: 'Reply with the word pong' }] }),
  });
  return {
    service,
    api,
    operation,
    spokeNetwork: only('Microsoft.Network/virtualNetworks', ({ id }) => /spoke/i.test(id)).id,
    chat: chat(gateway, own),
    direct: chat(`https://${account.properties.customSubDomainName}.services.ai.azure.com/openai/v1`, foundry),
  };
}

/** A person with the role `user`, signed as Entra signs. */
async function callerToken(world, audience) {
  const now = Math.floor(world.clock.now / 1000);
  const signer = await entraSigner();
  return await signer.sign({
    iss: issuerOf(world, 2),
    aud: audience,
    azp: audience,
    oid: world.guid('bench-person'),
    tid: world.tenant.tenantId,
    roles: ['user'],
    groups: [],
    ver: '2.0',
    iat: now,
    nbf: now,
    exp: now + 86_400,
  });
}

/** The policies of one call, with a backend that answers at once: nothing but the engine takes time. */
async function timePolicies(world, { service, api, operation, chat }) {
  const { url, headers, body } = chat(false);
  const parts = { api, operation };
  const ports = policyPorts(world, service, api, { callHost: () => Promise.reject(new Error('not asked')) });
  const alone = {
    ...ports,
    now: () => world.clock.now,
    managedIdentityToken: () => Promise.resolve('token'),
    send: ({ url: asked }) =>
      Promise.resolve({ status: 200, headers: [['Content-Type', 'application/json']], body: answerOf(asked) }),
    emitMetric: () => undefined,
  };
  const keys = new Map();
  alone.fetchJson = async (address) => {
    if (!keys.has(address)) keys.set(address, await openId(world, address));
    return keys.get(address);
  };
  const call = {
    documents: documentsOf(world, service, parts),
    configuration: configurationOf(world, service),
    context: contextOf(world, service, parts),
    request: {
      method: 'POST',
      url,
      headers: Object.entries(headers),
      body: Buffer.from(body),
      ip: '10.0.0.4',
      matchedParameters: {},
    },
    route: { relativePath: '/chat/completions', serviceUrl: api.properties.serviceUrl ?? '' },
  };
  const run = async () => {
    const { caller } = await executePolicies(call, alone);
    const text = Buffer.from(await readBody(caller.body)).toString('utf8');
    if (caller.status !== 200) throw new Error(`the policies answered ${caller.status}: ${text}`);
  };
  await run();
  const started = performance.now();
  for (let count = 0; count < POLICY_RUNS; count += 1) {
    // A minute of its own for each hundred, so that no limit is reached.
    if (count % 100 === 0) world.clock.spend(60_000);
    await run();
  }
  return POLICY_RUNS / ((performance.now() - started) / 1000);
}

/** What the model answers, and Content Safety to what it is asked before: nothing found. */
function answerOf(url) {
  if (url.includes('/contentsafety/text:shieldPrompt'))
    return bytesOf({ userPromptAnalysis: { attackDetected: false }, documentsAnalysis: [] });
  if (url.includes('/contentsafety/')) return bytesOf({ blocklistsMatch: [], categoriesAnalysis: [] });
  return bytesOf({
    choices: [{ message: { content: 'pong' } }],
    usage: { prompt_tokens: 8, completion_tokens: 1, total_tokens: 9 },
  });
}

function bytesOf(value) {
  return Buffer.from(JSON.stringify(value));
}

async function openId(world, address) {
  const environment = world.processEnvironment({ kind: 'internet' });
  const child = spawn(
    process.execPath,
    ['-e', `fetch(${JSON.stringify(address)}).then((r) => r.text()).then((t) => process.stdout.write(t))`],
    { env: { PATH: process.env.PATH, ...environment }, stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  await once(child, 'close');
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}

/** Requests of a process of its own in the spoke's network, so that caller and gateway do not share a thread. */
async function loadFrom(world, vnetId, request, counts, folder) {
  const job = join(folder, 'load.json');
  writeFileSync(job, JSON.stringify({ ...request, ...counts }));
  const child = spawn(process.execPath, [join(import.meta.dirname, 'gateway-load.mjs'), job], {
    env: { PATH: process.env.PATH, ...world.processEnvironment({ kind: 'vnet', vnetId }) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const chunks = [];
  child.stdout.on('data', (chunk) => chunks.push(chunk));
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error('the callers of the gateway failed');
  return JSON.parse(Buffer.concat(chunks).toString('utf8'));
}
