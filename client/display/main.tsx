import '@digital-go-jp/design-tokens/dist/tokens.css';
import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import { fontsReady } from '../ui/fonts-ready';
import { applyLook } from '../ui/look';
import './wall.css';
import { Display } from './display';

/** The board's signs live in slices of their own: fetched now, not in the middle of a meeting. */
const SIGNS = '会A1★♥！●▲▶？→◆𠮷';

applyLook();
const root = document.getElementById('root');
// Nothing is painted in another face first: text that changes width under the eyes of a room is worse than a tenth of a second.
if (root) void fontsReady(SIGNS).then(() => createRoot(root).render(<Display />));
