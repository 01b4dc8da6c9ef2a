import { useCallback, useEffect, useState } from 'react';
import { signInWords } from '../words/sign-in-words';
import { ask } from './ask';

const words = signInWords.account;

interface OwnSignIn {
  readonly id: string;
  readonly way: string;
  readonly device: string;
  readonly createdAt: string;
  readonly seenAt: string;
  readonly isThisOne: boolean;
}

const moment = new Intl.DateTimeFormat('ja-JP', {
  month: 'long',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Tokyo',
});

/** Where one is signed in, and the way to end it: there, here or everywhere. */
export function OwnSignIns() {
  const [signIns, setSignIns] = useState<readonly OwnSignIn[]>([]);
  const look = useCallback(async (): Promise<void> => {
    const { body } = await ask<{ signIns: readonly OwnSignIn[] }>('/session/list');
    setSignIns(body?.signIns ?? []);
  }, []);
  useEffect(() => void look(), [look]);
  const end = async (signIn: OwnSignIn): Promise<void> => {
    await ask('/session/end', { id: signIn.id });
    if (signIn.isThisOne) location.assign('/sign-in');
    else await look();
  };
  const endAll = async (): Promise<void> => {
    await ask('/session/end-all', {});
    location.assign('/sign-in');
  };
  return (
    <section className="panel sign-in">
      <h2>{words.list}</h2>
      <ul className="rows">
        {signIns.map((signIn) => {
          const device = signIn.device || words.unknownDevice;
          return (
            <li key={signIn.id} className="row">
              <span>
                <strong>{signIn.isThisOne ? `${words.here}：${device}` : device}</strong>
                <span className="hint line">
                  <span>{words.way[signIn.way]}</span>
                  <span>{words.since(moment.format(new Date(signIn.createdAt)))}</span>
                  <span>{words.seen(moment.format(new Date(signIn.seenAt)))}</span>
                </span>
              </span>
              <button type="button" className="button button-quiet" aria-label={words.endOther(device)} onClick={() => void end(signIn)}>
                {words.end}
              </button>
            </li>
          );
        })}
      </ul>
      <p className="hint">{words.endAllHint}</p>
      <button type="button" className="button" onClick={() => void endAll()}>
        {words.endAll}
      </button>
    </section>
  );
}
