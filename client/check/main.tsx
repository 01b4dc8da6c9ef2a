import '@digital-go-jp/design-tokens/dist/tokens.css';
import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import { fontsReady } from '../ui/fonts-ready';
import { Check } from './check';
import './check.css';
import { rareCharacters } from './findings';

const root = document.getElementById('root');
// The faces first: what this machine lacks is only seen once they are here.
if (root) void fontsReady(rareCharacters.join('')).then(() => createRoot(root).render(<Check />));
