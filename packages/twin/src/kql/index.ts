export { KqlError, type KqlPosition } from './errors.ts';
export { runQuery, type Tables } from './run.ts';
export { answered, parseDatetime, parseTimespan } from './values.ts';
export type { Column, Json, KqlType, Row, Table, Value } from './values.ts';
