/** What a button shows beside its words or in their place: a wallet, or that it waits. */
export function Picture({ name, d }: { name: 'icon' | 'spinner'; d: string }) {
  return (
    <svg className={`takokit-${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={d} />
    </svg>
  )
}
