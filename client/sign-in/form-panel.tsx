import type { ReactNode } from 'react';
import { signInWords as words } from '../words/sign-in-words';
import type { Form } from './use-form';

/** One thing to do: what it is, what is wrong so far, the fields, and one button. */
export function FormPanel({
  title,
  submit,
  form,
  children,
  after,
  isPart = false,
}: {
  title: string;
  submit: string;
  form: Form;
  children: ReactNode;
  after?: ReactNode;
  /** One of several on its page. */
  isPart?: boolean;
}) {
  return (
    <section className="panel sign-in">
      {isPart ? <h2>{title}</h2> : <h1>{title}</h1>}
      {form.fault ? (
        <p className="note note-problem" role="alert">
          <span>
            <span aria-hidden="true">▲ </span>
            {form.fault.message}
          </span>
        </p>
      ) : null}
      <form ref={form.ref} onSubmit={form.submit} noValidate>
        {children}
        <button type="submit" className="button button-main" aria-disabled={form.busy}>
          {form.busy ? words.wait : submit}
        </button>
      </form>
      {after}
    </section>
  );
}
