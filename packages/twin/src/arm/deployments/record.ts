/** Replaced below. */
export interface Deployment {
  readonly id: string;
}
