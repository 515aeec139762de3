import type { Condition } from './condition.ts';
import { listAt, memberAt, ownName, setMember, type ExpandedResource } from './resource.ts';

/**
 * Who asks for a rule. `PSRule`: PSRule for Azure, its security pillar (docs/en/baselines/Azure.Pillar.Security.md) or
 * what belongs to it. `checkov`: its ARM checks (checkov/arm/checks/resource). `Defender`: recommendations of Microsoft
 * Defender for Cloud. `own`: this project.
 */
export type RuleSource = 'PSRule' | 'checkov' | 'Defender' | 'own';

/** One row of the security baseline. */
export interface BaselineRule {
  /** Name that its source gives it. */
  readonly id: string;
  readonly source: RuleSource;
  /** Resource type that it is about. */
  readonly type: string;
  /** What it asks for, as a sentence without a full stop. */
  readonly asks: string;
  /** Names of what does not meet it: the resource, or parts of it such as subnets. `all` is the whole environment. */
  readonly failures: (resource: ExpandedResource, all: readonly ExpandedResource[]) => readonly string[];
  /** Changes of a resource that meets it, each of which makes it fail. */
  readonly breaks: readonly Break[];
}

/** A change that a rule must notice. `all` holds the resource, too; both are copies to change at will. */
export interface Break {
  readonly what: string;
  readonly apply: (resource: ExpandedResource, all: ExpandedResource[]) => void;
}

type Heading = readonly [source: RuleSource, id: string, type: string, asks: string];

/** A rule about members of the resource: path and what must stand there. */
export function members(heading: Heading, conditions: Readonly<Record<string, Condition>>): BaselineRule {
  return {
    ...headed(heading),
    failures: (resource) =>
      Object.entries(conditions).every(([path, { holds }]) => holds(memberAt(resource, path)))
        ? []
        : [ownName(resource)],
    breaks: Object.entries(conditions).map(([path, { broken }]) => ({
      what: path,
      apply: (resource) => {
        setMember(resource, path, broken);
      },
    })),
  };
}

/** A rule about each element of a list, which is called by its `name`. */
export function parts(heading: Heading, list: string, conditions: Readonly<Record<string, Condition>>): BaselineRule {
  const meets = (part: unknown) => Object.entries(conditions).every(([path, { holds }]) => holds(memberAt(part, path)));
  return {
    ...headed(heading),
    failures: (resource) =>
      listAt<{ name?: string }>(resource, list)
        .filter((part) => !meets(part))
        .map((part) => part.name ?? ownName(resource)),
    breaks: Object.entries(conditions).map(([path, { broken }]) => ({
      what: `${list}[].${path}`,
      apply: (resource) => {
        for (const part of listAt<object>(resource, list)) setMember(part, path, broken);
      },
    })),
  };
}

/** A rule that no table of members can say. */
export function custom(
  heading: Heading,
  meets: (resource: ExpandedResource, all: readonly ExpandedResource[]) => boolean,
  breaks: Readonly<Record<string, Break['apply']>>,
): BaselineRule {
  return {
    ...headed(heading),
    failures: (resource, all) => (meets(resource, all) ? [] : [ownName(resource)]),
    breaks: Object.entries(breaks).map(([what, apply]) => ({ what, apply })),
  };
}

/** What an application of `setMember` reads like in a table of breaks. */
export function setting(path: string, value: unknown): Break['apply'] {
  return (resource) => {
    setMember(resource, path, value);
  };
}

function headed([source, id, type, asks]: Heading): Pick<BaselineRule, 'source' | 'id' | 'type' | 'asks'> {
  return { source, id, type, asks };
}
