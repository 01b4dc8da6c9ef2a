import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import type { NoteKind } from '../display/board-document';
import { noteWord } from '../display/note-words';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { isComposing } from '../ui/is-typing';
import { isFitting } from '../ui/text-length';
import { duringWords } from '../words/during-words';
import { offlineWords } from '../words/offline-words';
import { useIsCutOff } from './contact';
import { organizationsLike, type QuickLine, readLine } from './quick-line';
import { QuickPreview } from './quick-preview';
import type { ItemData, Named, SessionData } from './session-data';
import { textLimits } from './text-limits';
import { useAdding } from './use-adding';
import { isTaken } from './use-change';
import { useDraft } from './use-draft';

const words = duringWords.quick;

/** What a line becomes. */
export type QuickKind = 'ACTION' | 'ROLE' | NoteKind;

interface QuickEntryProps {
  readonly item: ItemData;
  readonly session: SessionData;
  readonly organizations: readonly Named[];
  readonly kind: QuickKind;
  readonly choose: (kind: QuickKind) => void;
  /** For the keys that lead here. */
  readonly field: RefObject<HTMLInputElement | null>;
}

/** One line for the recorder: who, what, until when. It shows what it understood, and nothing leaves before Enter; never while an IME composes. */
export function QuickEntry({ item, session, organizations, kind, choose, field }: QuickEntryProps) {
  const id = useId();
  const { draft: line, write: type, drop } = useDraft(`quick:${item.id}`, '');
  const [problem, setProblem] = useState<Problem>();
  const completion = useCompletion(line, type, kind === 'ACTION' || kind === 'ROLE' ? organizations : []);
  const isCutOff = useIsCutOff();
  const adding = useAdding(item.id);
  const kinds: readonly QuickKind[] = ['ACTION', 'ROLE', ...session.noteKinds];
  const read: QuickLine =
    kind === 'ACTION' || kind === 'ROLE'
      ? readLine(line, organizations)
      : { title: line.trim(), organization: null, unclear: null, dueOn: null };
  const most = kind === 'ACTION' ? textLimits.ActionOrder.title : kind === 'ROLE' ? textLimits.RoleOrder.title : textLimits.NoteOrder.title;
  const ready = isFitting(read.title, most) && read.unclear === null && !(kind === 'ROLE' && read.dueOn);

  const put = async (): Promise<void> => {
    if (!ready || adding.busy) return;
    const entry = { title: read.title, organization: read.organization?.id ?? null };
    const outcome =
      kind === 'ACTION'
        ? await adding.action({ ...entry, dueOn: read.dueOn })
        : kind === 'ROLE'
          ? await adding.role(entry)
          : await adding.note(kind, read.title);
    setProblem(outcome.done ? undefined : outcome.problem);
    if (isTaken(outcome)) drop();
  };
  const turn = (by: number): void => {
    const next = kinds[(kinds.indexOf(kind) + by + kinds.length) % kinds.length];
    if (next) choose(next);
  };
  const press = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (isComposing(event.nativeEvent) || event.altKey || event.metaKey) return;
    if (completion.press(event.key)) event.preventDefault();
    else act(event);
  };
  const act = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter') void put();
    else if (event.key === 'ArrowDown') turn(1);
    else if (event.key === 'ArrowUp') turn(-1);
    else if (event.key === 'Escape') field.current?.blur();
    else return;
    event.preventDefault();
  };
  return (
    <section className="panel quick" aria-label={words.title}>
      <div className="quick-line">
        <label htmlFor={`${id}-kind`} className="visually-hidden">
          {words.kind}
        </label>
        <select id={`${id}-kind`} className="input quick-kind" value={kind} onChange={(event) => choose(event.target.value as QuickKind)}>
          {kinds.map((one) => (
            <option key={one} value={one}>
              {kindWord(session, one)}
            </option>
          ))}
        </select>
        <div className="quick-field">
          <input
            ref={field}
            id={id}
            className="input"
            role="combobox"
            aria-label={words.label(kindWord(session, kind))}
            aria-autocomplete="list"
            aria-expanded={completion.offered.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={completion.offered.length > 0 ? `${id}-${completion.active}` : undefined}
            aria-describedby={`${id}-read`}
            autoComplete="off"
            placeholder={kind === 'ACTION' ? words.example : kind === 'ROLE' ? words.exampleRole : words.exampleNote}
            value={line}
            onChange={(event) => {
              type(event.target.value);
              setProblem(undefined);
            }}
            onKeyDown={press}
          />
          <div
            id={`${id}-list`}
            role="listbox"
            aria-label={words.offered}
            className="quick-offers"
            hidden={completion.offered.length === 0}
          >
            {completion.offered.map((one, index) => (
              // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the field's
              <div
                key={one.id}
                id={`${id}-${index}`}
                role="option"
                tabIndex={-1}
                aria-selected={index === completion.active}
                className="option"
                onClick={() => {
                  completion.take(one);
                  field.current?.focus();
                }}
              >
                {one.name}
              </div>
            ))}
          </div>
        </div>
        <Button weight="main" isPending={adding.busy} isIdle={!ready} onPress={() => void put()}>
          {isCutOff ? offlineWords.keep : session.projected ? words.put : words.write}
        </Button>
      </div>
      <QuickPreview id={`${id}-read`} kind={kind} word={kindWord(session, kind)} line={read} most={most} problem={problem} />
    </section>
  );
}

function kindWord(session: SessionData, kind: QuickKind): string {
  return kind === 'ACTION' || kind === 'ROLE' ? words.kinds[kind] : noteWord(session, kind);
}

interface Completion {
  readonly offered: readonly Named[];
  readonly active: number;
  readonly take: (one: Named) => void;
  /** Whether the key was the list's. */
  readonly press: (key: string) => boolean;
}

/** Offers organisations for the word after ＠ at the end of the line. */
function useCompletion(line: string, type: (line: string) => void, organizations: readonly Named[]): Completion {
  const [at, move] = useState({ line: '', active: 0 });
  const [closed, close] = useState('');
  const typed = /[@＠]([^\s@＠]*)$/u.exec(line);
  const offered = typed && closed !== line ? organizationsLike(typed[1] ?? '', organizations) : [];
  const active = at.line === line ? at.active : 0;
  const take = ({ name }: Named): void => type(`${line.slice(0, typed?.index)}@${name} `);
  const press = (key: string): boolean => {
    const one = offered[active];
    if (!one) return false;
    if (key === 'ArrowDown' || key === 'ArrowUp') {
      move({ line, active: (active + (key === 'ArrowDown' ? 1 : -1) + offered.length) % offered.length });
      return true;
    }
    if (key === 'Enter' || key === 'Tab') take(one);
    else if (key === 'Escape') close(line);
    else return false;
    return true;
  };
  return { offered, active, take, press };
}
