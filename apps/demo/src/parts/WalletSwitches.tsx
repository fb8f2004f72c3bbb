import { useState, useSyncExternalStore } from 'react'
import { wallet } from '../lib/wallet.ts'

const behaviors = [
  {
    value: 'hang',
    label: 'never answers',
    note: 'The next signature is never answered. After 20 s there is help, and Cancel at any time.',
  },
  {
    value: 'hold',
    label: 'answers late',
    note: 'The next request waits in the wallet’s badge. Cancel here, approve there: the late signature is dropped.',
  },
  {
    value: 'wrong-account',
    label: 'signs with another account',
    note: 'The next signature is another account’s. It is caught before anything is sent.',
  },
  {
    value: 'already-pending',
    label: 'has a request open',
    note: 'The next request is told that one is open already.',
  },
  {
    value: 'reject-without-code',
    label: 'rejects, and loses the code',
    note: 'The next request fails with a text only, as some wallets do.',
  },
] as const

/** The test wallet's behaviour: for the next request, and at once. */
export function WalletSwitches() {
  const { controls } = wallet
  const state = useSyncExternalStore(controls.subscribe, () => controls.state)
  const [note, setNote] = useState(
    'It asks before it connects or signs, like any other. Its key is a well-known test key.',
  )
  const other = state.addresses.find((address) => address !== state.address)
  return (
    <div className="misbehave">
      <div className="row">
        {behaviors.map(({ value, label, note: told }) => (
          <button
            key={value}
            type="button"
            className="button small"
            onClick={() => {
              controls.next(value, { method: 'personal_sign' })
              setNote(told)
            }}
          >
            {label}
          </button>
        ))}
        <button
          type="button"
          className="button small"
          aria-disabled={!other}
          onClick={() => other && controls.switchAccount(other)}
        >
          switches the account
        </button>
        <button
          type="button"
          className="button small"
          onClick={() => (state.isLocked ? controls.unlock() : controls.lock())}
        >
          {state.isLocked ? 'unlocks' : 'locks'}
        </button>
      </div>
      <p className="quiet note" aria-live="polite">
        {note}
      </p>
    </div>
  )
}
