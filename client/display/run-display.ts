import { backOff } from '../graphql/back-off';
import { pause } from '../graphql/pause';
import { type BoardFrame, type Contact, watchBoard } from '../graphql/watch-board';
import { type BoardSession, boardDisplay, boardDisplayName } from './board-document';
import { type Pairing, type PairingState, pairingState, requestPairing } from './pairing';

/** What the wall shows. `ended` holds no content: whatever stood there is gone from memory too. */
export type DisplayState =
  | { readonly stage: 'opening' }
  | { readonly stage: 'pairing'; readonly pairing?: Pairing; readonly trouble: boolean }
  | {
      readonly stage: 'board';
      readonly token: string;
      readonly contact: Contact;
      readonly lostAt: Date;
      readonly frame?: BoardFrame<BoardSession>;
    }
  | { readonly stage: 'ended'; readonly why: 'revoked' | 'expired'; readonly again: () => void };

const TOKEN = 'display-token';
const ASK_EVERY_MS = 1_000;
/** How long a wall that may be paired already stands empty before it says what it is. */
const QUIET_MS = 1_000;

/** A display that runs: what it shows now, and whom it tells when that changes. */
export interface RunningDisplay {
  readonly state: () => DisplayState;
  /** Returns the way to hear no more. */
  readonly hear: (changed: () => void) => () => void;
}

/** Runs a display as long as its page is there, from its code on the wall to the end of its permission, and again. It starts before there is anything to paint with. */
export function runDisplay(): RunningDisplay {
  const hearers = new Set<() => void>();
  let state: DisplayState = sessionStorage.getItem(TOKEN) ? { stage: 'opening' } : { stage: 'pairing', trouble: false };
  const report = (next: DisplayState): void => {
    state = next;
    for (const changed of hearers) changed();
  };
  setTimeout(() => state.stage === 'opening' && report({ stage: 'pairing', trouble: false }), QUIET_MS);
  void (async () => {
    for (;;) {
      const { token, session } = await paired(report);
      const why = await followed(token, session, report);
      sessionStorage.removeItem(TOKEN);
      await new Promise<void>((again) => report({ stage: 'ended', why, again }));
    }
  })();
  return {
    state: () => state,
    hear: (changed) => {
      hearers.add(changed);
      return () => hearers.delete(changed);
    },
  };
}

/** Resolves when a facilitator has confirmed the code; a token from before a reload is good too. */
async function paired(report: (state: DisplayState) => void): Promise<{ token: string; session: string }> {
  let pairing: Pairing | undefined;
  for (let failures = 0; ; ) {
    try {
      const token = sessionStorage.getItem(TOKEN) ?? pairing?.token;
      const { state, session } = token ? await pairingState(token) : ({ state: 'expired' } as PairingState);
      if (token && state === 'paired' && session) {
        sessionStorage.setItem(TOKEN, token);
        return { token, session };
      }
      if (state !== 'waiting') {
        sessionStorage.removeItem(TOKEN);
        pairing = await requestPairing();
      }
      failures = 0;
      report({ stage: 'pairing', pairing, trouble: false });
      await pause(ASK_EVERY_MS);
    } catch {
      report({ stage: 'pairing', pairing, trouble: true });
      await pause(backOff(failures++));
    }
  }
}

/** Follows the board until the server says that this display may no longer; resolves with the reason. */
function followed(token: string, session: string, report: (state: DisplayState) => void): Promise<'revoked' | 'expired'> {
  return new Promise((resolve) => {
    let state: Extract<DisplayState, { stage: 'board' }> = { stage: 'board', token, contact: 'connecting', lostAt: new Date() };
    const turn = (change: Partial<typeof state>): void => {
      state = { ...state, ...change };
      report(state);
    };
    const stop = watchBoard<BoardSession>({
      query: boardDisplay,
      name: boardDisplayName,
      session,
      credentials: { display: token },
      onFrame: (frame) => turn({ frame }),
      onContact: (contact) => turn({ contact, lostAt: new Date() }),
      mayGoOn: async () => {
        const now = await pairingState(token);
        if (now.state === 'paired') return true;
        stop();
        resolve(now.state === 'revoked' ? 'revoked' : 'expired');
        return false;
      },
    });
    turn({});
  });
}
