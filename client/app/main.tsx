import { ApolloProvider } from '@apollo/client/react';
import '@digital-go-jp/design-tokens/dist/tokens.css';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { I18nProvider } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import { createApollo } from '../graphql/apollo';
import '../ui/fonts.css';
import '../ui/theme.css';
import '../ui/controls.css';
import { wholeFace } from '../ui/fonts-ready';
import { applyLook } from '../ui/look';
import { Toasts } from '../ui/toasts';
import { ErrorBoundary } from './error-boundary';
import { UnlessLeft } from './left-desk';
import { router } from './router';

applyLook();
const root = document.getElementById('root');
if (root) {
  createRoot(root).render(
    <StrictMode>
      <UnlessLeft>
        <I18nProvider locale="ja-JP">
          <ApolloProvider client={createApollo()}>
            <ErrorBoundary>
              <Toasts>
                <RouterProvider router={router} />
              </Toasts>
            </ErrorBoundary>
          </ApolloProvider>
        </I18nProvider>
      </UnlessLeft>
    </StrictMode>,
  );
  void wholeFace();
}
