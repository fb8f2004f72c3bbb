import { useEffect, useState } from 'react'
import { isEmulated } from './lib/settings.ts'
import { ThemeChoice } from './parts/ThemeChoice.tsx'
import { ProvidersPage } from './pages/ProvidersPage.tsx'
import { SignInPage } from './pages/SignInPage.tsx'

export function App() {
  const page = useHash() === '#providers' && isEmulated ? 'providers' : 'sign-in'
  return (
    <>
      <header className="top">
        <a className="brand" href="#sign-in">
          takokit
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
        </nav>
        <ThemeChoice />
      </header>
      <main>{page === 'providers' ? <ProvidersPage /> : <SignInPage />}</main>
      <footer className="quiet">
        {isEmulated
          ? 'Everything here runs on this machine: the providers are emulated, the signatures are real.'
          : 'Connected to the real Tako by way of this page’s own server.'}
      </footer>
    </>
  )
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
