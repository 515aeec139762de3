import { request as httpRequest, type ClientRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { connect, type Socket } from 'node:net';
import type { PeerCertificate, TLSSocket } from 'node:tls';

/** An answer of the public face, with the certificate that the connection showed. */
export interface PublicAnswer {
  readonly status: number;
  readonly headers: NodeJS.Dict<string | string[]>;
  readonly body: string;
  readonly certificate: PeerCertificate | undefined;
  /** Whether this machine's certificate authorities vouch for the certificate. */
  readonly trusted: boolean;
}

/** What to ask, whom, and under which name. */
export interface PublicRequest {
  /** IP address that is connected to: the public name may not be in DNS yet. */
  readonly address: string;
  /** Host header, and the name that TLS asks for. */
  readonly hostname: string;
  readonly path: string;
  readonly scheme?: 'http' | 'https';
}

const TIMEOUT_MS = 30_000;

/** Sends a GET to an address under another name, as a browser would whose DNS already knew it. */
export async function askPublicly(
  { scheme = 'https', ...request }: PublicRequest,
  env: NodeJS.ProcessEnv,
): Promise<PublicAnswer> {
  return scheme === 'https' ? await askSecurely(request, env) : await askPlainly(request, env);
}

type Request = Omit<PublicRequest, 'scheme'>;

async function askSecurely({ address, hostname, path }: Request, env: NodeJS.ProcessEnv): Promise<PublicAnswer> {
  const agent = new HttpsAgent({ proxyEnv: env });
  try {
    const request = httpsRequest({
      host: address,
      path,
      headers: { host: hostname },
      timeout: TIMEOUT_MS,
      agent,
      servername: hostname,
      // A trial certificate is nobody's but its own; whether it is trusted is a check of its own.
      rejectUnauthorized: false,
    });
    return await answerOf(request, (response) => {
      const socket = response.socket as TLSSocket;
      return { certificate: socket.getPeerCertificate(), trusted: socket.authorized };
    });
  } finally {
    agent.destroy();
  }
}

async function askPlainly({ address, hostname, path }: Request, env: NodeJS.ProcessEnv): Promise<PublicAnswer> {
  const socket = await openSocket(address, 80, env);
  try {
    const request = httpRequest({
      path,
      headers: { host: hostname, connection: 'close' },
      timeout: TIMEOUT_MS,
      createConnection: () => socket,
    });
    return await answerOf(request, () => ({ certificate: undefined, trusted: false }));
  } finally {
    socket.destroy();
  }
}

/** A plain connection; through the proxy as a tunnel, because a forwarded request cannot have another Host than its URL. */
async function openSocket(address: string, port: number, env: NodeJS.ProcessEnv): Promise<Socket> {
  const proxy = env['HTTPS_PROXY'] ?? env['https_proxy'] ?? '';
  if (proxy === '') return connect(port, address);
  const { hostname, port: proxyPort, username, password } = new URL(proxy);
  const authorization = Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString(
    'base64',
  );
  const request = httpRequest({
    host: hostname,
    port: proxyPort,
    method: 'CONNECT',
    path: `${address}:${port}`,
    headers: username === '' ? {} : { 'proxy-authorization': `Basic ${authorization}` },
    timeout: TIMEOUT_MS,
    agent: false,
  });
  request.end();
  return await new Promise<Socket>((resolve, reject) => {
    request.once('error', reject);
    request.once('connect', ({ statusCode }: IncomingMessage, socket: Socket) => {
      if (statusCode === 200) resolve(socket);
      else reject(new Error(`the proxy refused ${address}:${port} with ${statusCode ?? 'no status'}`));
    });
  });
}

async function answerOf(
  request: ClientRequest,
  connection: (response: IncomingMessage) => Pick<PublicAnswer, 'certificate' | 'trusted'>,
): Promise<PublicAnswer> {
  return await new Promise<PublicAnswer>((resolve, reject) => {
    request.once('error', reject);
    request.once('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
    request.once('response', (response) => {
      const shown = connection(response);
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('error', reject);
      response.once('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        resolve({ status: response.statusCode ?? 0, headers: response.headers, body, ...shown });
      });
    });
    request.end();
  });
}
