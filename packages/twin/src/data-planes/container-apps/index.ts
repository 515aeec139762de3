export { containerEnvironmentOf, environmentOf, imageOf, networkOf } from './app.ts';
export { askApp, containerAppsHost, fqdnOf } from './host.ts';
