import { request as httpRequest } from 'node:http';
import { connect as tcpConnect, type Socket } from 'node:net';
import { once } from 'node:events';
import { connect as tlsConnect, type TLSSocket } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VirtualClock } from '../../src/kernel/clock.ts';
import type { Place, TwinHost, TwinRequest } from '../../src/kernel/http.ts';
import { RequestLog } from '../../src/kernel/request-log.ts';
import { CertificateAuthority } from '../../src/server/certificates.ts';
import { FaultRules } from '../../src/server/faults.ts';
import { Patience } from '../../src/server/patience.ts';
import { placeToUserName } from '../../src/server/places.ts';
import { TwinServer } from '../../src/server/server.ts';

const ADDRESS = '203.0.113.7';
const VNET: Place = {
  kind: 'vnet',
  vnetId: '/subscriptions/s/resourceGroups/rg/providers/Microsoft.Network/virtualNetworks/v',
};

const authority = new CertificateAuthority();
const own = new CertificateAuthority();
const requests: TwinRequest[] = [];
const gate = Promise.withResolvers<undefined>();

const host: TwinHost = {
  name: 'test',
  serves: (name, address) => name === 'served.example' || name === 'private.example' || address === ADDRESS,
  unreachable: (name, place) =>
    name === 'private.example' && place.kind === 'internet' ? 'It is private.' : undefined,
  certificateFor: (name) => (name === 'chat.contoso.com' ? own.identityFor(name) : undefined),
  handle: (request) => {
    requests.push(request);
    if (request.url.pathname === '/stream') return { status: 200, body: chunks() };
    return { status: 200, body: { url: request.url.href } };
  },
};

async function* chunks(): AsyncGenerator<string> {
  yield 'first;';
  await gate.promise;
  yield 'second;';
}

let server: TwinServer;
beforeAll(async () => {
  const clock = new VirtualClock();
  const pipeline = {
    clock,
    log: new RequestLog(),
    faults: new FaultRules(),
    patience: new Patience(clock),
    hosts: [host],
  };
  server = new TwinServer(pipeline, authority);
  await server.start();
});
afterAll(() => server.close());

/** Opens a tunnel to `target`; the status line of the proxy and the socket. */
async function tunnel(
  target: string,
  place: Place = { kind: 'internet' },
): Promise<{ status: string; socket: Socket }> {
  const socket = tcpConnect(Number(new URL(server.proxyUrl).port), '127.0.0.1');
  await once(socket, 'connect');
  const user = placeToUserName(place);
  const credentials =
    user === undefined ? '' : `Proxy-Authorization: Basic ${Buffer.from(`${user}:`).toString('base64')}\r\n`;
  socket.write(`CONNECT ${target} HTTP/1.1\r\nHost: ${target}\r\n${credentials}\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return { status: answer.toString(), socket };
}

async function secure(socket: Socket, servername: string, ca = authority.caPem): Promise<TLSSocket> {
  const tls = tlsConnect({ socket, servername, ca, ALPNProtocols: ['http/1.1'] });
  await once(tls, 'secureConnect');
  return tls;
}

async function get(socket: Socket, path: string, hostHeader: string): Promise<string> {
  socket.write(`GET ${path} HTTP/1.1\r\nHost: ${hostHeader}\r\n\r\n`);
  const [answer] = (await once(socket, 'data')) as [Buffer];
  return answer.toString();
}

describe('a tunnel', () => {
  it('serves several requests on one connection, under a certificate for the name asked', async () => {
    const { socket } = await tunnel('served.example:443');
    const tls = await secure(socket, 'served.example');
    expect(tls.getPeerCertificate().subject.CN).toBe('served.example');
    expect(tls.alpnProtocol).toBe('http/1.1');
    expect(await get(tls, '/a?b=c', 'served.example')).toContain('{"url":"https://served.example/a?b=c"}');
    expect(await get(tls, '/d', 'served.example')).toContain('{"url":"https://served.example/d"}');
    tls.destroy();
  });

  it('to an address shows the certificate that the service brings for the name that follows', async () => {
    const { socket } = await tunnel(`${ADDRESS}:443`);
    const tls = await secure(socket, 'chat.contoso.com', own.caPem);
    expect(await get(tls, '/', 'chat.contoso.com')).toContain('https://chat.contoso.com/');
    expect(requests.at(-1)).toMatchObject({ address: ADDRESS, place: { kind: 'internet' } });
    tls.destroy();
  });

  it('carries plain HTTP as well', async () => {
    const { socket } = await tunnel('served.example:80');
    expect(await get(socket, '/plain', 'served.example')).toContain('{"url":"http://served.example/plain"}');
    socket.destroy();
  });

  it.each([
    ['a name that nobody serves', 'nowhere.example:443', /502 .*nowhere\.example/s],
    ['a name that is private', 'private.example:443', /502 .*It is private/s],
  ])('is refused to %s', async (_, target, expected) => {
    const { status, socket } = await tunnel(target);
    expect(status).toMatch(expected);
    socket.destroy();
  });

  it('from inside the network reaches what is private, and tells from where it comes', async () => {
    const { status, socket } = await tunnel('private.example:443', VNET);
    expect(status).toContain('200');
    const tls = await secure(socket, 'private.example');
    await get(tls, '/', 'private.example');
    expect(requests.at(-1)?.place).toEqual(VNET);
    tls.destroy();
  });
});

describe('a stream', () => {
  it('is flushed chunk by chunk', async () => {
    const { socket } = await tunnel('served.example:443');
    const tls = await secure(socket, 'served.example');
    tls.write('GET /stream HTTP/1.1\r\nHost: served.example\r\n\r\n');
    let received = '';
    const more = async (until: string): Promise<void> => {
      while (!received.includes(until)) received += String(((await once(tls, 'data')) as [Buffer])[0]);
    };
    await more('first;');
    // The second chunk does not exist yet: the first one came alone.
    gate.resolve(undefined);
    await more('second;');
    expect(received).toMatch(/first;[^]*second;/);
    tls.destroy();
  });
});

describe('a proxy request without a tunnel', () => {
  it('is answered for a plain http URL', async () => {
    const { hostname, port } = new URL(server.proxyUrl);
    const request = httpRequest({
      hostname,
      port,
      path: 'http://served.example/direct',
      headers: { host: 'served.example' },
    });
    request.end();
    const [message] = (await once(request, 'response')) as [NodeJS.ReadableStream];
    const [body] = (await once(message, 'data')) as [Buffer];
    expect(body.toString()).toBe('{"url":"http://served.example/direct"}');
  });
});
