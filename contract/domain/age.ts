/** From this age on nobody has to agree for a person (the service's Terms). */
export const adultYears = 18;

const oldestYears = 130;

/** Whole years from an ISO calendar date to a moment, counted in UTC; negative for a date to come. Who was born on 29 February has a birthday on 1 March. */
export function ageInYears(birthDate: string, nowMs: number): number {
  const [year = 0, month = 1, day = 1] = birthDate.split('-').map(Number);
  const now = new Date(nowMs);
  const hadBirthday = now.getUTCMonth() + 1 > month || (now.getUTCMonth() + 1 === month && now.getUTCDate() >= day);
  return now.getUTCFullYear() - year - (hadBirthday ? 0 : 1);
}

/** Whether a birth date asks for a guardian's word, needs none, or can be nobody's (also when it is no date of the calendar). */
export function judgeAge(birthDate: string, nowMs: number): 'adult' | 'minor' | 'impossible' {
  const years = ageInYears(birthDate, nowMs);
  if (!isCalendarDate(birthDate) || years < 0 || years > oldestYears) return 'impossible';
  return years < adultYears ? 'minor' : 'adult';
}

/** 30 February is read as 2 March by the language; it comes back as another day. */
function isCalendarDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
