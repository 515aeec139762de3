import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server, type Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { TLSSocket, type SecureContext } from 'node:tls';
import { INTERNET, type Place } from '../kernel/http.ts';
import type { CertificateAuthority } from './certificates.ts';
import { readRequest, sendOutcome, type Tunnel } from './exchange.ts';
import { answer, type Pipeline } from './pipeline.ts';
import { placeFromProxyAuthorization } from './places.ts';

/** First byte of a TLS handshake record. */
const TLS_HANDSHAKE = 0x16;

/**
 * The listening half of the twin: an HTTP proxy on a free loopback port. Every CONNECT to a host that a service answers
 * for ends here, because the twin speaks TLS itself under its own authority: clients need nothing but a proxy and a CA.
 */
export class TwinServer {
  readonly #pipeline: Pipeline;
  readonly #authority: CertificateAuthority;
  readonly #proxy = createHttpServer((message, out) => void this.#proxied(message, out));
  readonly #inner = createHttpServer((message, out) => void this.#tunnelled(message, out));
  readonly #direct = createTcpServer((socket) => {
    this.#acceptTunnel(socket, 'localhost', INTERNET);
  });
  readonly #tunnels = new WeakMap<object, Tunnel>();
  readonly #sockets = new Set<Duplex>();

  constructor(pipeline: Pipeline, authority: CertificateAuthority) {
    this.#pipeline = pipeline;
    this.#authority = authority;
    this.#inner.keepAliveTimeout = 60_000;
    for (const server of [this.#proxy, this.#direct]) {
      server.on('connection', (socket: Socket) => {
        this.#track(socket);
      });
    }
    this.#proxy.on('connect', (message: IncomingMessage, socket: Socket, head: Buffer) => {
      this.#connect(message, socket, head);
    });
  }

  /** Starts listening. */
  async start(): Promise<void> {
    await Promise.all([this.#proxy, this.#direct].map(listenOnLoopback));
  }

  /** `http://127.0.0.1:<port>`: the proxy that clients are pointed at. */
  get proxyUrl(): string {
    return `http://127.0.0.1:${portOf(this.#proxy)}`;
  }

  /** `https://localhost:<port>`: Azure Resource Manager without a proxy, for clients with an endpoint setting. */
  get directUrl(): string {
    return `https://localhost:${portOf(this.#direct)}`;
  }

  /** Stops listening and drops every connection. */
  async close(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    await Promise.all([this.#proxy, this.#direct].map((server) => new Promise((resolve) => server.close(resolve))));
  }

  #connect(message: IncomingMessage, socket: Socket, head: Buffer): void {
    const place = placeFromProxyAuthorization(message.headers['proxy-authorization']);
    const authority = (message.url ?? '').toLowerCase();
    const address = withoutPort(authority);
    const refusal = this.#refuseConnect(address, place, portIn(authority));
    if (refusal !== undefined) {
      socket.end(badGateway(refusal));
      return;
    }
    socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
    if (head.length > 0) socket.unshift(head);
    this.#acceptTunnel(socket, address, place);
  }

  #refuseConnect(address: string, place: Place, port: number): string | undefined {
    const service = this.#pipeline.hosts.find((host) => host.serves(address, address));
    if (service === undefined) return `The host name ${address} cannot be resolved: the twin has no such service.`;
    return service.unreachable?.(address, place, port);
  }

  /** Speaks TLS or plain HTTP inside the tunnel, whichever the caller starts with. */
  #acceptTunnel(socket: Socket, address: string, place: Place): void {
    socket.once('data', (first: Buffer) => {
      socket.pause();
      socket.unshift(first);
      const secure = first[0] === TLS_HANDSHAKE;
      const stream = secure ? this.#terminateTls(socket, address) : socket;
      this.#tunnels.set(stream, { address, place, scheme: secure ? 'https' : 'http' });
      this.#inner.emit('connection', stream);
      process.nextTick(() => socket.resume());
    });
  }

  #terminateTls(socket: Socket, address: string): TLSSocket {
    const tls = new TLSSocket(socket, {
      isServer: true,
      ALPNProtocols: ['http/1.1'],
      secureContext: this.#contextFor(address, address),
      SNICallback: (name, done) => {
        done(null, this.#contextFor(name.toLowerCase(), address));
      },
    });
    this.#track(tls);
    return tls;
  }

  #contextFor(name: string, address: string): SecureContext {
    const own = this.#pipeline.hosts
      .map((host) => host.certificateFor?.(name, address))
      .find((identity) => identity !== undefined);
    const shown = this.#pipeline.hosts
      .map((host) => host.certificateName?.(name, address))
      .find((other) => other !== undefined);
    return this.#authority.contextFor(shown ?? name, own);
  }

  #track(socket: Duplex): void {
    this.#sockets.add(socket);
    // A client that goes away in the middle of a handshake or an answer is no event here.
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.#sockets.delete(socket));
  }

  #tunnelled(message: IncomingMessage, out: ServerResponse): Promise<void> {
    const tunnel = this.#tunnels.get(message.socket);
    return this.#exchange(message, out, tunnel ?? { address: 'localhost', place: INTERNET, scheme: 'http' });
  }

  #proxied(message: IncomingMessage, out: ServerResponse): Promise<void> {
    const place = placeFromProxyAuthorization(message.headers['proxy-authorization']);
    return this.#exchange(message, out, { address: message.headers.host ?? 'localhost', place, scheme: 'http' });
  }

  async #exchange(message: IncomingMessage, out: ServerResponse, tunnel: Tunnel): Promise<void> {
    try {
      const request = await readRequest(message, tunnel);
      await sendOutcome(await answer(this.#pipeline, request), request, out);
    } catch (error) {
      // The caller went away while sending, a stream broke, or the request line is no URL: nobody is left to tell why.
      out.destroy(error instanceof Error ? error : undefined);
    }
  }
}

function badGateway(message: string): string {
  const length = Buffer.byteLength(message);
  return `HTTP/1.1 502 Bad Gateway\r\nContent-Type: text/plain\r\nContent-Length: ${length}\r\nConnection: close\r\n\r\n${message}`;
}

function withoutPort(authority: string): string {
  return authority.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1');
}

function portIn(authority: string): number {
  return Number(/:(\d+)$/.exec(authority)?.[1] ?? 443);
}

function listenOnLoopback(server: Server): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(0, '127.0.0.1', resolve);
  });
}

function portOf(server: Server): number {
  const address = server.address() as AddressInfo | null;
  if (address === null) throw new Error('The twin is not listening.');
  return address.port;
}
