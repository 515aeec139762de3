export type { DocumentCoverage } from './coverage.ts';
export { generatedPolicies, type GeneratedPolicies } from './generated-policies.ts';
export { countsOf, runTests, testFilesOf, type Counts, type Report } from './report.ts';
export { annotationsText } from './report/annotations.ts';
export { junitText } from './report/junit.ts';
export { coverageText, reportText } from './report/table.ts';
export type { CaseResult, DocumentMistake, Failure, FileResult } from './run-file.ts';
