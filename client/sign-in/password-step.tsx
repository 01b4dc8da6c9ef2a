import { useEffect, useState } from 'react';
import { signInWords } from '../words/sign-in-words';
import { ask } from './ask';
import { Field } from './field';
import { FormPanel } from './form-panel';
import type { Next } from './next';
import { useDoor } from './use-form';

const words = signInWords.password;

/** ID and password, or the city's own way in where there is one. */
export function PasswordStep({ note, next }: { note: string | undefined; next: (answer: Next) => void }) {
  const form = useDoor<Next>('/sign-in', next);
  const [oidc, setOidc] = useState(false);
  useEffect(() => {
    void ask<{ oidc: boolean }>('/sign-in/ways').then((answer) => setOidc(answer.body?.oidc ?? false));
  }, []);
  return (
    <>
      {note ? (
        <p className="note sign-in" role="alert">
          {note}
        </p>
      ) : null}
      <FormPanel title={words.title} submit={words.submit} form={form} after={<Others oidc={oidc} />}>
        <Field
          label={words.login}
          hint={words.loginHint}
          name="login"
          fault={form.fault}
          autoComplete="username"
          autoCapitalize="none"
          autoFocus
        />
        <Field label={words.password} name="password" type="password" fault={form.fault} autoComplete="current-password" />
      </FormPanel>
    </>
  );
}

function Others({ oidc }: { oidc: boolean }) {
  return (
    <>
      {oidc ? (
        <p className="sign-in-or">
          <span className="hint">{words.or}</span>
          <a className="button" href="/sign-in/oidc">
            {words.oidc}
          </a>
        </p>
      ) : null}
      <p className="hint">{words.help}</p>
      <p className="hint">
        {words.display} <a href="/display">{words.openDisplay}</a>
      </p>
    </>
  );
}
