/** Whether a deployment, an operation or a resource is over. Services spell the states in several cases. */
export function isOver(state: string): boolean {
  return /^(succeeded|failed|cancell?ed)$/i.test(state);
}

/** Whether it is over and was not done. */
export function isUnsuccessful(state: string): boolean {
  return isOver(state) && !/^succeeded$/i.test(state);
}
