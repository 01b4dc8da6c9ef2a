/** The city's calendar is Japan's: a day begins at midnight in Asia/Tokyo wherever the machine stands. */
export const CITY_ZONE = 'Asia/Tokyo';

const day = new Intl.DateTimeFormat('sv-SE', { timeZone: CITY_ZONE, year: 'numeric', month: '2-digit', day: '2-digit' });

/** Today's date in the city, ISO. */
export function today(now: Date = new Date()): string {
  return day.format(now);
}
