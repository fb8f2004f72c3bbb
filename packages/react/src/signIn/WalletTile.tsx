import { hueOf } from '../session/hueOf.ts'
import { initialOf } from '../wagmi/initialOf.ts'

/** The icon of a wallet without an image: its first letter, on a colour derived from its name. */
export function WalletTile({ name }: { name: string }) {
  // Dark enough for white text in every hue: 4.5 to 1.
  const background = `hsl(${hueOf(name)} 45% 36%)`
  return (
    <span aria-hidden="true" style={{ background, color: '#fff' }}>
      {initialOf(name)}
    </span>
  )
}
