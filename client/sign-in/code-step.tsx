import { signInWords } from '../words/sign-in-words';
import { Field } from './field';
import { FormPanel } from './form-panel';
import { useDoor } from './use-form';

const words = signInWords.code;

/** The second factor: after a password (`ticket`), or later, in a sign-in that has none yet. */
export function CodeStep({ ticket, done, again, skip }: { ticket?: string; done: () => void; again: () => void; skip?: () => void }) {
  const form = useDoor<unknown>(ticket ? '/sign-in/second-factor' : '/session/step-up', done, ticket ? { ticket } : {});
  const isOver = form.fault?.code === 'UNAUTHENTICATED';
  return (
    <FormPanel
      title={words.title}
      submit={words.submit}
      form={form}
      after={
        <p className="sign-in-ways">
          {ticket || isOver ? (
            <button type="button" className="button button-quiet" onClick={again}>
              {signInWords.cancel}
            </button>
          ) : null}
          {skip ? (
            <button type="button" className="button button-quiet" onClick={skip}>
              {words.skip}
            </button>
          ) : null}
        </p>
      }
    >
      <p>{words.how}</p>
      {ticket ? null : <p>{words.why}</p>}
      <Field label={words.code} name="code" fault={form.fault} inputMode="text" autoComplete="one-time-code" autoFocus />
    </FormPanel>
  );
}
