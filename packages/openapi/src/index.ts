export { builtInDocument } from './built-in-document.ts';
export { OpenApiError, parseDocument, type OpenApiDocument } from './document.ts';
export { loadDocument, type DocumentSource } from './load.ts';
export { operationNames } from './operation-names.ts';
export { prepare, type ExpectedOperation, type PreparedDocument } from './prepare.ts';
