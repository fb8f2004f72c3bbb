'use client'

import { Refresh } from '../../dapp/Refresh.tsx'
import { Session } from '../../dapp/Session.tsx'
import { Token } from '../../dapp/Token.tsx'

export function Panel() {
  return (
    <>
      <Session />
      <Token />
      <Refresh />
    </>
  )
}
