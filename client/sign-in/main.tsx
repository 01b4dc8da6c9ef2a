import '@digital-go-jp/design-tokens/dist/tokens.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import '../ui/fonts.css';
import { wholeFace } from '../ui/fonts-ready';
import '../ui/theme.css';
import '../ui/controls.css';
import './sign-in.css';
import { UnlessLeft } from '../app/left-desk';
import { signInWords as words } from '../words/sign-in-words';
import { Account } from './account';
import { SignIn } from './sign-in';

const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <UnlessLeft>
        <header className="masthead">
          <a href="/" className="brand">
            {words.name}
          </a>
        </header>
        <main>{location.pathname === '/account' ? <Account /> : <SignIn />}</main>
      </UnlessLeft>
    </StrictMode>,
  );
  void wholeFace();
}
