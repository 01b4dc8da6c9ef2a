import { useCallback, useEffect, useState } from 'react';
import { signInWords } from '../words/sign-in-words';
import { ask, type Here, type Session } from './ask';
import { EnrolStep } from './enrol-step';
import { Field } from './field';
import { FormPanel } from './form-panel';
import { OwnSignIns } from './own-sign-ins';
import { useForm } from './use-form';

const words = signInWords.account;

/** One's own sign-ins, password and authenticator app. */
export function Account() {
  const [session, setSession] = useState<Session>();
  const [isEnrolling, enrol] = useState(false);
  const look = useCallback(async (): Promise<void> => {
    const { body } = await ask<Here>('/session');
    if (body?.isSignedIn) setSession(body);
    else location.assign('/sign-in');
  }, []);
  useEffect(() => void look(), [look]);
  if (!session) return null;
  if (isEnrolling)
    return (
      <EnrolStep
        forced={false}
        done={() => {
          enrol(false);
          void look();
        }}
      />
    );
  return (
    <>
      <div className="sign-in">
        <h1>{words.title}</h1>
        <p>
          {words.who(session.name)}　<a href="/">{words.toHub}</a>
        </p>
      </div>
      <OwnSignIns />
      {session.way === 'LOCAL' ? (
        <>
          <section className="panel sign-in">
            <h2>{words.factor}</h2>
            <p>{session.hasSecondFactor ? words.has : words.hasNone}</p>
            <button type="button" className="button" onClick={() => enrol(true)}>
              {session.hasSecondFactor ? words.replaceFactor : words.setFactor}
            </button>
          </section>
          <ChangePassword />
        </>
      ) : null}
    </>
  );
}

function ChangePassword() {
  const [isDone, setDone] = useState(false);
  const { setup } = signInWords;
  const form = useForm<unknown>(
    async ({ again, ...fields }) =>
      again === fields.next
        ? ask('/session/password', fields)
        : { fault: { code: 'INVALID', message: setup.differs, fields: { again: setup.differs } } },
    () => {
      setDone(true);
      form.ref.current?.reset();
    },
  );
  return (
    <FormPanel
      isPart
      title={words.changePassword}
      submit={words.change}
      form={form}
      after={isDone ? <p role="status">{words.changed}</p> : null}
    >
      <Field label={words.current} name="current" type="password" fault={form.fault} autoComplete="current-password" />
      <Field label={setup.password} hint={setup.passwordHint} name="next" type="password" fault={form.fault} autoComplete="new-password" />
      <Field label={setup.again} name="again" type="password" fault={form.fault} autoComplete="new-password" />
    </FormPanel>
  );
}
