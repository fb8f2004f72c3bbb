import type { Meta, StoryObj } from '@storybook/react-vite'
import { createWorld, type World } from '@takokit/testing'
import { WorldProviders } from '@takokit/testing/react'
import { expect, userEvent, within } from 'storybook/test'
import { createNetworkSwitch } from '../network/createNetworkSwitch.ts'
import { shadowOf } from '../testing/shadowOf.ts'
import { FloatingDevtools } from './FloatingDevtools.tsx'

const meta = {
  title: 'Devtools/TakoDevtools',
  component: FloatingDevtools,
  // The time passes in it: no two pictures are the same.
  parameters: { layout: 'fullscreen', looks: [] },
} satisfies Meta<typeof FloatingDevtools>

export default meta

/** The panel of a page in development, with everything that it can be given. */
export const Panel: StoryObj<typeof meta> = {
  loaders: [
    async () => {
      const world = createWorld({
        wallets: [{ isAuthorized: true }],
        emulator: { tako: { accessLifetimeMs: 60_000 } },
      })
      await world.signInBefore()
      return { world, network: createNetworkSwitch() }
    },
  ],
  args: { initialIsOpen: true },
  render: (args, { loaded }) => {
    const world = loaded.world as World
    const { wallet, emulator, clock } = world
    return (
      <WorldProviders world={world}>
        <FloatingDevtools {...args} {...{ wallet, emulator, clock }} network={loaded.network} />
      </WorldProviders>
    )
  },
  play: async ({ canvasElement }) => {
    const panel = within(shadowOf(canvasElement))
    await expect(await panel.findByTestId('tako-state')).toHaveTextContent('Signed in')
    await userEvent.click(panel.getByRole('button', { name: '1 min later' }))
    await panel.findByText('Renewed the tokens')
    await userEvent.click(panel.getByRole('button', { name: 'Reject the next request' }))
    await panel.findByText('The wallet refuses what it is asked next.')
  },
}
