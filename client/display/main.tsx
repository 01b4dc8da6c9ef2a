import '@digital-go-jp/design-tokens/dist/tokens.css';
import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import { fontsReady } from '../ui/fonts-ready';
import { applyLook } from '../ui/look';
import './wall.css';
import { Display } from './display';
import { runDisplay } from './run-display';

applyLook();
// It asks for its board while the faces are on their way.
const running = runDisplay();
const root = document.getElementById('root');
// Nothing is painted in another face first: text that changes width under the eyes of a room is worse than a tenth of a second.
if (root) void fontsReady('会議').then(() => createRoot(root).render(<Display running={running} />));
