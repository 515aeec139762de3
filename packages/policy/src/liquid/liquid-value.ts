import { NumberText, isPlainList, isPlainObject, type PlainJson } from '../conversion/plain-json.ts';

/** A value while a template runs. */
export type LiquidValue = PlainJson;

/** A number of JavaScript as a value. */
export function numberValue(value: number): NumberText {
  return new NumberText(String(value));
}

/** The number that a value is or that its text reads as; NaN where it is none. */
export function toNumber(value: LiquidValue | undefined): number {
  if (value instanceof NumberText) return Number(value.text);
  return typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN;
}

/** Whether a number has no fraction, as .NET's integers: these divide without one. */
export function isWhole(value: LiquidValue | undefined): boolean {
  return value instanceof NumberText ? /^-?\d+$/.test(value.text) : typeof value === 'string' && /^-?\d+$/.test(value);
}

/** What an output shows. */
export function toText(value: LiquidValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof NumberText) return value.text;
  if (isPlainList(value)) return value.map(toText).join('');
  const own = isPlainObject(value) ? value['ToString'] : undefined;
  return typeof own === 'string'
    ? own
    : JSON.stringify(value, (_name, part: unknown) => (part instanceof NumberText ? Number(part.text) : part));
}

/** Everything but nil and false. */
export function isTruthy(value: LiquidValue | undefined): boolean {
  return value !== undefined && value !== null && value !== false;
}

/** Whether there is nothing in it. */
export function isEmpty(value: LiquidValue | undefined): boolean {
  if (value === undefined || value === null || value === '') return true;
  if (isPlainList(value)) return value.length === 0;
  return isPlainObject(value) && Object.keys(value).length === 0;
}

/** The items a loop goes through. */
export function itemsOf(value: LiquidValue | undefined): readonly LiquidValue[] {
  if (isPlainList(value)) return value;
  if (isPlainObject(value)) return Object.entries(value).map(([name, item]): LiquidValue => [name, item]);
  return value === undefined || value === null || value === '' ? [] : [value];
}

/** A member by name or index. Names are compared without case where none is written exactly so: XML binds like that. */
export function memberOf(value: LiquidValue | undefined, key: LiquidValue): LiquidValue | undefined {
  const name = toText(key);
  if (isPlainList(value)) {
    const index = name === 'first' ? 0 : name === 'last' ? -1 : Number(name);
    return name === 'size' ? numberValue(value.length) : value.at(index);
  }
  if (typeof value === 'string') return name === 'size' ? numberValue(value.length) : undefined;
  if (!isPlainObject(value)) return undefined;
  if (Object.hasOwn(value, name)) return value[name];
  const near = Object.keys(value).find((member) => member.toLowerCase() === name.toLowerCase());
  if (near !== undefined) return value[near];
  return name === 'size' ? numberValue(Object.keys(value).length) : undefined;
}

/** Equality and order of `==`, `<` and the rest; undefined where two values have no order. */
export function compare(left: LiquidValue | undefined, right: LiquidValue | undefined): number | undefined {
  if (left instanceof NumberText || right instanceof NumberText) {
    const [one, other] = [toNumber(left), toNumber(right)];
    return Number.isNaN(one) || Number.isNaN(other) ? undefined : Math.sign(one - other);
  }
  if (typeof left === 'string' && typeof right === 'string') return left === right ? 0 : left < right ? -1 : 1;
  return (left ?? null) === (right ?? null) ? 0 : undefined;
}
