export { runJob } from './executions.ts';
export { logStreamHost } from './log-stream.ts';
