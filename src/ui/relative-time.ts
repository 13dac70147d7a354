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

/** "today", "yesterday", "3 days ago" by the calendar of the person's own time zone; months and years where it is long ago. */
export function relativeDay(date: Date, now: number, language: string): string {
  const days = Math.round((midnight(date) - midnight(new Date(now))) / 86_400_000);
  if (Math.abs(days) > 30) return relativeTime(date, now, language);
  return new Intl.RelativeTimeFormat(language, {numeric: 'auto'}).format(days, 'day');
}

const midnight = (date: Date): number =>
  Date.UTC(date.getFullYear(), date.getMonth(), date.getDate());
