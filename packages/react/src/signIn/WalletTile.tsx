import type { WalletConnector } from '../wagmi/WalletOption.ts'
import { glyphOf } from './glyphOf.ts'
import { hueOf } from '../session/hueOf.ts'
import { initialOf } from '../wagmi/initialOf.ts'

/** The icon of a wallet without an image: drawn, or its first letter on a colour derived from its name. */
export function WalletTile({ name, connector }: { name: string; connector?: WalletConnector }) {
  const glyph = connector && glyphOf(connector)
  // Dark enough for white text in every hue: 4.5 to 1.
  const background = glyph?.colour ?? `hsl(${hueOf(name)} 45% 36%)`
  return (
    <span aria-hidden="true" style={{ background, color: '#fff' }}>
      {glyph ? (
        <svg className="takokit-icon" viewBox="0 0 20 20">
          <path d={glyph.path} />
        </svg>
      ) : (
        initialOf(name)
      )}
    </span>
  )
}
