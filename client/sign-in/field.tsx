import { type InputHTMLAttributes, useId } from 'react';
import type { Fault } from './ask';

/** A line to fill in, with its label, its hint and what is wrong with it. */
export function Field({
  label,
  hint,
  fault,
  name,
  ...rest
}: { label: string; hint?: string; fault: Fault | undefined; name: string } & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  const wrong = fault?.fields[name];
  const described = [hint ? `${id}-hint` : '', wrong ? `${id}-fault` : ''].filter(Boolean).join(' ');
  return (
    <div className="field" data-invalid={wrong ? true : undefined}>
      <label htmlFor={id}>{label}</label>
      <input
        {...rest}
        id={id}
        name={name}
        className="input"
        aria-invalid={wrong ? true : undefined}
        aria-describedby={described || undefined}
      />
      {hint ? (
        <span id={`${id}-hint`} className="hint">
          {hint}
        </span>
      ) : null}
      {wrong ? (
        <span id={`${id}-fault`} className="fault">
          {wrong}
        </span>
      ) : null}
    </div>
  );
}
