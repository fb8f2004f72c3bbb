import { useTimeline } from '../lib/useTimeline.ts'
import { clock, sentence } from '../lib/words.ts'

/** The events, newest first. */
export function History({ provider }: { provider?: string }) {
  const events = useTimeline(provider).slice(-8).toReversed()
  return (
    <ol className="history" aria-label="What happened, newest first">
      {events.map((event, index) => (
        <li key={`${event.at}-${event.type}-${events.length - index}`}>
          <time>{clock(event.at)}</time> {provider === undefined && <b>{event.provider}</b>}{' '}
          {sentence(event)}
        </li>
      ))}
      {events.length === 0 && (
        <li className="quiet empty">Press Sign in: each step of the session is written here.</li>
      )}
    </ol>
  )
}
