import { tako, type TokenProvider } from '@takokit/core'

/** Tako, with a challenge that the test answers. */
export function challengingProvider() {
  const written: unknown[] = []
  const waiting: (() => void)[] = []
  let requests = 0
  let isHeld = false
  const direct = tako()
  const provider: TokenProvider<'tako'> = {
    ...direct,
    async challenge() {
      const challenge = `challenge ${++requests}`
      if (isHeld) await new Promise<void>((resolve) => waiting.push(resolve))
      return { type: 'ok', challenge }
    },
    createMessage(parameters) {
      written.push(parameters.challenge)
      const { address, issuedAt } = parameters
      return direct.createMessage?.({ address, issuedAt }) ?? ''
    },
  }
  return {
    provider,
    written,
    requests: () => requests,
    hold: () => {
      isHeld = true
    },
    answer: () => {
      isHeld = false
      for (const resolve of waiting.splice(0)) resolve()
    },
  }
}
