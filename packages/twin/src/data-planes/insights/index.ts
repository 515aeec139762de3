export { insightsHost } from './host.ts';
export { metricsOf, type RecordedMetric } from './metrics.ts';
