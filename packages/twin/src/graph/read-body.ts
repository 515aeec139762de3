import { badRequest } from './errors.ts';
import type { Body } from './context.ts';

const GUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The text at `name`, or 400. */
export function requiredText(body: Body, name: string): string {
  const value = body[name];
  if (typeof value === 'string' && value !== '') return value;
  throw badRequest(`A value is required for property '${name}' of resource.`);
}

/** The GUID at `name`, or 400. */
export function requiredGuid(body: Body, name: string): string {
  const value = requiredText(body, name);
  if (GUID.test(value)) return value.toLowerCase();
  throw badRequest(`Invalid GUID value '${value}' specified for property '${name}'.`);
}

/** The text at `name`, null where it is null, `fallback` where it is absent; anything else is 400. */
export function textOr<T>(body: Body, name: string, fallback: T): string | T | null {
  const value = body[name];
  if (value === undefined) return fallback;
  if (typeof value === 'string' || value === null) return value;
  throw badRequest(`Invalid value specified for property '${name}' of resource.`);
}

/** The Boolean at `name`, `fallback` where it is absent; anything else is 400. */
export function flagOr<T>(body: Body, name: string, fallback: T): boolean | T {
  const value = body[name];
  if (value === undefined || value === null) return fallback;
  if (typeof value === 'boolean') return value;
  throw badRequest(`Invalid value specified for property '${name}' of resource.`);
}

/** The texts at `name`; `fallback` where it is absent; anything else is 400. */
export function textsOr(body: Body, name: string, fallback: readonly string[]): readonly string[] {
  const value = body[name];
  if (value === undefined) return fallback;
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value;
  throw badRequest(`Invalid value specified for property '${name}' of resource.`);
}

/** The objects at `name`; undefined where it is absent; anything else is 400. */
export function objectsAt(body: Body, name: string): readonly Body[] | undefined {
  const value = body[name];
  if (value === undefined) return undefined;
  if (Array.isArray(value) && value.every(isBody)) return value;
  throw badRequest(`Invalid value specified for property '${name}' of resource.`);
}

/** The object at `name`; empty where it is absent or null. */
export function objectAt(body: Body, name: string): Body {
  const value = body[name];
  if (value === undefined || value === null) return {};
  if (isBody(value)) return value;
  throw badRequest(`Invalid value specified for property '${name}' of resource.`);
}

/** Whether `value` is an object and not a list. */
export function isBody(value: unknown): value is Body {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Object ids of `owners@odata.bind`, or of an `@odata.id`. */
export function boundIds(body: Body, name: string): readonly string[] {
  return textsOr(body, name, []).map(idOfReference);
}

/** The object id at the end of `https://graph.microsoft.com/v1.0/directoryObjects/{id}`. */
export function idOfReference(url: string): string {
  const id = /^https:\/\/graph\.microsoft\.com\/(?:v1\.0|beta)\/\w+(?:\/|\(')([0-9a-f-]{36})(?:'\))?$/i.exec(url)?.[1];
  if (id === undefined) throw badRequest(`Invalid reference '${url}'.`);
  return id.toLowerCase();
}
