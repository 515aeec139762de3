import type { World } from '../kernel/world.ts';
import { realClockOf } from './access-token.ts';
import { perWorld } from './per-world.ts';
import type { Platform } from './redirects.ts';

/** A person's sign-in to a client: what an authorization code or a refresh token stands for. */
export interface SignIn {
  readonly clientId: string;
  readonly personId: string;
  readonly redirectUri: string;
  readonly platform: Platform;
  /** The `scope` of the authorize request. */
  readonly scope: string;
  readonly nonce?: string;
  readonly challenge?: { readonly value: string; readonly method: 'S256' | 'plain' };
}

/** Life of a code in real milliseconds. */
const CODE_LIFE = 600_000;

/** Codes and refresh tokens that were handed out. */
export class SignIns {
  readonly #codes = new Map<string, { readonly signIn: SignIn; readonly issuedAt: number; redeemed: boolean }>();
  readonly #refreshTokens = new Map<string, SignIn>();
  readonly #world: World;

  constructor(world: World) {
    this.#world = world;
  }

  newCode(signIn: SignIn): string {
    const code = `0.${this.#opaque('code', this.#codes.size)}`;
    this.#codes.set(code, { signIn, issuedAt: realClockOf(this.#world).now(), redeemed: false });
    return code;
  }

  /** What `code` stands for. A code works once. */
  redeem(code: string): SignIn | 'unknown' | 'redeemed' | 'expired' {
    const entry = this.#codes.get(code);
    if (entry === undefined) return 'unknown';
    if (entry.redeemed) return 'redeemed';
    if (realClockOf(this.#world).now() - entry.issuedAt > CODE_LIFE) return 'expired';
    entry.redeemed = true;
    return entry.signIn;
  }

  newRefreshToken(signIn: SignIn): string {
    const token = `1.${this.#opaque('refresh', this.#refreshTokens.size)}`;
    this.#refreshTokens.set(token, signIn);
    return token;
  }

  refresh(token: string): SignIn | undefined {
    return this.#refreshTokens.get(token);
  }

  #opaque(kind: string, number: number): string {
    const halves = [this.#world.guid(`${kind}:${number}:a`), this.#world.guid(`${kind}:${number}:b`)];
    return Buffer.from(halves.join('').replaceAll('-', ''), 'hex').toString('base64url');
  }
}

/** The sign-ins of `world`. */
export const signInsOf: (world: World) => SignIns = perWorld((world) => new SignIns(world));
