import { json, type Place, type TwinResponse } from '../../kernel/http.ts';
import type { World } from '../../kernel/world.ts';
import type { OpenWebUiSettings } from './settings.ts';

/** One running Open WebUI. */
export interface WebUi {
  readonly world: World;
  readonly settings: OpenWebUiSettings;
  /** The network that it calls others from. */
  readonly place: Place;
  /** Resource id of its app. */
  readonly id: string;
}

/** Its texts, as its code has them. */
export const MESSAGES = {
  invalidCredentials: 'The email or password provided is incorrect. Please check for typos and try logging in again.',
  prohibited: 'You do not have permission to access this resource. Please contact your administrator for assistance.',
  emailTaken:
    'Uh-oh! This email is already registered. Sign in with your existing account or choose another email to start anew.',
  modelNotFound: 'Model not found',
  connection: 'Open WebUI: Server Connection Error',
} as const;

/** FastAPI's error body. */
export function refused(status: number, detail: string): TwinResponse {
  return json(status, { detail });
}

/** Ends a request with FastAPI's error body, from however deep. */
export class WebUiError extends Error {
  override readonly name = 'WebUiError';
  readonly status: number;

  constructor(status: number, detail: string) {
    super(detail);
    this.status = status;
  }
}
