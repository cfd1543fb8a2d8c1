/** Whole years between an ISO calendar date and a moment (milliseconds since 1970), both in UTC; negative for a date to come. */
export function ageInYears(birthDate: string, nowMs: number): number {
  const today = new Date(nowMs).toISOString().slice(0, 10);
  const years = Number(today.slice(0, 4)) - Number(birthDate.slice(0, 4));
  return today.slice(5) < birthDate.slice(5) ? years - 1 : years;
}
