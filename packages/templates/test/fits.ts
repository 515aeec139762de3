/** A type as ARM templates declare it: inline, or by `$ref` into `definitions`. */
interface DeclaredType {
  readonly $ref?: string;
  readonly type?: string;
  readonly nullable?: boolean;
  readonly properties?: Readonly<Record<string, DeclaredType>>;
  readonly additionalProperties?: DeclaredType | false;
  readonly items?: DeclaredType;
  readonly allowedValues?: readonly unknown[];
}

/**
 * What is wrong with a value for a declared type, by path. Stricter than ARM: a member that the type does not name is
 * wrong, since nothing in the template can read it.
 */
export function misfits(value: unknown, declared: DeclaredType, definitions: object, path: string): readonly string[] {
  const { $ref, nullable } = declared;
  if ($ref !== undefined) {
    const target = (definitions as Record<string, DeclaredType>)[$ref.replace('#/definitions/', '')];
    if (target === undefined) return [`${path}: ${$ref} is not defined`];
    return misfits(value, { ...target, ...(nullable === undefined ? {} : { nullable }) }, definitions, path);
  }
  if (value === null || value === undefined) return nullable === true ? [] : [`${path}: missing`];
  if (declared.allowedValues?.includes(value) === false) return [`${path}: ${JSON.stringify(value)} is not allowed`];
  switch (declared.type?.toLowerCase().replace('secure', '')) {
    case 'string':
      return typeof value === 'string' ? [] : [`${path}: not a string`];
    case 'int':
      return Number.isInteger(value) ? [] : [`${path}: not a whole number`];
    case 'bool':
      return typeof value === 'boolean' ? [] : [`${path}: not a boolean`];
    case 'array':
      if (!Array.isArray(value)) return [`${path}: not an array`];
      return value.flatMap((item, i) => misfits(item, declared.items ?? {}, definitions, `${path}[${i}]`));
    case 'object':
      return misfitsOfMembers(value, declared, definitions, path);
    case undefined:
    default:
      return [];
  }
}

function misfitsOfMembers(value: object, declared: DeclaredType, definitions: object, path: string): readonly string[] {
  const { properties = {}, additionalProperties } = declared;
  const members = value as Record<string, unknown>;
  const known = Object.entries(properties).flatMap(([name, type]) =>
    misfits(members[name], type, definitions, `${path}.${name}`),
  );
  const others = Object.entries(members)
    .filter(([name]) => !(name in properties))
    .flatMap(([name, member]) => {
      if (additionalProperties === undefined || additionalProperties === false) return [`${path}.${name}: unknown`];
      return misfits(member, additionalProperties, definitions, `${path}.${name}`);
    });
  return [...known, ...others];
}
