import { TakoSignIn } from '@takokit/react'

export default function Header() {
  return <TakoSignIn />
}
