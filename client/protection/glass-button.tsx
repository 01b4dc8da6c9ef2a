import { useState } from 'react';
import { useMe } from '../app/use-me';
import { Button } from '../ui/button';
import { glassWords } from '../words/protection-words';
import { GlassDialog } from './glass-dialog';
import { mayBreakGlass } from './may-break-glass';

/** The way to open somebody in an emergency, for those who may: the case on the page, or any by its code. */
export function GlassButton({ one }: { one?: { readonly id: string; readonly code: string } }) {
  const { me } = useMe();
  const [opened, open] = useState(false);
  if (!mayBreakGlass(me)) return null;
  return (
    <>
      <Button onPress={() => open(true)}>{glassWords.open}</Button>
      {opened ? <GlassDialog {...(one ? { one } : {})} close={() => open(false)} /> : null}
    </>
  );
}
