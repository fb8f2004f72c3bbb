'use client'

import { forwardRef, useCallback } from 'react'
import type { PartProps } from '../utils/PartProps.ts'
import { renderPart } from '../utils/renderPart.tsx'
import { useLazy } from '../utils/useLazy.ts'
import { useStrings } from '../strings/useStrings.ts'
import { useSignInContext } from './useSignInContext.ts'

export type SignInQrCodeProps = PartProps<'svg'>

/** The link to a wallet on another device, as a code to scan. */
export const SignInQrCode = forwardRef<SVGSVGElement, SignInQrCodeProps>(
  function SignInQrCode(props, ref) {
    const { uri } = useSignInContext().state
    const { scanTitle } = useStrings()
    const load = useCallback(
      () => import('./drawQrCode.ts').then(({ drawQrCode }) => drawQrCode(uri ?? '')),
      [uri],
    )
    const code = useLazy(load, uri !== undefined)
    if (!uri || !code) return null
    const own = {
      role: 'img',
      'aria-label': scanTitle,
      viewBox: `0 0 ${code.size} ${code.size}`,
      shapeRendering: 'crispEdges',
      children: <path d={code.path} fill="currentColor" />,
    }
    return renderPart('svg', own, props, {}, ref)
  },
)
