import type { Problem } from '../graphql/problem';
import { TextField } from '../ui/text-field';
import { seriesWords as words } from '../words/series-words';

/** `HH:MM`, or empty. */
export interface Hours {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** From when until when, side by side. */
export function HoursFields({ hours, set, problem }: { hours: Hours; set: (hours: Hours) => void; problem: Problem | undefined }) {
  const { startsAt, endsAt } = hours;
  return (
    <div className="hours">
      <TextField
        label={words.startsAt}
        type="time"
        value={startsAt}
        onChange={(value) => set({ startsAt: value, endsAt })}
        fault={problem?.fields.startsAt}
      />
      <TextField
        label={words.endsAt}
        type="time"
        value={endsAt}
        onChange={(value) => set({ startsAt, endsAt: value })}
        fault={problem?.fields.endsAt}
      />
    </div>
  );
}
