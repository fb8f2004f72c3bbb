'use client'

import { forwardRef, useState } from 'react'
import type { WalletConnector, WalletOption } from '../wagmi/WalletOption.ts'
import { askWallet } from '../flow/askWallet.ts'
import { useStrings } from '../strings/useStrings.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { nameOf } from './nameOf.ts'
import { useSignInContext } from './useSignInContext.ts'
import { useWallets } from './useWallets.ts'
import { WalletTile } from './WalletTile.tsx'

export type SignInWalletState = { recent: boolean; installed: boolean }
export type SignInWalletProps = PartProps<'button', SignInWalletState> & { wallet: WalletOption }

/** By its kind: whether it is installed is another question. */
const isExtension = ({ type, id }: WalletConnector) => type === 'injected' && id !== 'injected'

/** Connects this wallet, and continues with the signature if its prompt needs no second tap. */
export const SignInWallet = forwardRef<HTMLButtonElement, SignInWalletProps>(function SignInWallet(
  { wallet, ...props },
  ref,
) {
  const { flow } = useSignInContext()
  const strings = useStrings()
  const wallets = useWallets()
  const first = wallets?.[0]
  // Where all are, it tells nothing.
  const isMixed = wallets?.some(
    ({ connector, isInstalled }) => isExtension(connector) && !isInstalled,
  )
  const { icon, isRecent, isInstalled } = wallet
  const name =
    wallet.id === 'injected' ? (nameOf(wallet.name) ?? strings.browserWallet) : wallet.name
  const [broken, setBroken] = useState<string>()
  const own = {
    type: 'button',
    'data-initial-focus': first?.connector === wallet.connector ? '' : undefined,
    onClick: () => void askWallet(flow, wallet.connector),
    children: (
      <>
        {icon && icon !== broken ? (
          <img src={icon} alt="" referrerPolicy="no-referrer" onError={() => setBroken(icon)} />
        ) : (
          <WalletTile name={name} connector={wallet.connector} />
        )}
        <span>
          <bdi>{name}</bdi>
        </span>
        {(isRecent || (isInstalled && isMixed)) && (
          <small>{isRecent ? strings.recent : strings.installed}</small>
        )}
      </>
    ),
  }
  const state = { recent: isRecent, installed: isInstalled }
  return renderPart('button', own, props, state, ref)
})
