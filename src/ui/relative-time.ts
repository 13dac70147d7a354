const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];

/** "3 hours ago" in a language; "now" for what is less than a minute old. */
export function relativeTime(date: Date, now: number, language: string): string {
  const elapsed = date.getTime() - now;
  const format = new Intl.RelativeTimeFormat(language, {numeric: 'auto'});
  for (const [unit, size] of UNITS) {
    if (Math.abs(elapsed) >= size) return format.format(Math.trunc(elapsed / size), unit);
  }
  return format.format(0, 'second');
}
