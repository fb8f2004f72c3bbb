import { hueOf } from '../session/hueOf.ts'
import { initialOf } from '../wagmi/initialOf.ts'

/** What stands for a wallet without a picture: its first letter, on a colour that follows from its name. */
export function WalletTile({ name }: { name: string }) {
  // Dark enough for white in every hue: 4.5 to 1.
  const background = `hsl(${hueOf(name)} 45% 36%)`
  return (
    <span aria-hidden="true" style={{ background, color: '#fff' }}>
      {initialOf(name)}
    </span>
  )
}
