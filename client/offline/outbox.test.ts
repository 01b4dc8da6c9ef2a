import { describe, expect, it } from 'vitest';
import { isAsSeen } from '../console/conflict-rows';
import { rowOf } from '../console/may-wait';
import type { Row } from '../graphql/problem';
import { Drafts } from './drafts';
import { type Drawer, nothingKept } from './kept';
import { type Edit, Outbox, type Sent } from './outbox';

/** A hub with one row and a line that can be cut, before or after a request arrives. */
function aHub(title = 'はじめ') {
  const row = { id: 'a', title, version: 1 };
  const answered = new Map<string, Sent>();
  const hub = {
    row,
    line: 'up' as 'up' | 'cut' | 'answers get lost' | 'signed out',
    effects: [] as string[],
    whose: async () => (hub.line === 'cut' ? 'lost' : hub.line === 'signed out' ? 'ended' : 'mine') as 'mine' | 'lost' | 'ended',
    async send({ key, change, input }: Edit): Promise<Sent> {
      if (hub.line === 'cut') return { state: 'lost' };
      if (hub.line === 'signed out') return { state: 'ended' };
      const sent = answered.get(key) ?? decide(change, input);
      if (sent.state === 'sent') answered.set(key, sent);
      return hub.line === 'answers get lost' ? { state: 'lost' } : sent;
    },
  };
  const decide = (change: string, input: Row): Sent => {
    if (change === 'AddNote') return done(`+${input.title}`, undefined);
    if (input.version !== row.version) return { state: 'conflict', current: { ...row }, yours: { ...input } };
    row.title = String(input.title);
    row.version += 1;
    return done(row.title, { id: row.id, version: row.version });
  };
  const done = (effect: string, changed: { id: string; version: number } | undefined): Sent => {
    hub.effects.push(effect);
    return { state: 'sent', answer: effect, row: changed };
  };
  return hub;
}

function aDrawer() {
  const rows = new Map<string, unknown>();
  const drawer: Drawer = {
    all: async () => [...rows],
    put: (_store, id, value) => void rows.set(id, value),
    remove: (_store, id) => void rows.delete(id),
    empty: () => rows.clear(),
  };
  return { rows, drawer };
}

const boxOver = (hub: ReturnType<typeof aHub>, drawer = aDrawer().drawer) =>
  new Outbox({ drawer, send: hub.send, whose: hub.whose, rowOf, isAsSeen });
const reword = (title: string, seen: string, version = 1) => ({
  change: 'RewordNote',
  input: { note: 'a', title, version },
  seen: { title: seen },
});
const addNote = (title: string) => ({ change: 'AddNote', input: { item: 'i', kind: 'IDEA', title }, seen: undefined });
const states = (outbox: Outbox) => outbox.edits().map(({ state }) => state);

describe('what waits for the hub', () => {
  it('is sent in the order in which it was made', async () => {
    const hub = aHub();
    hub.line = 'cut';
    const outbox = boxOver(hub);
    for (const title of ['一', '二', '三']) outbox.add(addNote(title), undefined);
    await outbox.flush();
    expect(states(outbox)).toEqual(['waiting', 'waiting', 'waiting']);
    hub.line = 'up';
    await outbox.flush();
    expect(hub.effects).toEqual(['+一', '+二', '+三']);
    expect(states(outbox)).toEqual(['sent', 'sent', 'sent']);
    outbox.clearSent();
    expect(outbox.edits()).toEqual([]);
  });

  it('takes effect once, though its first try did arrive', async () => {
    const hub = aHub();
    const outbox = boxOver(hub);
    hub.line = 'answers get lost';
    outbox.add(addNote('一度だけ'), 'key-of-the-first-try');
    await outbox.flush();
    hub.line = 'up';
    await outbox.flush();
    expect([hub.effects, states(outbox)]).toEqual([['+一度だけ'], ['sent']]);
  });

  it('tells whoever made it when it has landed', async () => {
    const heard: unknown[] = [];
    const outbox = boxOver(aHub());
    outbox.add(addNote('聞こえた'), undefined, (answer) => heard.push(answer));
    await outbox.flush();
    expect(heard).toEqual(['+聞こえた']);
  });

  it('is no conflict with what the same desk wrote before it', async () => {
    const hub = aHub();
    const outbox = boxOver(hub);
    outbox.add(reword('一', 'はじめ'), undefined);
    outbox.add(reword('二', '一'), undefined);
    await outbox.flush();
    expect([hub.row.title, states(outbox)]).toEqual(['二', ['sent', 'sent']]);
  });

  it('is sent on top of another version that changed nothing of what the person saw', async () => {
    const hub = aHub();
    hub.row.version = 5;
    const outbox = boxOver(hub);
    outbox.add(reword('一', 'はじめ'), undefined);
    await outbox.flush();
    expect([hub.row.title, states(outbox)]).toEqual(['一', ['sent']]);
  });
});

describe('what has met a change of somebody else', () => {
  function met() {
    const hub = aHub('ほかの人');
    hub.row.version = 2;
    const kept = aDrawer();
    const outbox = boxOver(hub, kept.drawer);
    outbox.add(reword('わたし', 'はじめ'), undefined);
    outbox.add(reword('そのつぎ', 'わたし'), undefined);
    outbox.add(addNote('べつの行'), undefined);
    return { hub, outbox, kept };
  }

  it('stands still with what follows it on the row, and lets the other rows pass', async () => {
    const { hub, outbox } = met();
    await outbox.flush();
    expect(states(outbox)).toEqual(['conflict', 'waiting', 'sent']);
    expect([hub.row.title, hub.effects]).toEqual(['ほかの人', ['+べつの行']]);
    expect(outbox.edits()[0]?.conflict).toMatchObject({ current: { title: 'ほかの人' }, yours: { title: 'わたし' } });
  });

  it('is written over the other version only when the person says so, and what followed it stands on top', async () => {
    const { hub, outbox } = met();
    await outbox.flush();
    outbox.settle(outbox.edits()[0]?.id ?? '', 'rewrite');
    await outbox.flush();
    expect([hub.row.title, states(outbox)]).toEqual(['そのつぎ', ['sent', 'sent', 'sent']]);
  });

  it('is let go of when the person keeps the other version, and what followed it is asked about again', async () => {
    const { hub, outbox } = met();
    await outbox.flush();
    outbox.settle(outbox.edits()[0]?.id ?? '', 'keep');
    await outbox.flush();
    expect([hub.row.title, states(outbox)]).toEqual(['ほかの人', ['conflict', 'sent']]);
  });
});

describe('what is kept in the browser', () => {
  it('is what has not arrived, and is sent by the next page', async () => {
    const hub = aHub();
    const { rows, drawer } = aDrawer();
    const outbox = boxOver(hub, drawer);
    hub.line = 'answers get lost';
    outbox.add(addNote('一'), undefined);
    outbox.add(addNote('二'), undefined);
    await outbox.flush();
    expect(rows.size).toBe(2);
    hub.line = 'up';
    const next = boxOver(hub, drawer);
    await next.load();
    await next.flush();
    expect([hub.effects, rows.size]).toEqual([['+一', '+二'], 0]);
  });

  it('goes when it is discarded', async () => {
    const { rows, drawer } = aDrawer();
    const outbox = boxOver(aHub(), drawer);
    outbox.add(addNote('一'), undefined);
    outbox.discard(outbox.edits()[0]?.id ?? '');
    expect([rows.size, outbox.edits()]).toEqual([0, []]);
  });

  it('goes when the sign-in has ended; the page still holds it for the same person', async () => {
    const hub = aHub();
    const { rows, drawer } = aDrawer();
    const outbox = boxOver(hub, drawer);
    hub.line = 'signed out';
    outbox.add(addNote('一'), undefined);
    await outbox.flush();
    expect([rows.size, outbox.ended(), states(outbox)]).toEqual([0, true, ['waiting']]);
    hub.line = 'up';
    await outbox.flush();
    expect([hub.effects, outbox.ended()]).toEqual([['+一'], false]);
  });

  it('is no word of a line that is held back, whether it was when the edit was made or has been since, nor ever after', async () => {
    const hub = aHub();
    hub.line = 'cut';
    const { rows, drawer } = aDrawer();
    const outbox = boxOver(hub, drawer);
    outbox.watch(() => true);
    outbox.add(reword('結城野さんを訪ねる', 'はじめ'), undefined);
    await outbox.flush();
    expect([rows.size, outbox.onlyHere(), states(outbox)]).toEqual([0, 1, ['waiting']]);
    outbox.watch(() => false);
    outbox.add(addNote('ほか'), undefined);
    await outbox.flush();
    expect([JSON.stringify([...rows.values()]), outbox.onlyHere()]).toEqual([expect.not.stringContaining('結城野さん'), 1]);
    outbox.watch(() => true);
    expect([rows.size, outbox.onlyHere()]).toEqual([0, 2]);
    hub.line = 'up';
    await outbox.flush();
    expect([hub.effects, rows.size, outbox.onlyHere()]).toEqual([['結城野さんを訪ねる', '+ほか'], 0, 0]);
  });

  it('is taken back once, however often somebody comes back to the page', async () => {
    const hub = aHub();
    hub.line = 'cut';
    const { drawer } = aDrawer();
    boxOver(hub, drawer).add(addNote('一'), undefined);
    const outbox = boxOver(hub, drawer);
    await Promise.all([outbox.load(), outbox.load()]);
    await outbox.load();
    expect(states(outbox)).toEqual(['waiting']);
  });
});

describe('what is half written', () => {
  it('is kept but of a line that is held back, or that is by the time', () => {
    const { rows, drawer } = aDrawer();
    const drafts = new Drafts(drawer);
    drafts.put('note:a', { typed: '訪ねる', base: { id: 'a', held: null } });
    drafts.put('note:b', { typed: '結城野さん', base: { id: 'b', held: 'PARKED' } });
    expect([...rows.keys()]).toEqual(['note:a']);
    drafts.watch((row) => row === 'a');
    expect([rows.size, drafts.get('note:a')]).toEqual([0, { typed: '訪ねる', base: { id: 'a', held: null } }]);
    drafts.watch(() => false);
    drafts.put('note:a', { typed: '訪ねた', base: { id: 'a', held: null } });
    expect(rows.size).toBe(0);
    drafts.drop('note:a');
    drafts.put('note:a', { typed: '別のこと', base: { id: 'a', held: null } });
    expect(rows.size).toBe(1);
  });

  it('is counted where it would go with the window, and read from the browser once', async () => {
    const { rows, drawer } = aDrawer();
    rows.set('note:a', { typed: '前の控え' });
    const drafts = new Drafts(drawer);
    drafts.put('note:a', { typed: '書き足した控え' });
    await Promise.all([drafts.load(), drafts.load()]);
    expect(drafts.get('note:a')).toEqual({ typed: '書き足した控え' });
    drafts.put('note:b', { typed: '結城野さん', base: { id: 'b', held: 'PARKED' } });
    expect(drafts.onlyHere()).toBe(1);
    const ofCases = new Drafts(nothingKept);
    ofCases.put('chair', true);
    ofCases.put('quick:i', '書きかけ');
    expect(ofCases.onlyHere()).toBe(1);
    ofCases.empty();
    expect([ofCases.onlyHere(), ofCases.get('quick:i')]).toEqual([0, undefined]);
  });
});
