import { useAuthContext } from '../auth/useAuthContext.ts'
import { toWalletOption } from '../wagmi/toWalletOption.ts'
import { useSignInContext } from './useSignInContext.ts'
import { glyphOf } from './glyphOf.ts'

/** The wallet's icon in the middle of its code. */
export function QrLogo({ at, size }: { at: number; size: number }) {
  const { icons } = useAuthContext()
  const { wallet } = useSignInContext().state
  if (!wallet) return null
  const { icon } = toWalletOption(wallet, undefined, undefined, icons)
  const box = { x: at + 0.5, y: at + 0.5, width: size - 1, height: size - 1 }
  if (icon) return <image {...box} href={icon} />
  const glyph = glyphOf(wallet)
  if (!glyph) return null
  return (
    <>
      <rect {...box} rx={size / 5} fill={glyph.colour} />
      <svg {...box} viewBox="-5 -5 30 30">
        <path d={glyph.path} fill="none" stroke="#fff" strokeWidth={1.5} strokeLinejoin="round" />
      </svg>
    </>
  )
}
