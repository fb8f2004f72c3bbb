import { createTakoMessage, parseTakoMessage } from '@takokit/core'
import { perSecond, print, rate } from './rate.ts'

const address = '0x4DD3DB5d0B9aAf0B0a2fBD37a489d2f0e3F234A9'

export async function benchMessage(): Promise<void> {
  const text = createTakoMessage({ address })
  print('createTakoMessage', perSecond(await rate(() => createTakoMessage({ address }))))
  print('parseTakoMessage', perSecond(await rate(() => parseTakoMessage(text))))
}
