import type { Meta, StoryObj } from '@storybook/react-vite'
import type { ReactNode } from 'react'
import { screen, userEvent } from 'storybook/test'
import { pseudoStrings } from '../strings/pseudoStrings.ts'
import { inWorld, renderIn, threeWallets } from '../testing/storyWorld.tsx'
import { TakoSignIn } from './TakoSignIn.tsx'
import './looks.css'

const meta = {
  title: 'Theming/Looks',
  component: TakoSignIn,
  parameters: { looks: ['light', 'dark'] },
  loaders: [inWorld({ wallets: [{ name: 'Harbour', isAuthorized: true, approval: 'manual' }] })],
  render: (args, context) => renderIn(() => <TakoSignIn {...args} />, context),
} satisfies Meta<typeof TakoSignIn>

export default meta
type Story = StoryObj<typeof TakoSignIn>

const framed = (className: string): NonNullable<Story['render']> =>
  function Framed(args, context) {
    const frame = (children: ReactNode) => <div className={className}>{children}</div>
    return renderIn(() => frame(<TakoSignIn {...args} />), context)
  }
const confirm: NonNullable<Story['play']> = async () => {
  await userEvent.click(await screen.findByRole('button', { name: 'Sign in' }))
  await screen.findByRole('heading', { name: /^Confirm in .Harbour.$/ })
}

export const Violet: Story = { render: framed('look-violet'), play: confirm }
export const PaleAccent: Story = { render: framed('look-pale') }
export const MiddlingAccent: Story = { render: framed('look-middling') }
export const Square: Story = {
  render: framed('look-square'),
  play: confirm,
  parameters: { looks: ['light'] },
}
export const Pill: Story = { render: framed('look-pill'), parameters: { looks: ['light'] } }

export const RightToLeft: Story = {
  parameters: { looks: ['rtl'] },
  loaders: [inWorld({ wallets: threeWallets, canScan: true })],
  globals: { direction: 'rtl', locale: 'ar' },
  play: async () => {
    await userEvent.click(await screen.findByRole('button', { name: 'تسجيل الدخول' }))
    await userEvent.click(await screen.findByRole('button', { name: 'Phone wallet' }))
    await screen.findByRole('img', { name: 'امسح الرمز بهاتفك' })
  },
}

export const PseudoLanguage: Story = {
  parameters: { looks: ['light', 'rtl'] },
  args: { strings: pseudoStrings },
  loaders: [inWorld({ wallets: [{ name: 'Harbour', isAuthorized: true, approval: 'manual' }] })],
  play: async () => {
    await userEvent.click(await screen.findByRole('button', { name: pseudoStrings.signIn }))
    await screen.findByText(pseudoStrings.confirmHint)
  },
}
