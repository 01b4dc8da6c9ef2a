import { topics } from '../words/topics';

interface TopicFilterProps {
  readonly label: string;
  readonly every: string;
  readonly topic: string | undefined;
  readonly choose: (topic: string | undefined) => void;
}

/** Narrows a list to one topic. The choice lives in the address, so that it can be sent to a colleague. */
export function TopicFilter({ label, every, topic, choose }: TopicFilterProps) {
  return (
    <label className="filter">
      {label}
      <select className="input" value={topic ?? ''} onChange={(event) => choose(event.target.value || undefined)}>
        <option value="">{every}</option>
        {topics.map((one) => (
          <option key={one}>{one}</option>
        ))}
      </select>
    </label>
  );
}
