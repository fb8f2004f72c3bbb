import { lazy, Suspense, useEffect, useState } from 'react'
import { isEmulated } from './lib/settings.ts'
import { ThemeChoice } from './parts/ThemeChoice.tsx'
import { ProvidersPage } from './pages/ProvidersPage.tsx'
import { SignInPage } from './pages/SignInPage.tsx'

export function App() {
  const page = usePage()
  return (
    <>
      <header className="top">
        <a className="brand" href="#sign-in">
          <img src="/icon.svg" alt="" width="28" height="28" />
          <span>takokit</span>
        </a>
        <nav aria-label="Pages">
          <a href="#sign-in" aria-current={page === 'sign-in' ? 'page' : undefined}>
            Sign in
          </a>
          {isEmulated && (
            <a href="#providers" aria-current={page === 'providers' ? 'page' : undefined}>
              Four providers
            </a>
          )}
          <a href="#own-backend" aria-current={page === 'own-backend' ? 'page' : undefined}>
            Your own backend
          </a>
        </nav>
        <ThemeChoice />
      </header>
      <main>
        <Suspense>{pages[page]}</Suspense>
      </main>
      <footer className="quiet">
        {isEmulated
          ? 'Everything here runs on this machine: the providers are emulated, the signatures are real.'
          : 'Connected to the real Tako by way of this page’s own server.'}
      </footer>
    </>
  )
}

// Has a client of its own, which asks its server as soon as it is loaded.
const OwnBackendPage = lazy(() => import('./pages/OwnBackendPage.tsx'))

const pages = {
  'sign-in': <SignInPage />,
  providers: <ProvidersPage />,
  'own-backend': <OwnBackendPage />,
}

function usePage(): keyof typeof pages {
  const hash = useHash()
  if (hash === '#own-backend') return 'own-backend'
  return hash === '#providers' && isEmulated ? 'providers' : 'sign-in'
}

function useHash(): string {
  const [hash, setHash] = useState(location.hash)
  useEffect(() => {
    const follow = () => setHash(location.hash)
    addEventListener('hashchange', follow)
    return () => removeEventListener('hashchange', follow)
  }, [])
  return hash
}
