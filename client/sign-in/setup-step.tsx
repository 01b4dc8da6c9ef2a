import { useEffect, useState } from 'react';
import { signInWords } from '../words/sign-in-words';
import { type Answer, ask, type Fault } from './ask';
import { Field } from './field';
import { FormPanel } from './form-panel';
import { useForm } from './use-form';

const words = signInWords.setup;

type Kind = { readonly kind: 'FIRST' } | { readonly kind: 'PERSON'; readonly name: string; readonly login: string };

/** An account with a setup link: who one is, as far as the hub does not know it yet, and a password. */
export function SetupStep({ token, done }: { token: string; done: () => void }) {
  const [look, setLook] = useState<Answer<Kind>>();
  useEffect(() => {
    void ask<Kind>('/sign-in/setup/look', { token }).then(setLook);
  }, [token]);
  if (!look) return null;
  if (look.fault)
    return (
      <section className="panel sign-in" role="alert">
        <h1>{words.title}</h1>
        <p>{look.fault.message}</p>
        <a href="/sign-in">{signInWords.password.title}</a>
      </section>
    );
  return <SetupForm kind={look.body} token={token} done={done} />;
}

function SetupForm({ kind, token, done }: { kind: Kind; token: string; done: () => void }) {
  const form = useForm<unknown>(
    async ({ again, ...fields }) => (again === fields.password ? ask('/sign-in/setup', { ...fields, token }) : { fault: differing }),
    done,
  );
  const isFirst = kind.kind === 'FIRST';
  return (
    <FormPanel title={words.title} submit={words.submit} form={form}>
      {isFirst ? (
        <>
          <p>{words.first}</p>
          <Field label={words.name} name="name" fault={form.fault} autoComplete="name" autoFocus />
          <Field label={words.login} hint={words.loginHint} name="login" fault={form.fault} autoComplete="username" autoCapitalize="none" />
        </>
      ) : (
        <>
          <p>{words.person(kind.name)}</p>
          <p>{words.yourLogin(kind.login)}</p>
          <input type="hidden" name="username" autoComplete="username" value={kind.login} readOnly />
          <Field
            label={words.code}
            hint={words.codeHint}
            name="code"
            fault={form.fault}
            autoComplete="off"
            autoCapitalize="none"
            autoFocus
          />
        </>
      )}
      <Field
        label={words.password}
        hint={words.passwordHint}
        name="password"
        type="password"
        fault={form.fault}
        autoComplete="new-password"
      />
      <Field label={words.again} name="again" type="password" fault={form.fault} autoComplete="new-password" />
    </FormPanel>
  );
}

const differing: Fault = { code: 'INVALID', message: words.differs, fields: { again: words.differs } };
