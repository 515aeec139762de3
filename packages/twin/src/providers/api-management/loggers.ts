import { nameOf } from '../common/ids.ts';
import { numberAt, objectAt, textAt, without } from '../common/json.ts';
import { rule } from '../common/rules.ts';
import { defineChild, serviceOf, validationError } from './child.ts';
import { NO_IDENTITY, servicePrincipal } from './named-values.ts';

const LOGGERS = 'facts/apim.md section 1.6';

export const loggers = defineChild({
  below: 'loggers',
  name: /^[^*#&+:<>?]{1,256}$/,
  secrets: ['credentials.connectionString', 'credentials.instrumentationKey'],
  rules: [
    rule('apim-logger-type', LOGGERS, ({ properties }) => {
      const type = textAt(properties, 'loggerType') ?? '';
      return ['applicationinsights', 'azureeventhub', 'azuremonitor'].includes(type.toLowerCase())
        ? undefined
        : validationError('loggerType', `The logger type '${type}' is invalid.`);
    }),
    rule('apim-logger-credentials', LOGGERS, ({ properties, existing }) => {
      if (textAt(properties, 'loggerType')?.toLowerCase() !== 'applicationinsights') return undefined;
      const given =
        textAt(properties, 'credentials.connectionString') ??
        textAt(properties, 'credentials.instrumentationKey') ??
        existing?.secrets['credentials.connectionString'] ??
        existing?.secrets['credentials.instrumentationKey'];
      return given !== undefined && given !== ''
        ? undefined
        : validationError(
            'credentials',
            'Application Insights logger requires instrumentationKey or connectionString in credentials.',
          );
    }),
    rule('apim-logger-resource', LOGGERS, ({ properties }, world) => {
      const resource = textAt(properties, 'resourceId');
      return resource === undefined || world.store.has(resource)
        ? undefined
        : validationError('resourceId', `The resource '${resource}' could not be found.`);
    }),
    rule('apim-logger-identity', LOGGERS, ({ id, properties }, world) => {
      const written = textAt(properties, 'credentials.identityClientId');
      const clientId = written?.toLowerCase() === 'systemassigned' ? undefined : written;
      return written === undefined || servicePrincipal(world, id, clientId) !== undefined
        ? undefined
        : validationError('credentials.identityClientId', NO_IDENTITY);
    }),
  ],
  defaults: () => ({ isBuffered: true }),
  // Inline credentials become a named value; the logger shows only its name.
  show(logger) {
    const hidden = Object.keys(logger.secrets).filter((path) => path.startsWith('credentials.'));
    if (hidden.length === 0) return logger;
    const shown = Object.fromEntries(
      hidden.map((path) => [path.slice('credentials.'.length), `{{Logger-Credentials--${logger.name}}}`]),
    );
    return {
      ...logger,
      properties: { ...logger.properties, credentials: { ...objectAt(logger.properties, 'credentials'), ...shown } },
    };
  },
});

function diagnosticType(below: string, prefix: string) {
  return defineChild({
    below,
    name: /^(?:applicationinsights|azuremonitor|local)$/,
    rules: [
      rule(`${prefix}-logger-exists`, LOGGERS, ({ id, properties }, world) => {
        const written = textAt(properties, 'loggerId');
        const logger =
          written === undefined || written.startsWith('/subscriptions/') ? written : `${serviceOf(id)}${written}`;
        return logger !== undefined && world.store.has(logger)
          ? undefined
          : validationError('loggerId', `Logger '${nameOf(written ?? '')}' could not be found.`);
      }),
      rule(`${prefix}-sampling`, LOGGERS, ({ properties }) => {
        const percentage = numberAt(properties, 'sampling.percentage') ?? 100;
        return percentage >= 0 && percentage <= 100
          ? undefined
          : validationError('sampling.percentage', `Sampling percentage ${percentage} is not between 0 and 100.`);
      }),
    ],
    // largeLanguageModel is known from 2024-06-01-preview on; older versions drop it in silence (facts/apim.md section 0).
    keep: ({ properties, apiVersion }) =>
      apiVersion < '2024-06-01' ? without(properties, ['largeLanguageModel']) : properties,
  });
}

export const diagnostics = diagnosticType('diagnostics', 'apim-diagnostic');
export const apiDiagnostics = diagnosticType('apis/diagnostics', 'apim-api-diagnostic');
