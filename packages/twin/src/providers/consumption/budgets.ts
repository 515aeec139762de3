import type { World } from '../../kernel/world.ts';
import { API_VERSIONS } from '../api-versions.ts';
import { defineType } from '../common/define.ts';
import { isObject, numberAt, textAt, valueAt } from '../common/json.ts';
import { choiceRule, nameRule, refusal, rule } from '../common/rules.ts';
import type { Refusal, WriteRequest } from '../type-definition.ts';

const BUDGET = 'Microsoft.Consumption/budgets';
// The limits are those of the REST reference; that each is answered with code 400 is an assumption.
const SOURCE = 'Azure REST reference: Microsoft.Consumption, Budgets - Create Or Update';
const MONTH_STARTS = /^\d{4}-\d{2}-01(?:T00:00:00(?:\.0+)?Z?)?$/;

function invalid(message: string): Refusal {
  return refusal(400, '400', message);
}

interface Notification {
  readonly name: string;
  readonly threshold: number;
  readonly contacts: number;
  readonly emails: readonly string[];
}

function notificationsOf({ properties }: Pick<WriteRequest, 'properties'>): readonly Notification[] {
  const all = valueAt(properties, 'notifications');
  return Object.entries(isObject(all) ? all : {}).map(([name, value]) => {
    const listOf = (member: string) => {
      const list = isObject(value) ? value[member] : undefined;
      return (Array.isArray(list) ? list : []).filter((item) => typeof item === 'string');
    };
    const emails = listOf('contactEmails');
    const contacts = emails.length + listOf('contactRoles').length + listOf('contactGroups').length;
    return { name, threshold: (isObject(value) ? numberAt(value, 'threshold') : undefined) ?? 0, contacts, emails };
  });
}

/** Months since the year 0. */
function monthOf(date: string): number {
  return Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7));
}

function startOf({ properties }: Pick<WriteRequest, 'properties'>): string {
  return textAt(properties, 'timePeriod.startDate') ?? '';
}

function monthsFromNow(request: WriteRequest, world: World): number {
  return monthOf(startOf(request)) - monthOf(new Date(world.clock.now).toISOString());
}

export const budgets = defineType({
  type: BUDGET,
  apiVersions: API_VERSIONS.consumption,
  asyncStyle: 'none',
  duration: 'instant',
  showsState: false,
  rules: [
    nameRule(BUDGET, /^[A-Za-z0-9_-]{1,63}$/, {
      code: '400',
      message: (name) => `The budget name '${name}' is invalid: 1 to 63 letters, digits, hyphens and underscores.`,
    }),
    rule('budget-amount', SOURCE, ({ properties }) =>
      (numberAt(properties, 'amount') ?? 0) > 0 ? undefined : invalid('Budget amount must be greater than 0.'),
    ),
    choiceRule(
      'budget-time-grain',
      'timeGrain',
      ['Monthly', 'Quarterly', 'Annually', 'BillingMonth', 'BillingQuarter', 'BillingAnnual'],
      (value) => invalid(`The time grain '${value}' is not valid.`),
      SOURCE,
    ),
    rule('budget-start-first-day', SOURCE, (request) =>
      MONTH_STARTS.test(startOf(request)) ? undefined : invalid('Start date must be the first day of a month.'),
    ),
    rule('budget-start-month', SOURCE, (request, world) => {
      if (request.existing !== undefined || !MONTH_STARTS.test(startOf(request))) return undefined;
      const months = monthsFromNow(request, world);
      if (months > 12) return invalid('Start date should not be more than twelve months in the future.');
      return months < 0 ? invalid('Past start date should be selected within the timegrain period.') : undefined;
    }),
    rule('budget-start-fixed', SOURCE, (request) => {
      const before = request.existing === undefined ? undefined : startOf(request.existing);
      return before === undefined || monthOf(before) === monthOf(startOf(request))
        ? undefined
        : invalid('Start date of a budget cannot be updated.');
    }),
    rule('budget-notifications', SOURCE, (request) =>
      notificationsOf(request).length <= 5 ? undefined : invalid('A budget has at most five notifications.'),
    ),
    rule('budget-threshold', SOURCE, (request) => {
      const wrong = notificationsOf(request).find(({ threshold }) => threshold <= 0 || threshold > 1000);
      return wrong === undefined
        ? undefined
        : invalid(`The threshold of notification '${wrong.name}' must be greater than 0 and at most 1000.`);
    }),
    rule('budget-contacts', SOURCE, (request) => {
      const silent = notificationsOf(request).find(({ contacts, emails }) => contacts === 0 || emails.length > 50);
      return silent === undefined
        ? undefined
        : invalid(`The notification '${silent.name}' needs a contact e-mail, role or group, and at most 50 e-mails.`);
    }),
  ],
  defaults: () => ({ category: 'Cost', timePeriod: { endDate: '2036-12-31T00:00:00Z' } }),
  readOnly: () => ({ currentSpend: { amount: 0, unit: 'EUR' } }),
});
