import { useEffect, useState } from 'react';
import { signInWords } from '../words/sign-in-words';
import { type Answer, ask } from './ask';
import { Field } from './field';
import { FormPanel } from './form-panel';
import { QrCode } from './qr-code';
import { useDoor } from './use-form';

const words = signInWords.enrol;

interface Offer {
  readonly secret: string;
  readonly code: readonly (readonly boolean[])[];
}

/** An authenticator app for one's account, then the recovery codes, once. */
export function EnrolStep({ forced, done }: { forced: boolean; done: () => void }) {
  const [offer, setOffer] = useState<Answer<Offer>>();
  const [codes, setCodes] = useState<readonly string[]>();
  useEffect(() => {
    void ask<Offer>('/session/second-factor/offer', {}).then(setOffer);
  }, []);
  if (codes) return <RecoveryCodes codes={codes} done={done} />;
  if (!offer) return null;
  if (offer.fault)
    return (
      <section className="panel sign-in" role="alert">
        <h1>{words.title}</h1>
        <p>{offer.fault.message}</p>
        <button type="button" className="button" onClick={done}>
          {words.later}
        </button>
      </section>
    );
  return <Confirm offer={offer.body} forced={forced} confirmed={setCodes} later={done} />;
}

function Confirm({
  offer,
  forced,
  confirmed,
  later,
}: {
  offer: Offer;
  forced: boolean;
  confirmed: (codes: readonly string[]) => void;
  later: () => void;
}) {
  const form = useDoor<{ recoveryCodes: readonly string[] }>('/session/second-factor/confirm', ({ recoveryCodes }) =>
    confirmed(recoveryCodes),
  );
  return (
    <FormPanel
      title={words.title}
      submit={words.submit}
      form={form}
      after={
        <button type="button" className="button button-quiet" onClick={later}>
          {words.later}
        </button>
      }
    >
      {forced ? <p>{words.forced}</p> : null}
      <p>{words.how}</p>
      <QrCode rows={offer.code} label={words.qr} />
      <p>
        <span className="hint">{words.byHand}</span>
        <br />
        <code className="seed">{offer.secret.match(/.{1,4}/g)?.join(' ')}</code>
      </p>
      <Field label={words.code} name="code" fault={form.fault} inputMode="numeric" autoComplete="one-time-code" autoFocus />
    </FormPanel>
  );
}

function RecoveryCodes({ codes, done }: { codes: readonly string[]; done: () => void }) {
  return (
    <section className="panel sign-in">
      <h1>{words.codesTitle}</h1>
      <p>{words.codesHow}</p>
      <ol className="recovery">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="sign-in-ways">
        <button type="button" className="button button-main" onClick={done}>
          {words.kept}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          {words.print}
        </button>
      </p>
    </section>
  );
}
