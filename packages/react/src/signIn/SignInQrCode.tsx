'use client'

import { forwardRef, useCallback, useEffect, useState } from 'react'
import { useAuthContext } from '../auth/useAuthContext.ts'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useLazy } from '../utils/useLazy.ts'
import { useStrings } from '../strings/useStrings.ts'
import { loadQrCode } from './loadQrCode.ts'
import { QrLogo } from './QrLogo.tsx'
import { useSignInContext } from './useSignInContext.ts'

export type SignInQrCodeState = { missing: boolean }
export type SignInQrCodeProps = PartProps<'svg', SignInQrCodeState>

/** The link to a wallet on another device, as a QR code. If the code cannot be loaded, a `<div>` that says so. */
export const SignInQrCode = forwardRef<SVGSVGElement, SignInQrCodeProps>(
  function SignInQrCode(props, ref) {
    const { uri } = useSignInContext().state
    const { scanTitle, scanHint, notLoaded, tryAgain } = useStrings()
    const { say } = useAuthContext()
    useEffect(() => {
      if (uri) say({ text: `${scanTitle}. ${scanHint}` })
    }, [uri, say, scanTitle, scanHint])
    const [tries, setTries] = useState(1)
    const [isMissing, setMissing] = useState(false)
    const load = useCallback(
      () => loadQrCode().then(({ drawQrCode }) => drawQrCode(uri ?? '')),
      [uri],
    )
    const code = useLazy(load, uri && tries, () => setMissing(true))
    if (!uri) return null
    if (!code) {
      if (!isMissing) return null
      const children = (
        <>
          <p role="alert">{notLoaded}</p>
          <button type="button" onClick={() => setTries(tries + 1)}>
            {tryAgain}
          </button>
        </>
      )
      return renderPart('div', { children }, props, { missing: true })
    }
    const own = {
      role: 'img',
      'aria-label': scanTitle,
      viewBox: `0 0 ${code.size} ${code.size}`,
      children: (
        <>
          <path d={code.path} fill="currentColor" fillRule="evenodd" />
          <QrLogo {...code.hole} />
        </>
      ),
    }
    return renderPart('svg', own, props, { missing: false }, ref)
  },
)
