import { parseIsoDuration } from '../../kernel/iso-duration.ts';
import type { JsonObject } from '../../kernel/store.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { listAt, numberAt, objectsAt, textAt, textsAt } from '../common/json.ts';
import { linkedNotFound, nameRule, refusal, rule } from '../common/rules.ts';
import type { Rule } from '../type-definition.ts';
import { queryMistake } from './query-check.ts';

const ACTION_GROUP = 'Microsoft.Insights/actionGroups';
const SOURCE = 'Microsoft.Insights validation';
// The values are those that clients of the service check before they send; its own words are an assumption.
const QUERY_RULES = 'Azure REST reference: Scheduled Query Rules; hashicorp/terraform-provider-azurerm#18960';
const TWO_DAYS = 'Azure Monitor: Create a log search alert rule, Override query time range';

const WINDOWS = ['PT5M', 'PT10M', 'PT15M', 'PT30M', 'PT45M', 'PT1H', 'PT2H', 'PT3H', 'PT4H', 'PT5H', 'PT6H', 'P1D'];

/** Times that a rule may name; a member that is not there passes. */
const TIMES: Readonly<Record<string, readonly string[]>> = {
  evaluationFrequency: ['PT1M', ...WINDOWS],
  windowSize: ['PT1M', ...WINDOWS, 'P2D'],
};

export const actionGroups = defineType({
  type: ACTION_GROUP,
  apiVersions: API_VERSIONS.actionGroups,
  location: 'required',
  asyncStyle: 'none',
  duration: 'instant',
  showsState: false,
  rules: [
    nameRule(ACTION_GROUP, /^[^:<>+/&%\\?|]{0,259}[^:<>+/&%\\?| .]$/, {
      code: 'InvalidResourceName',
      message: (name) => `The action group name '${name}' is invalid.`,
    }),
    rule('action-group-short-name', SOURCE, ({ properties }) => {
      const short = textAt(properties, 'groupShortName') ?? '';
      return short.length >= 1 && short.length <= 12
        ? undefined
        : refusal(400, 'InvalidActionGroupShortName', `groupShortName '${short}' must have 1 to 12 characters.`);
    }),
    rule('action-group-receivers', SOURCE, ({ properties }) => {
      const names = objectsAt(properties, 'emailReceivers').map((item) => textAt(item, 'name') ?? '');
      const twice = names.find((name, index) => name === '' || names.indexOf(name) !== index);
      return twice === undefined
        ? undefined
        : refusal(400, 'BadRequest', `The receiver name '${twice}' must be there, and once only.`);
    }),
    rule('action-group-email', SOURCE, ({ properties }) => {
      const wrong = objectsAt(properties, 'emailReceivers')
        .map((item) => textAt(item, 'emailAddress') ?? '')
        .find((address) => !/^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(address));
      return wrong === undefined
        ? undefined
        : refusal(400, 'BadRequest', `The e-mail address '${wrong}' is not valid.`);
    }),
  ],
  defaults: () => ({ enabled: true, emailReceivers: [], smsReceivers: [], webhookReceivers: [], armRoleReceivers: [] }),
});

function alertType(type: string, apiVersions: readonly string[], prefix: string, own: readonly Rule[] = []) {
  return defineType({
    type,
    apiVersions,
    location: 'required',
    asyncStyle: 'none',
    duration: 'instant',
    showsState: false,
    rules: [
      nameRule(type, /^[^*#&+:<>?@%{}\\/]{0,259}[^*#&+:<>?@%{}\\/ .]$/, {
        code: 'BadRequest',
        message: (name) => `The alert rule name '${name}' is invalid.`,
      }),
      rule(`${prefix}-scope-exists`, SOURCE, ({ properties }, world) => {
        const missing = listAt(properties, 'scopes').find(
          (scope) => typeof scope === 'string' && /\/providers\//i.test(scope) && !world.store.has(scope),
        );
        return typeof missing === 'string'
          ? refusal(404, 'ResourceNotFound', linkedNotFound(missing).message)
          : undefined;
      }),
      rule(`${prefix}-severity`, SOURCE, ({ properties }) => {
        const severity = numberAt(properties, 'severity') ?? 3;
        return severity >= 0 && severity <= 4
          ? undefined
          : refusal(400, 'BadRequest', `Alert severity ${severity} is not between 0 and 4.`);
      }),
      ...own,
    ],
    defaults: () => ({ enabled: true, severity: 3, autoMitigate: true }),
  });
}

export const metricAlerts = alertType('Microsoft.Insights/metricAlerts', API_VERSIONS.metricAlerts, 'metric-alert');
export const scheduledQueryRules = alertType(
  'Microsoft.Insights/scheduledQueryRules',
  API_VERSIONS.scheduledQueryRules,
  'query-alert',
  [
    rule('query-alert-one-scope', QUERY_RULES, ({ properties }) =>
      listAt(properties, 'scopes').length === 1
        ? undefined
        : refusal(400, 'BadRequest', 'A log search alert rule has exactly one scope.'),
    ),
    rule('query-alert-times', QUERY_RULES, ({ properties }) => {
      const wrong = Object.entries(TIMES).find(
        ([member, allowed]) => !allowed.includes(textAt(properties, member) ?? allowed[0] ?? ''),
      );
      return wrong === undefined
        ? undefined
        : refusal(
            400,
            'BadRequest',
            `The value '${textAt(properties, wrong[0]) ?? ''}' of '${wrong[0]}' is not supported: ${wrong[1].join(', ')}.`,
          );
    }),
    rule('query-alert-frequency', QUERY_RULES, ({ properties }) => {
      const [often, window] = ['evaluationFrequency', 'windowSize'].map((member) => durationAt(properties, member));
      return often === undefined || window === undefined || often <= window
        ? undefined
        : refusal(
            400,
            'BadRequest',
            "'evaluationFrequency' must not be longer than 'windowSize': data would never be looked at.",
          );
    }),
    rule('query-alert-two-days', TWO_DAYS, ({ properties }) => {
      const periods = failingPeriods(properties).most;
      const looked =
        durationAt(properties, 'overrideQueryTimeRange') ?? (durationAt(properties, 'windowSize') ?? 0) * periods;
      return looked <= 2 * 86_400_000
        ? undefined
        : refusal(
            400,
            'BadRequest',
            'The query time range of an alert rule is at most two days (windowSize times numberOfEvaluationPeriods, or overrideQueryTimeRange).',
          );
    }),
    rule('query-alert-one-criterion', QUERY_RULES, ({ properties }) =>
      objectsAt(properties, 'criteria.allOf').length === 1
        ? undefined
        : refusal(400, 'BadRequest', 'A log search alert rule has exactly one criterion.'),
    ),
    rule('query-alert-failing-periods', QUERY_RULES, ({ properties }) => {
      const { most, least } = failingPeriods(properties);
      return least >= 1 && least <= most && most <= 6
        ? undefined
        : refusal(
            400,
            'BadRequest',
            `minFailingPeriodsToAlert (${least}) must be at least 1 and at most numberOfEvaluationPeriods (${most}), which is at most 6.`,
          );
    }),
    rule('query-alert-mute-or-resolve', QUERY_RULES, ({ properties }) =>
      properties['autoMitigate'] !== false && textAt(properties, 'muteActionsDuration') !== undefined
        ? refusal(400, 'BadRequest', "'muteActionsDuration' cannot be set where 'autoMitigate' is on.")
        : undefined,
    ),
    rule('query-alert-query', QUERY_RULES, ({ properties }, world) => {
      const mistake = queryMistake(
        world,
        textsAt(properties, 'scopes')[0] ?? '',
        objectsAt(properties, 'criteria.allOf')[0] ?? {},
      );
      return mistake === undefined ? undefined : refusal(400, 'BadRequest', `The query could not be run: ${mistake}`);
    }),
    rule('query-alert-actions-exist', SOURCE, ({ properties }, world) => {
      const missing = textsAt(properties, 'actions.actionGroups').find((id) => !world.store.has(id));
      return missing === undefined ? undefined : refusal(404, 'ResourceNotFound', linkedNotFound(missing).message);
    }),
  ],
);

function durationAt(properties: JsonObject, member: string): number | undefined {
  const text = textAt(properties, member);
  return text === undefined ? undefined : parseIsoDuration(text);
}

/** How many evaluations are looked at, and how many of them must fail. */
function failingPeriods(properties: JsonObject): { readonly most: number; readonly least: number } {
  const [criterion = {}] = objectsAt(properties, 'criteria.allOf');
  const at = (member: string): number => numberAt(criterion, `failingPeriods.${member}`) ?? 1;
  return { most: at('numberOfEvaluationPeriods'), least: at('minFailingPeriodsToAlert') };
}
