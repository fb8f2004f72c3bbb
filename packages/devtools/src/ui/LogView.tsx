'use client'

import type { AuthClient } from '@takokit/core'
import { useState } from 'react'
import { useEntries } from '../hooks/useEntries.ts'
import { toText } from '../log/toText.ts'
import type { LogEntry } from '../types/LogEntry.ts'
import { formatClock } from '../words/formatClock.ts'
import { sentenceOf } from '../words/sentenceOf.ts'
import { shorten } from '../words/shorten.ts'
import { tabName } from '../words/tabName.ts'

export interface LogViewProps {
  client: AuthClient
  provider?: string | undefined
}

/** The events of all tabs, newest first, with a filter and a button that copies them. */
export function LogView({ client, provider }: LogViewProps) {
  const [filter, setFilter] = useState('')
  const [isCopied, setCopied] = useState(false)
  const entries = useEntries(client, { provider })
  const isWanted = (entry: LogEntry) =>
    textOf(entry, client.tabId).toLowerCase().includes(filter.trim().toLowerCase())
  const shown = filter.trim() ? entries.filter(isWanted) : entries

  async function copy() {
    try {
      await navigator.clipboard.writeText(toText(shown))
      setCopied(true)
    } catch {
      // The browser refuses it, or has no clipboard on an insecure origin.
      setCopied(false)
    }
  }

  return (
    <div className="log">
      {entries.length > 0 && (
        <div className="row">
          <input
            type="search"
            aria-label="Filter the events"
            placeholder="Filter"
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          />
          <button type="button" onClick={() => void copy()} onBlur={() => setCopied(false)}>
            {isCopied ? 'Copied' : 'Copy'}
          </button>
        </div>
      )}
      <ol className="list" aria-label="What happened, newest first" tabIndex={0}>
        {shown.toReversed().map((entry) => (
          <li key={entry.id}>
            <time dateTime={new Date(entry.event.at).toISOString()}>
              {formatClock(entry.event.at)}
            </time>
            <span>
              {provider === undefined && <b>{entry.event.provider} </b>}
              {sentenceOf(entry.event)}
            </span>
            <small>{placeOf(entry, client.tabId)}</small>
          </li>
        ))}
        {shown.length === 0 && (
          <li className="quiet">
            {entries.length === 0
              ? 'Press Sign in: each step of the session is written here.'
              : 'No event is like that.'}
          </li>
        )}
      </ol>
    </div>
  )
}

const placeOf = ({ tab, event: { account } }: LogEntry, own: string) =>
  [tabName(tab, own), account && shorten(account)].filter(Boolean).join(' · ')

/** Everything of an entry that can be looked for. */
const textOf = (entry: LogEntry, own: string) =>
  `${sentenceOf(entry.event)} ${placeOf(entry, own)} ${Object.values(entry.event).join(' ')}`
