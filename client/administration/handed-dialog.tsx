import { useState } from 'react';
import { Button } from '../ui/button';
import { Dialog } from '../ui/dialog';
import { administrationWords } from '../words/administration-words';

const words = administrationWords.handed;

/** Something to hand over, on the screen once and kept nowhere. */
export interface Handed {
  readonly kind: 'link' | 'code' | 'token';
  readonly secret: string;
}

export function HandedDialog({ handed: { kind, secret }, close }: { handed: Handed; close: () => void }) {
  const [isCopied, setCopied] = useState(false);
  const text = kind === 'link' ? `${location.origin}/sign-in#setup=${secret}` : secret;
  const copy = async (): Promise<void> => {
    await navigator.clipboard?.writeText(text);
    setCopied(true);
  };
  return (
    <Dialog title={words.title} close={close}>
      <p>{words[kind]}</p>
      <p>
        <code className="handed" data-handed={kind}>
          {text}
        </code>
      </p>
      <p className="dialog-buttons">
        <Button onPress={() => void copy()}>{isCopied ? words.copied : words.copy}</Button>
        <Button weight="main" onPress={close}>
          {administrationWords.form.close}
        </Button>
      </p>
    </Dialog>
  );
}
