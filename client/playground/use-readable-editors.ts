import { useMonaco } from '@graphiql/react';
import { useEffect } from 'react';

/** GraphiQL asks for a face that no machine of ours has, and behind it for none with Japanese: answers would be boxes where the system has none. */
const FACES = "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'BIZ UDPGothic Common', 'BIZ UDPGothic', monospace";

/** Gives every editor, present and to come, a face in which Japanese can be read. */
export function useReadableEditors(): void {
  const monaco = useMonaco((state) => state.monaco);
  useEffect(() => {
    if (!monaco) return;
    const dress = (editor: { updateOptions(options: { fontFamily: string }): void }): void => editor.updateOptions({ fontFamily: FACES });
    for (const editor of monaco.editor.getEditors()) dress(editor);
    const opening = monaco.editor.onDidCreateEditor(dress);
    return () => opening.dispose();
  }, [monaco]);
}
