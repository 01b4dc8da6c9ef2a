import { useApolloClient, useQuery } from '@apollo/client/react';
import { Link } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { Button } from '../ui/button';
import { useToast } from '../ui/toasts';
import { glassWords } from '../words/protection-words';
import { CloseGlass, type OwnGlass, OwnGlasses } from './glass-documents';
import { useGuarding } from './use-guarding';
import './protection.css';

const words = glassWords.bar;
const MINUTE_MS = 60_000;
const LOOK_MS = 1_000;

/** Over every page while something is open in an emergency: what, for how long still, and the way to end it. */
export function GlassBar() {
  const { data } = useQuery(OwnGlasses, { fetchPolicy: 'cache-and-network' });
  const glasses = data?.ownGlasses ?? [];
  if (glasses.length === 0) return null;
  return (
    <section className="glass-bar" aria-label={words.label}>
      {glasses.map((glass) => (
        <Running key={glass.id} glass={glass} />
      ))}
    </section>
  );
}

function Running({ glass }: { glass: OwnGlass }) {
  const say = useToast();
  const { send } = useGuarding(CloseGlass);
  const minutes = useMinutesLeft(glass.until);
  const close = async (): Promise<void> => {
    if (await send({ glass: glass.id })) say({ sentence: words.closed });
  };
  return (
    <p>
      <span aria-hidden="true">▲</span>
      <strong>{words.running(glass.caseCode, minutes)}</strong>
      {glass.case ? (
        <Link to="/cases/$id" params={{ id: glass.case.id }}>
          {words.show}
        </Link>
      ) : null}
      <Button onPress={() => void close()}>{words.close}</Button>
    </p>
  );
}

/** Minutes that are left, begun ones included. When none is, everything on the page is read anew: it has closed. */
function useMinutesLeft(until: string): number {
  const apollo = useApolloClient();
  const [left, setLeft] = useState(() => Date.parse(until) - Date.now());
  useEffect(() => {
    const timer = setInterval(() => {
      const next = Date.parse(until) - Date.now();
      setLeft(next);
      // A second later, by when the hub has noticed whatever the clocks say.
      if (next > -LOOK_MS) return;
      clearInterval(timer);
      void apollo.refetchQueries({ include: 'active' });
    }, LOOK_MS);
    return () => clearInterval(timer);
  }, [apollo, until]);
  return Math.max(0, Math.ceil(left / MINUTE_MS));
}
