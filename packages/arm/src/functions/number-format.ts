import { ExpressionError } from '../errors.ts';

/** Formats a number with a .NET standard (`N2`, `X8`, `D5`, …) or custom (`0.00`, `#,##0`) format, invariant culture. */
export function formatNumber(value: number, format: string): string {
  const standard = /^([A-Za-z])(\d{0,9})$/.exec(format);
  return standard === null ? formatCustom(value, format) : formatStandard(value, standard[1] ?? '', standard[2] ?? '');
}

function formatStandard(value: number, specifier: string, precision: string): string {
  const digits = precision === '' ? undefined : Number(precision);
  const sign = value < 0 ? '-' : '';
  switch (specifier.toUpperCase()) {
    case 'B':
      return radix(value, 2, digits);
    case 'C':
      return value < 0 ? `(¤${group(fixed(-value, digits ?? 2))})` : `¤${group(fixed(value, digits ?? 2))}`;
    case 'D':
      return sign + String(Math.abs(value)).padStart(digits ?? 0, '0');
    case 'E':
      return exponent(value, digits ?? 6, specifier);
    case 'F':
      return fixed(value, digits ?? 2);
    case 'G':
      return general(value, digits);
    case 'N':
      return sign + group(fixed(Math.abs(value), digits ?? 2));
    case 'P':
      return `${sign}${group(fixed(Math.abs(value) * 100, digits ?? 2))} %`;
    case 'R':
      return String(value);
    case 'X':
      return specifier === 'X' ? radix(value, 16, digits).toUpperCase() : radix(value, 16, digits);
    default:
      throw new ExpressionError(`The number format '${specifier}${precision}' is not valid.`);
  }
}

function radix(value: number, base: 2 | 16, digits = 0): string {
  const bits = value < 0 ? (1n << 64n) + BigInt(value) : BigInt(value);
  return bits.toString(base).padStart(digits, '0');
}

function general(value: number, digits: number | undefined): string {
  if (digits === undefined || digits === 0) return String(value);
  const power = Math.abs(value) >= 10 ** digits ? value.toExponential(digits - 1) : undefined;
  if (power === undefined) return String(Number(value.toPrecision(digits)));
  const [mantissa = '', exponentPart = ''] = power.split('e');
  return `${mantissa.includes('.') ? mantissa.replace(/\.?0+$/, '') : mantissa}E${exponentPart.charAt(0)}${exponentPart.slice(1).padStart(2, '0')}`;
}

function exponent(value: number, digits: number, specifier: string): string {
  const [mantissa = '', power = '+0'] = value.toExponential(digits).split('e');
  return `${mantissa}${specifier}${power.charAt(0)}${power.slice(1).padStart(3, '0')}`;
}

function fixed(value: number, digits: number): string {
  const text = value.toFixed(Math.min(digits, 100));
  return text.padEnd(text.length + Math.max(digits - 100, 0), '0');
}

function group(text: string): string {
  const [whole = '', decimals] = text.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return decimals === undefined ? grouped : `${grouped}.${decimals}`;
}

/** Custom formats: sections for positive, negative and zero; `0`, `#`, `.`, `,`, `%` and quoted text. */
function formatCustom(value: number, format: string): string {
  const sections = splitSections(format);
  const zero = value === 0 && sections.length > 2 ? sections[2] : undefined;
  const negative = value < 0 && sections.length > 1 && sections[1] !== '' ? sections[1] : undefined;
  const section = zero ?? negative ?? sections[0] ?? '';
  const sign = value < 0 && negative === undefined ? '-' : '';
  return sign + applyCustom(Math.abs(value), section);
}

function splitSections(format: string): readonly string[] {
  return format.match(/(?:'[^']*'|"[^"]*"|\\.|[^;])+|(?<=;|^)(?=;|$)/g) ?? [format];
}

const CUSTOM_TOKEN = /'([^']*)'|"([^"]*)"|\\(.)|([\s\S])/g;

function applyCustom(value: number, section: string): string {
  const tokens = [...section.matchAll(CUSTOM_TOKEN)].map((match) =>
    match[4] === undefined
      ? { text: match[1] ?? match[2] ?? match[3] ?? '', plain: true }
      : { text: match[4], plain: false },
  );
  const symbols = tokens
    .filter((token) => !token.plain)
    .map((token) => token.text)
    .join('');
  const [wholeFormat = '', decimalFormat = ''] = symbols.replaceAll(/[^0#.,]/g, '').split(/\.(.*)/s);
  const scaled = symbols.includes('%') ? value * 100 : value;
  const thousands = /,+$/.exec(wholeFormat)?.[0].length ?? 0;
  const decimals = decimalFormat.replaceAll(/[.,]/g, '');
  const rounded = (scaled / 1000 ** thousands).toFixed(decimals.length);
  const [whole = '', fractionDigits = ''] = rounded.split('.');
  const wholePlaces = wholeFormat.replaceAll(',', '');
  const minimum = wholePlaces.includes('0') ? wholePlaces.length - wholePlaces.indexOf('0') : 0;
  let digits = (whole === '0' ? '' : whole).padStart(minimum, '0');
  if (/[0#],+[0#]/.test(wholeFormat)) digits = group(digits);
  const keep = decimals.lastIndexOf('0') + 1;
  const kept = fractionDigits.slice(0, keep) + fractionDigits.slice(keep).replace(/0+$/, '');
  const body = kept === '' ? digits : `${digits}.${kept}`;
  return weave(tokens, body);
}

/** Puts the formatted number where the first digit place stands and keeps the other characters around it. */
function weave(tokens: readonly { readonly text: string; readonly plain: boolean }[], body: string): string {
  let result = '';
  let written = false;
  for (const token of tokens) {
    if (token.plain || !'0#.,'.includes(token.text)) result += token.text;
    else if (!written) {
      result += body;
      written = true;
    }
  }
  return result;
}
