import type { WalletConnector } from '../wagmi/WalletOption.ts'

export interface WalletGlyph {
  /** Behind it, dark enough for white: 4.5 to 1. */
  colour: string
  path: string
}

/** For wagmi's own connectors, which have no image: white, on the colour that users know. */
const glyphs: Record<string, WalletGlyph> = {
  walletConnect: {
    colour: '#1f6fd1',
    path: 'M3.5 7V5A1.5 1.5 0 0 1 5 3.5h2M13 3.5h2A1.5 1.5 0 0 1 16.5 5v2M16.5 13v2a1.5 1.5 0 0 1-1.5 1.5h-2M7 16.5H5A1.5 1.5 0 0 1 3.5 15v-2M7 7h2.5v2.5H7zM11 11.5h2M12.5 7v2M7.5 12.5h1',
  },
  coinbaseWallet: {
    colour: '#0052ff',
    path: 'M10 3.5a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13zM8.25 8.25h3.5v3.5h-3.5z',
  },
  metaMask: {
    colour: '#b8540f',
    path: 'M3.5 3.5 8 7h4l4.5-3.5L15.5 9l1 3.5-1.5 3.5-3-1-1 1.5h-2L8 15l-3 1-1.5-3.5 1-3.5zM7 11l1.5 1M13 11l-1.5 1',
  },
}

/** A drawing for a connector without an image, if there is one. */
export const glyphOf = ({ type }: WalletConnector): WalletGlyph | undefined => glyphs[type]
