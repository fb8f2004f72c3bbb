import {
  type ComponentType,
  lazy,
  type ReactNode,
  startTransition,
  Suspense,
  useEffect,
  useState,
} from 'react'
import type { ExampleProps } from './ExampleProps.ts'

// The wallet, the emulator and viem load after the text.
const LiveWorld = lazy(() => import('./LiveWorld.tsx'))

/**
 * An example that runs: the component in a world of its own, and below it the file that was run. Without JavaScript the file is
 * all there is.
 */
export function Live({
  example,
  children,
}: {
  example: ComponentType<ExampleProps>
  /** The source, as a block of code. */
  children?: ReactNode
}) {
  const [isHydrated, setHydrated] = useState(false)
  // The text comes first.
  useEffect(() => startTransition(() => setHydrated(true)), [])
  const waiting = <div className="live-stage" aria-hidden="true" />
  return (
    <section className="live" aria-label="Live example">
      <div className="live-world">
        {isHydrated ? (
          <Suspense fallback={waiting}>
            <LiveWorld example={example} />
          </Suspense>
        ) : (
          waiting
        )}
      </div>
      {children}
    </section>
  )
}
