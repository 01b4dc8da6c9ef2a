import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { Button } from '../ui/button';
import { TextField } from '../ui/text-field';
import { accessWords } from '../words/access-words';
import { administrationWords } from '../words/administration-words';
import { eraDate } from '../words/era-date';
import type { Simulation, SimulatorChoices } from './access-document';

const words = accessWords.form;

interface FormProps {
  readonly choices: SimulatorChoices;
  readonly asked: Simulation;
  readonly ask: (simulation: Simulation) => void;
}

/** Who looks, at which conference, at which case. What is asked goes into the address: it can be sent to a colleague who may ask it, too. */
export function SimulationForm({ choices, asked, ask }: FormProps) {
  const [form, setForm] = useState<Simulation>(asked);
  const [fault, setFault] = useState<string>();
  const set = (change: Partial<Record<keyof Simulation, string>>): void => setForm({ ...form, ...change } as Simulation);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const isNamed = Boolean(form.case?.trim());
    setFault(isNamed ? undefined : words.caseMissing);
    if (isNamed) ask(form);
  };
  const isStaff = (form.audience ?? 'STAFF') === 'STAFF';
  const sessions = choices.sessions.filter(({ kind }) => kind === form.kind);
  return (
    <form className="panel simulation" onSubmit={send} noValidate>
      <TextField
        label={words.case}
        hint={words.caseHint}
        value={form.case ?? ''}
        onChange={(value) => set({ case: value })}
        fault={fault}
        isRequired
      />
      <Select label={words.audience} value={form.audience ?? 'STAFF'} choose={(audience) => set({ audience })}>
        {options(accessWords.audience)}
      </Select>
      <Select label={words.team} value={form.team ?? ''} choose={(team) => set({ team })} isIdle={!isStaff}>
        <option value="">{words.noTeam}</option>
        {choices.teams.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
      <Select label={words.role} value={form.role ?? ''} choose={(role) => set({ role })} isIdle={!isStaff}>
        <option value="">{words.noRole}</option>
        {options(administrationWords.role)}
      </Select>
      <Select label={words.conference} value={form.kind ?? ''} choose={(kind) => set({ kind, session: '' })}>
        <option value="">{words.noConference}</option>
        {options(accessWords.kind)}
      </Select>
      <Select label={words.session} value={form.session ?? ''} choose={(session) => set({ session })} isIdle={!form.kind}>
        <option value="">{words.noSession}</option>
        {sessions.map(({ id, title, heldOn }) => (
          <option key={id} value={id}>
            {eraDate(heldOn)} {title}
          </option>
        ))}
      </Select>
      <label className="check">
        <input
          type="checkbox"
          checked={form.attends !== 'no'}
          disabled={!form.kind || !isStaff}
          onChange={(event) => setForm(withAttendance(form, event.target.checked))}
        />
        {words.attends}
      </label>
      <Button type="submit" weight="main">
        {words.check}
      </Button>
    </form>
  );
}

function withAttendance({ attends: _, ...form }: Simulation, attends: boolean): Simulation {
  return attends ? form : { ...form, attends: 'no' };
}

function options(names: Readonly<Record<string, string>>): ReactNode {
  return Object.entries(names).map(([key, name]) => (
    <option key={key} value={key}>
      {name}
    </option>
  ));
}

interface SelectProps {
  readonly label: string;
  readonly value: string;
  readonly choose: (value: string) => void;
  /** Says nothing for what is chosen elsewhere. */
  readonly isIdle?: boolean;
  readonly children: ReactNode;
}

function Select({ label, value, choose, isIdle = false, children }: SelectProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} disabled={isIdle} onChange={(event) => choose(event.target.value)}>
        {children}
      </select>
    </div>
  );
}
