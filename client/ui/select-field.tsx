import { useId } from 'react';

/** One of a few, by the browser's own list: it works with every keyboard and reader. */
export function SelectField({
  label,
  hint,
  options,
  value,
  choose,
  fault,
}: {
  label: string;
  hint?: string | undefined;
  options: readonly { readonly id: string; readonly name: string }[];
  value: string;
  choose: (id: string) => void;
  fault?: string | undefined;
}) {
  const id = useId();
  return (
    <div className="field" data-invalid={fault ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        className="input"
        value={value}
        onChange={(event) => choose(event.target.value)}
        aria-invalid={fault ? true : undefined}
        aria-describedby={fault || hint ? `${id}-more` : undefined}
      >
        {options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
      {fault || hint ? (
        <span id={`${id}-more`} className={fault ? 'fault' : 'hint'}>
          {fault ?? hint}
        </span>
      ) : null}
    </div>
  );
}
