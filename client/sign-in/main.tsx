import '@digital-go-jp/design-tokens/dist/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import { wholeFace } from '../ui/fonts-ready';
import '../ui/theme.css';
import '../ui/controls.css';
import './sign-in.css';
import { signInWords as words } from '../words/sign-in-words';
import { Account } from './account';
import { SignIn } from './sign-in';

// Somebody has left this browser (`offline/left.ts`): the console ends their sign-in.
if (localStorage.getItem('marugoto-left') !== null) location.replace('/');
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <header className="masthead">
        <a href="/" className="brand">
          {words.name}
        </a>
      </header>
      <main>{location.pathname === '/account' ? <Account /> : <SignIn />}</main>
    </StrictMode>,
  );
  void wholeFace();
}
