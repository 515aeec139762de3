import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
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
  { address, hostname, path, scheme = 'https' }: PublicRequest,
  env: NodeJS.ProcessEnv,
): Promise<PublicAnswer> {
  const common = { host: address, path, headers: { host: hostname }, timeout: TIMEOUT_MS };
  const agent = scheme === 'https' ? new HttpsAgent({ proxyEnv: env }) : new HttpAgent({ proxyEnv: env });
  try {
    return await new Promise<PublicAnswer>((resolve, reject) => {
      const request =
        scheme === 'https'
          ? // A trial certificate is nobody's but its own; whether it is trusted is a check of its own.
            httpsRequest({ ...common, agent, servername: hostname, rejectUnauthorized: false })
          : httpRequest({ ...common, agent });
      request.once('error', reject);
      request.once('timeout', () => request.destroy(new Error(`no answer within ${TIMEOUT_MS / 1000} s`)));
      request.once('response', (response) => {
        const socket = response.socket as TLSSocket;
        const certificate = scheme === 'https' ? socket.getPeerCertificate() : undefined;
        const trusted = scheme === 'https' && socket.authorized;
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => {
          const body = Buffer.concat(chunks).toString('utf8');
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body, certificate, trusted });
        });
      });
      request.end();
    });
  } finally {
    agent.destroy();
  }
}
