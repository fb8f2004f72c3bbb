import { Wallet } from '../src/Wallet.tsx'

export default function Home() {
  return <Wallet />
}
