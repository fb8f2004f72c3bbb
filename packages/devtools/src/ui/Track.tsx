'use client'

import type { AuthClient, SessionSnapshot } from '@takokit/core'
import { useGlidingNow } from '../hooks/useGlidingNow.ts'
import type { Lane } from '../log/Lane.ts'

export interface TrackProps {
  client: AuthClient
  lane: Lane
  snapshot: SessionSnapshot
  nowAt: number
  /** What it says to those who do not see it. */
  label: string
}

/** The lifetimes of a session's tokens: a bar each, a mark for what happened, a line for now. */
export function Track({ client, lane, snapshot, nowAt: secondAt, label }: TrackProps) {
  const nowAt = useGlidingNow(client['~engine'].platform.now, secondAt)
  const isSignedIn = snapshot.status === 'signedIn'
  const expiresAt = isSignedIn ? snapshot.expiresAt : undefined
  const nextAt = isSignedIn ? snapshot.nextRefreshAt : undefined
  const lifeMs =
    expiresAt === undefined
      ? 60_000
      : Math.max(expiresAt - (lane.bars.at(-1)?.from ?? nowAt), 10_000)
  // A window of three lifetimes, two of them past.
  const [fromAt, untilAt] = [nowAt - lifeMs * 1.6, nowAt + lifeMs * 1.2]
  const x = (at: number) => Math.min(Math.max(((at - fromAt) / (untilAt - fromAt)) * 600, 0), 600)
  const isInWindow = (at: number) => at >= fromAt
  const marks = (kind: string, height: number, instants: readonly number[]) =>
    instants
      .filter(isInWindow)
      .map((at, index) => (
        <Mark key={`${kind}${at}${index}`} kind={kind} x={x(at)} height={height} />
      ))
  return (
    <svg
      className="track"
      viewBox="0 0 600 56"
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      <line className="ground" x1="0" x2="600" y1="28" y2="28" vectorEffect="non-scaling-stroke" />
      {lane.bars.length === 0 && ghosts}
      {lane.bars.map(({ from, until }, index) => (
        <rect
          key={`${from}${index}`}
          className="bar"
          x={x(from)}
          width={Math.max(x(until) - x(from) - 2, 2)}
          y="14"
          height="28"
          rx="4"
        />
      ))}
      {lane.waits.map(({ from, until }, index) => (
        <rect
          key={`${from}${index}`}
          className="wait"
          x={x(from)}
          width={x(until) - x(from)}
          y="25"
          height="6"
        />
      ))}
      {marks('attempt', 20, lane.attempts)}
      {marks('own', 32, fetchedBy(lane, true))}
      {marks('other', 32, fetchedBy(lane, false))}
      {marks('trouble', 40, lane.troubles)}
      {marks('end', 40, lane.ends)}
      {marks('next', 32, nextAt !== undefined && nextAt > nowAt ? [nextAt] : [])}
      <Mark kind="now" x={x(nowAt)} height={52} />
    </svg>
  )
}

/** Where lifetimes will be, before there is one: they pass as those will. */
const ghosts = (
  <g className="ghosts">
    {[-72, 40, 152, 264, 376, 488, 600].map((x) => (
      <rect
        key={x}
        className="ghost"
        x={x}
        width="108"
        y="14"
        height="28"
        rx="4"
        vectorEffect="non-scaling-stroke"
      />
    ))}
  </g>
)

const fetchedBy = ({ bars }: Lane, isOwn: boolean) =>
  bars.filter((bar) => bar.isOwn === isOwn).map(({ from }) => from)

function Mark({ kind, x, height }: { kind: string; x: number; height: number }) {
  const [top, bottom] = [28 - height / 2, 28 + height / 2]
  return (
    <line className={kind} x1={x} x2={x} y1={top} y2={bottom} vectorEffect="non-scaling-stroke" />
  )
}
