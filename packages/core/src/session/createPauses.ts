import type { Pauses } from '../refresh/Pauses.ts'
import type { Platform } from '../types/Platform.ts'

export function createPauses(platform: Pick<Platform, 'setTimer'>): Pauses {
  const finishers = new Set<() => void>()
  return {
    pause: (delayMs) =>
      new Promise((resolve) => {
        const finish = () => {
          stop()
          finishers.delete(finish)
          resolve()
        }
        const stop = platform.setTimer(finish, delayMs)
        finishers.add(finish)
      }),
    wake() {
      for (const finish of [...finishers]) finish()
    },
  }
}
