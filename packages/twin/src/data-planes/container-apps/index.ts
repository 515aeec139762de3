export { environmentAt } from './domains.ts';
export { askApp, containerAppsHost, probeApp } from './host.ts';
export { startContainer, type Start } from './start.ts';
export { variablesOf, type Variables } from './variables.ts';
export { containerEnvironmentOf, imageOf, placeOf } from './workload.ts';
