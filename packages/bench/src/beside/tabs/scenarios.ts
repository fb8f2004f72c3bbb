import { setTimeout as pause } from 'node:timers/promises'
import type { PeerTabs } from './openPeerTabs.ts'

/** What happens to the tabs of one session. */
export interface Scenario {
  name: string
  label: string
  tabs: number
  rotations: number
  isHidden?: boolean
  /** Lets one token expire, and returns how many tabs that asked got a valid one. */
  rotate: (stage: PeerTabs) => Promise<number>
  /** How often tabs are asked for a token in the end, at most, and after what pause each. */
  patience?: { times: number; everyMs: number }
}

async function together(stage: PeerTabs): Promise<number> {
  await stage.expire()
  return stage.ask()
}

const counts = [2, 4, 8, 16].map(
  (tabs): Scenario => ({
    name: `together${tabs}`,
    label: `${tabs} tabs together`,
    tabs,
    rotations: 10,
    rotate: together,
  }),
)

export const scenarios: readonly Scenario[] = [
  ...counts,
  {
    name: 'apart',
    label: '8 tabs, each asks 0.7 s after the one before',
    tabs: 8,
    rotations: 2,
    async rotate(stage) {
      await stage.expire()
      const answered = await Promise.all(
        stage.tabs.map(async (tab, index) => {
          await pause(index * 700)
          return stage.ask([tab])
        }),
      )
      return answered.reduce((sum, one) => sum + one, 0)
    },
  },
  {
    name: 'hidden',
    label: '1 visible tab asks, 7 are hidden',
    tabs: 8,
    rotations: 10,
    isHidden: true,
    async rotate(stage) {
      await stage.expire()
      return stage.ask(stage.tabs.slice(0, 1))
    },
  },
  {
    name: 'lost',
    label: '8 tabs, the first answer is lost',
    tabs: 8,
    rotations: 1,
    async rotate(stage) {
      stage.server.loseAnswers(1)
      return together(stage)
    },
    patience: { times: 4, everyMs: 2_000 },
  },
  {
    name: 'limited',
    label: '8 tabs, two 429 with `Retry-After: 2`',
    tabs: 8,
    rotations: 1,
    async rotate(stage) {
      stage.server.limit(2, 2)
      return together(stage)
    },
    patience: { times: 6, everyMs: 2_000 },
  },
  {
    name: 'down',
    label: '8 tabs, 5 s of 500',
    tabs: 8,
    rotations: 1,
    async rotate(stage) {
      stage.server.setDown(true)
      const up = pause(5_000).then(() => stage.server.setDown(false))
      const answered = await together(stage)
      await up
      return answered
    },
    patience: { times: 8, everyMs: 2_000 },
  },
]
