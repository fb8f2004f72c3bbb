import { useRequireAuth } from '@takokit/react'
import { useState } from 'react'

export default function Vote() {
  const requireAuth = useRequireAuth({ orFalse: true })
  const [note, setNote] = useState('You can vote without signing in first.')
  async function vote() {
    setNote((await requireAuth()) ? 'Your vote counts.' : 'You have not voted.')
  }
  return (
    <>
      <button type="button" onClick={() => void vote()}>
        Vote
      </button>
      <p>{note}</p>
    </>
  )
}
