import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type Answer, ask, type Fault } from './ask';

/** A form that is sent to a door of the hub: busy while it is, then either done or told what is wrong, at its field where there is one. */
export interface Form {
  readonly busy: boolean;
  readonly fault: Fault | undefined;
  readonly ref: React.RefObject<HTMLFormElement | null>;
  submit(event: FormEvent<HTMLFormElement>): void;
  setFault(fault: Fault | undefined): void;
}

/** `send` may look at the fields first, and refuse with a fault of its own. */
export function useForm<Body>(send: (fields: Record<string, string>) => Promise<Answer<Body>>, done: (body: Body) => void): Form {
  const [busy, setBusy] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const ref = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (fault) ref.current?.querySelector<HTMLElement>('[aria-invalid="true"], input')?.focus();
  }, [fault]);
  const submit = async (event: FormEvent<HTMLFormElement>): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const fields = Object.fromEntries([...new FormData(event.currentTarget)].map(([name, value]) => [name, String(value)]));
    setBusy(true);
    setFault(undefined);
    const answer = await send(fields);
    setBusy(false);
    if (answer.fault) setFault(answer.fault);
    else done(answer.body);
  };
  return { busy, fault, ref, submit: (event) => void submit(event), setFault };
}

/** A form whose fields go to one door as they are. */
export function useDoor<Body>(path: string, done: (body: Body) => void, more: Readonly<Record<string, string>> = {}): Form {
  return useForm<Body>((fields) => ask<Body>(path, { ...fields, ...more }), done);
}
