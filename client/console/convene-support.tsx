import { useNavigate } from '@tanstack/react-router';
import { type FormEvent, useState } from 'react';
import type { Problem } from '../graphql/problem';
import { Button } from '../ui/button';
import { Choice } from '../ui/choice';
import { Dialog } from '../ui/dialog';
import { ProblemNote } from '../ui/problem-note';
import { Skeleton } from '../ui/skeleton';
import { TextField } from '../ui/text-field';
import { isFitting } from '../ui/text-length';
import { appWords } from '../words/app-words';
import { consoleWords } from '../words/console-words';
import { cityDay, eraDate } from '../words/era-date';
import { tableWords } from '../words/table-words';
import { HoursFields } from './hours-fields';
import { ConveneSupport } from './session-changes';
import type { Named } from './session-data';
import { textLimits } from './text-limits';
import { useChange } from './use-change';
import { useColleagues } from './use-colleagues';

const words = tableWords.convene;
const most = textLimits.SupportOrder;

/** Calls a 支援会議 with its closed list of members, and goes to its page. */
export function ConveneSupportDialog({ me, close }: { me: string; close: () => void }) {
  const navigate = useNavigate();
  const [title, setTitle] = useState('');
  const [heldOn, setHeldOn] = useState(cityDay());
  const [hours, setHours] = useState({ startsAt: '', endsAt: '' });
  const [place, setPlace] = useState('');
  const [members, setMembers] = useState<readonly Named[]>([]);
  const [problem, setProblem] = useState<Problem>();
  const [convene, saving] = useChange(ConveneSupport, { tell: false });
  const isComplete = isFitting(title, most.title) && heldOn !== '' && isFitting(place, most.place) && members.length > 0;
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (!isComplete) return;
    const when = { heldOn, ...(hours.startsAt || hours.endsAt ? hours : {}) };
    const order = { title: title.trim(), ...when, place: place.trim(), members: members.map(({ id }) => id) };
    const outcome = await convene(order);
    if (outcome.done) await navigate({ to: '/sessions/$id', params: { id: outcome.answer.conveneSupport } });
    else setProblem(outcome.problem);
  };
  const fault = (field: string): string | undefined => problem?.fields[field];
  return (
    <Dialog title={words.open} wide close={close}>
      <form onSubmit={(event) => void save(event)}>
        <p className="hint">{words.hint}</p>
        <TextField
          label={consoleWords.home.theme}
          hint={words.titleHint}
          value={title}
          onChange={setTitle}
          fault={fault('title')}
          isRequired
          autoFocus
          most={most.title}
        />
        <TextField
          label={consoleWords.home.heldOn}
          type="date"
          hint={heldOn ? eraDate(heldOn) : undefined}
          value={heldOn}
          onChange={setHeldOn}
          fault={fault('heldOn')}
          isRequired
        />
        <HoursFields hours={hours} set={setHours} problem={problem} />
        <TextField label={consoleWords.home.place} value={place} onChange={setPlace} fault={fault('place')} isRequired most={most.place} />
        <MemberList me={me} members={members} setMembers={setMembers} fault={fault('staff') ?? fault('members')} />
        {problem ? <ProblemNote problem={problem} /> : null}
        <div className="dialog-buttons">
          <Button onPress={close}>{appWords.cancel}</Button>
          <Button weight="main" type="submit" isPending={saving} isDisabled={!isComplete}>
            {words.send}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface MemberListProps {
  readonly me: string;
  readonly members: readonly Named[];
  readonly setMembers: (members: readonly Named[]) => void;
  readonly fault?: string;
}

/** The list as it grows; the field empties itself for the next name. */
function MemberList({ me, members, setMembers, fault }: MemberListProps) {
  const colleagues = useColleagues();
  const open = colleagues.filter(({ id }) => id !== me && !members.some((one) => one.id === id));
  const add = (id: string | null): void => {
    const found = open.find((one) => one.id === id);
    if (found) setMembers([...members, found]);
  };
  return (
    <fieldset className="member-list">
      <legend>{words.members}</legend>
      {members.length === 0 ? <p className="hint">{words.nobody}</p> : null}
      <ul className="rows">
        {members.map(({ id, name }) => (
          <li key={id} className="row">
            <span>{name}</span>
            <Button weight="quiet" onPress={() => setMembers(members.filter((one) => one.id !== id))} aria-label={words.takeOff(name)}>
              {tableWords.table.dismiss}
            </Button>
          </li>
        ))}
      </ul>
      {/* Not before there is somebody to choose: a field that is made anew would lose what is being typed. */}
      {colleagues.length === 0 ? (
        <Skeleton lines={1} />
      ) : (
        <Choice
          key={members.length}
          label={words.add}
          none={words.none}
          options={open}
          value={null}
          choose={add}
          fault={fault}
          autoFocus={members.length > 0}
        />
      )}
    </fieldset>
  );
}
