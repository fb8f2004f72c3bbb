import type { AuthEvent } from '@takokit/core'
import { useGlidingNow } from '../lib/useGlidingNow.ts'
import { sentence } from '../lib/words.ts'

interface Bar {
  from: number
  until: number
  isOwn: boolean
}

/** The lifetimes of a session's tokens: a bar each, a dot for a refresh, a ring for one by another tab, a line for now. */
export function Timeline({
  events,
  expiresAt,
  nextAt,
}: {
  events: readonly AuthEvent[]
  expiresAt: number | undefined
  nextAt: number | undefined
}) {
  const nowAt = useGlidingNow()
  const fetched = events.filter(
    (event) =>
      event.type === 'tokensRefreshed' ||
      event.type === 'sessionStarted' ||
      event.type === 'restored',
  )
  const ends = events.filter((event) => event.type === 'sessionEnded')
  const troubles = events.filter((event) => event.type === 'refreshDeferred')
  const lifeMs =
    expiresAt === undefined ? 60_000 : Math.max(expiresAt - (fetched.at(-1)?.at ?? nowAt), 10_000)
  // A window of three lifetimes, two of them past.
  const fromAt = nowAt - lifeMs * 1.6
  const untilAt = nowAt + lifeMs * 1.2
  const x = (at: number) => Math.min(Math.max(((at - fromAt) / (untilAt - fromAt)) * 600, 0), 600)
  const bars = fetched.map((event, index): Bar => {
    const next = fetched[index + 1]?.at
    const ended = ends.find((end) => end.at > event.at)?.at
    const own = event.type === 'tokensRefreshed' ? event.expiresAt : undefined
    const until = Math.min(
      next ?? Number.POSITIVE_INFINITY,
      ended ?? Number.POSITIVE_INFINITY,
      own ?? expiresAt ?? event.at,
    )
    return { from: event.at, until, isOwn: event.type !== 'tokensRefreshed' || event.isOwn }
  })
  const last = events.at(-1)
  return (
    <svg
      className="timeline"
      viewBox="0 0 600 56"
      preserveAspectRatio="none"
      role="img"
      aria-label={last ? `Latest: ${sentence(last)}` : 'Nothing happened yet'}
    >
      <line
        className="timeline-ground"
        x1="0"
        x2="600"
        y1="28"
        y2="28"
        vectorEffect="non-scaling-stroke"
      />
      {bars.map((bar) => (
        <rect
          key={bar.from}
          className="timeline-bar"
          x={x(bar.from)}
          width={Math.max(x(bar.until) - x(bar.from) - 2, 2)}
          y="14"
          height="28"
          rx="4"
        />
      ))}
      {bars.map((bar) => (
        <Mark key={bar.from} kind={bar.isOwn ? 'own' : 'other'} x={x(bar.from)} height={32} />
      ))}
      {troubles.map((event) => (
        <Mark key={event.at} kind="trouble" x={x(event.at)} height={40} />
      ))}
      {nextAt !== undefined && nextAt > nowAt && <Mark kind="next" x={x(nextAt)} height={32} />}
      <Mark kind="now" x={x(nowAt)} height={52} />
    </svg>
  )
}

function Mark({ kind, x, height }: { kind: string; x: number; height: number }) {
  const [top, bottom] = [28 - height / 2, 28 + height / 2]
  return (
    <line
      className={`timeline-${kind}`}
      x1={x}
      x2={x}
      y1={top}
      y2={bottom}
      vectorEffect="non-scaling-stroke"
    />
  )
}
