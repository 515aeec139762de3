import type { BrokenFile } from './broken-file.ts';
import { exposure } from './exposure.ts';
import { gatewayChoices } from './gateway.ts';
import { hub } from './hub.ts';
import { limits } from './limits.ts';
import { models } from './models.ts';
import { operations } from './operations.ts';
import { rest } from './rest.ts';
import { shape } from './shape.ts';
import { spoke } from './spoke.ts';
import { syntax } from './syntax.ts';

export { example, textOf, type BrokenFile } from './broken-file.ts';

/** Every broken file of the table. */
export const brokenFiles: readonly BrokenFile[] = [
  ...syntax,
  ...shape,
  ...hub,
  ...spoke,
  ...exposure,
  ...models,
  ...operations,
  ...limits,
  ...gatewayChoices,
  ...rest,
];
