/** The workflow asks for something that GitHub would refuse, or that this runner leaves out; the text says which. */
export class WorkflowError extends Error {
  override readonly name = 'WorkflowError';
}
