import { useMe } from '../app/use-me';
import { Button } from '../ui/button';
import { ProblemNote } from '../ui/problem-note';
import { useToast } from '../ui/toasts';
import { protectionWords } from '../words/protection-words';
import type { ProtectionData } from './protection-documents';
import { EndProtection, KeepProtection } from './protection-documents';
import { useGuarding } from './use-guarding';

const words = protectionWords.ending;

type Asked = Pick<ProtectionData, 'id' | 'version' | 'kind' | 'endingAsker' | 'endingReason'>;

/** An end that somebody has asked for: another one ends it, or it is kept. `holds`: those who coordinate only may not keep it. */
export function EndingNote({ protection, holds }: { protection: Asked; holds: boolean }) {
  const say = useToast();
  const { me } = useMe();
  const end = useGuarding(EndProtection);
  const keep = useGuarding(KeepProtection);
  const { id, version, kind, endingAsker, endingReason } = protection;
  if (!endingAsker) return null;
  const input = { protection: id, version };
  const problem = end.problem ?? keep.problem;
  const isMine = endingAsker.id === me?.id;
  return (
    <div className="note">
      <p>{words.asked(endingAsker.name, endingReason ?? '')}</p>
      {problem ? <ProblemNote problem={problem} /> : null}
      <p className="administration-buttons">
        {isMine ? (
          <span className="hint">{words.mine}</span>
        ) : (
          <Button
            weight="main"
            aria-label={words.endOf(kind)}
            onPress={() => void end.send({ input }).then((done) => done && say({ sentence: words.ended }))}
          >
            {words.end}
          </Button>
        )}
        {holds ? (
          <Button
            aria-label={words.keepOf(kind)}
            onPress={() => void keep.send({ input }).then((done) => done && say({ sentence: words.kept }))}
          >
            {words.keep}
          </Button>
        ) : null}
      </p>
    </div>
  );
}
