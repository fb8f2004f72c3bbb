import { TakoKitError } from '@takokit/core'
import type { Address } from 'viem'
import { expect, test } from 'vitest'
import type { WalletConnector } from '../wagmi/WalletOption.ts'
import { initialFlowState } from './FlowState.ts'
import { transition } from './transition.ts'

const wallet = { id: 'one', name: 'One' } as WalletConnector
const walletName = 'One'
const address: Address = '0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9'
const reason = 'trigger'
/** The wallet opens a window of its own. */
const asked = transition(initialFlowState, {
  type: 'walletAsked',
  wallet,
  walletName,
  isOpen: false,
  reason,
})

test('default: choose, connect, sign, end', () => {
  const choosing = transition(initialFlowState, { type: 'choiceOffered', reason })
  expect(choosing).toMatchObject({ step: 'choosing', isOpen: true })
  const connecting = transition(choosing, {
    type: 'walletAsked',
    wallet,
    walletName,
    isOpen: true,
    reason,
  })
  expect(connecting).toMatchObject({ step: 'connecting', isOpen: true, wallet })
  const signing = transition(connecting, {
    type: 'signatureAsked',
    wallet,
    walletName,
    address,
    message: 'text',
    reason,
  })
  expect(signing).toMatchObject({ step: 'signing', wallet, address, message: 'text' })
  expect(transition(signing, { type: 'ended', reason })).toBe(initialFlowState)
})

test('behavior: a wallet with a window of its own closes ours, and opens it again for the second tap', () => {
  expect(asked.isOpen).toBe(false)
  const ready = transition(asked, { type: 'walletReady', walletName, address, reason })
  expect(ready).toMatchObject({ step: 'ready', isOpen: true, wallet, address })
})

test('behavior: a link to scan opens the dialog', () => {
  expect(transition(asked, { type: 'uriShown', uri: 'wc:1', reason })).toMatchObject({
    isOpen: true,
    uri: 'wc:1',
    step: 'connecting',
  })
})

test.each(['wallet/rejected', 'sign-in/cancelled'] as const)('behavior: %s is no alarm', (code) => {
  const error = new TakoKitError(code, '')
  const signing = { ...initialFlowState, step: 'signing' as const, isOpen: true, wallet }
  expect(transition(signing, { type: 'failed', error, reason })).toEqual({
    ...initialFlowState,
    error,
  })
})

test('behavior: other failures stay where they happened', () => {
  const error = new TakoKitError('wallet/wrong-account', '')
  const signing = { ...initialFlowState, step: 'signing' as const, isOpen: true, wallet, address }
  expect(transition(signing, { type: 'failed', error, reason })).toMatchObject({
    step: 'failed',
    isOpen: true,
    wallet,
    address,
    error,
  })
})

test('behavior: nothing new is the same object', () => {
  expect(transition(initialFlowState, { type: 'ended', reason })).toBe(initialFlowState)
  const open = { ...initialFlowState, isOpen: true }
  expect(transition(open, { type: 'shown', reason })).toBe(open)
})
