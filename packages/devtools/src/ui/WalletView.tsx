'use client'

import { useWalletRequests } from '../hooks/useWalletRequests.ts'
import type { DevtoolsWallet, WalletRequest } from '../types/DevtoolsWallet.ts'
import { formatClock } from '../words/formatClock.ts'

export interface WalletViewProps {
  wallet: DevtoolsWallet
}

/** The requests to a test wallet, newest first: never what was signed. Those that wait are decided here. */
export function WalletView({ wallet }: WalletViewProps) {
  const { log, pending } = useWalletRequests(wallet)
  const { approve, reject } = wallet.controls
  return (
    <ol className="list" aria-label="The wallet’s requests, newest first" tabIndex={0}>
      {log.toReversed().map((request) => (
        <li key={request.id}>
          <time dateTime={new Date(request.receivedAt).toISOString()}>
            {formatClock(request.receivedAt)}
          </time>
          <span>
            {request.method}
            <small>{outcomeOf(request)}</small>
            {pending.includes(request.id) && (
              <span className="row">
                <button type="button" onClick={() => approve(request.id)}>
                  Approve
                </button>
                <button type="button" onClick={() => reject(request.id)}>
                  Reject
                </button>
              </span>
            )}
          </span>
        </li>
      ))}
      {log.length === 0 && <li className="quiet">No request yet.</li>}
    </ol>
  )
}

function outcomeOf({ outcome, errorCode, isPrompt }: WalletRequest): string {
  const end = { open: 'open', answered: 'answered', failed: `failed: ${errorCode ?? 'no code'}` }
  return isPrompt ? `asked the user · ${end[outcome]}` : end[outcome]
}
