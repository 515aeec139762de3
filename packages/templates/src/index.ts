export { canonicalJson } from './canonical-json.ts';
export { fingerprint, secureParameters } from './fingerprint.ts';
export { hubGatewayParameters, hubNetworkParameters, hubServicesParameters } from './hub-parameters.ts';
export { loadTemplate, templateNames, type ArmTemplate, type TemplateName } from './load-template.ts';
export type { BudgetFacts } from './operations-parameters.ts';
export type { TemplateParameters } from './parameters.ts';
export { privateDnsZones } from './private-dns-zones.ts';
export { openWebUiImage, spokeAppParameters, type SpokeAppFacts } from './spoke-app-parameters.ts';
export { spokeParameters, type SpokeFacts } from './spoke-parameters.ts';
