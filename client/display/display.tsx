import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { wholeFace } from '../ui/fonts-ready';
import { looks, useLook } from '../ui/look';
import { nextStep, useOwnStep } from '../ui/own-step';
import { useKeys } from '../ui/use-keys';
import { announcement } from './announcement';
import { Board } from './board';
import type { BoardSession } from './board-document';
import { BoardFooter } from './board-footer';
import { EndedCard } from './ended-card';
import { usePainted } from './painted';
import { PairingCard } from './pairing-card';
import type { DisplayState, RunningDisplay } from './run-display';
import { StepNote } from './step-note';
import { usePicture } from './use-picture';
import { useReadings } from './use-readings';

/** The wall: its code, its board, its end. Reads only; it holds no document that could change anything. */
export function Display({ running }: { running: RunningDisplay }) {
  const state = useSyncExternalStore(running.hear, running.state);
  useLookKey();
  switch (state.stage) {
    case 'opening':
      return <main className="board" />;
    case 'pairing':
      return <PairingCard pairing={state.pairing} trouble={state.trouble} />;
    case 'ended':
      return <EndedCard why={state.why} again={state.again} />;
    case 'board':
      return <LiveBoard state={state} />;
  }
}

/** T: light, dark, high contrast. Nobody types on a wall; it has this key and the one for the text. */
function useLookKey(): void {
  const [look, choose] = useLook();
  useKeys({ KeyT: () => choose(looks[(looks.indexOf(look) + 1) % looks.length] ?? 'light') });
}

function LiveBoard({ state }: { state: Extract<DisplayState, { stage: 'board' }> }) {
  const { token, frame, contact, lostAt } = state;
  const session = usePicture(frame?.session);
  const spoken = useSpoken(session);
  usePainted(token, frame?.seq);
  useWholeFace(frame !== undefined);
  const [step, choose] = useOwnStep();
  const [told, tell] = useState(0);
  useKeys({
    KeyZ: () => {
      choose(nextStep(step));
      tell(told + 1);
    },
  });
  const readings = useReadings(token, Boolean(session && session.furigana !== 'OFF'));
  return (
    <div data-seq={frame?.seq} data-contact={contact}>
      <Board session={session} lettering={step && { textStep: step }} readings={readings}>
        {told > 0 ? <StepNote key={told} step={step} /> : null}
        <BoardFooter contact={contact} lostAt={lostAt} />
      </Board>
      <p className="board-spoken" role="status" aria-live="polite">
        {spoken}
      </p>
    </div>
  );
}

/** Once the board stands, whatever kanji may come is fetched beforehand, not in the middle of a meeting. */
function useWholeFace(stands: boolean): void {
  useEffect(() => {
    if (stands) void wholeFace();
  }, [stands]);
}

/** What changed with this frame, said once. */
function useSpoken(session: BoardSession | null | undefined): string {
  const before = useRef<BoardSession | null>(null);
  const [spoken, say] = useState('');
  useEffect(() => {
    if (session === undefined) return;
    const sentence = announcement(before.current, session);
    before.current = session;
    if (sentence) say(sentence);
  }, [session]);
  return spoken;
}
