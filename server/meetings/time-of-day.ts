import { Invalid } from '#server/kernel/problem';

const time = /^([01]\d|2[0-3]):[0-5]\d$/u;

/** From when until when, as the city's clock has it: '13:30'. */
interface Hours {
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** A planned time of day and its end: both or neither. Throws `Invalid` for what is no time, or ends before it begins. */
export function hoursOf({ startsAt, endsAt }: { readonly startsAt?: string | null; readonly endsAt?: string | null }): Hours {
  if (!startsAt && !endsAt) return { startsAt: null, endsAt: null };
  for (const [field, value] of Object.entries({ startsAt, endsAt }))
    if (!value || !time.test(value))
      throw new Invalid('時刻に直すところがあります。', { [field]: '13:30 の形で、始まりと終わりの両方を入れてください。' });
  if (startsAt && endsAt && startsAt >= endsAt)
    throw new Invalid('時刻に直すところがあります。', { endsAt: '始まりより後にしてください。' });
  return { startsAt: startsAt ?? null, endsAt: endsAt ?? null };
}

/** A column of such a time on row `t`, without its seconds, as SQL. */
export const minutesOf = (column: string) => (t: string) => `left(${t}.${column}::text, 5)`;
