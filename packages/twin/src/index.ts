export { createTwin, type ReadyFile, type Twin, type TwinOptions } from './twin.ts';
export type { FaultRule } from './server/faults.ts';
export type { Summary, SummaryLine } from './control/summary.ts';
export type { WatchedAnswer } from './control/watch.ts';
export type { MigrationRule } from './data-planes/open-webui/migration-rules.ts';
export { makespanOf, type Makespan } from './makespan.ts';
export type { LoggedRequest } from './kernel/request-log.ts';
export type { World, Tenant } from './kernel/world.ts';
export { formatIsoDuration, parseIsoDuration } from './kernel/iso-duration.ts';
