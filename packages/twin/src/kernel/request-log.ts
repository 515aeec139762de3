/** One line of the twin's own request log, as `GET /requests` of the control interface gives it. */
export interface LoggedRequest {
  /** Virtual time, ISO 8601. */
  readonly time: string;
  readonly host: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** Whether the request changed state. Validate, what-if and read-only actions (listKeys, a job's start) do not. */
  readonly wrote: boolean;
}

export class RequestLog {
  readonly #entries: LoggedRequest[] = [];

  add(entry: LoggedRequest): void {
    this.#entries.push(entry);
  }

  get entries(): readonly LoggedRequest[] {
    return this.#entries;
  }
}
