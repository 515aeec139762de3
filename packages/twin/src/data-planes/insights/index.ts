export { insightsHost, logAnalyticsHost } from './host.ts';
export { logsOf, recordLog, type LogRow, type RecordedLog } from './log-store.ts';
export { metricsOf, type RecordedMetric } from './metrics.ts';
export { SCHEMAS, type LogTable } from './schemas.ts';
export { tablesOfComponent, tablesOfWorkspace } from './tables.ts';
