/** Milliseconds of an ISO 8601 duration of days and less. The schema has checked its form. */
export function milliseconds(duration: string): number {
  const [, days, hours, minutes, seconds] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(duration) ?? [];
  const whole = ((Number(days ?? 0) * 24 + Number(hours ?? 0)) * 60 + Number(minutes ?? 0)) * 60;
  return Math.round((whole + Number(seconds ?? 0)) * 1000);
}

/** A span of milliseconds as a test file writes it: `PT1M30S`. */
export function durationText(span: number): string {
  const [minutes, seconds] = [Math.trunc(span / 60_000), (span % 60_000) / 1000];
  return minutes === 0 ? `PT${seconds}S` : `PT${minutes}M${seconds === 0 ? '' : `${seconds}S`}`;
}
