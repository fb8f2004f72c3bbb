/** A button's icon, beside its label or instead of it: a wallet, or the spinner. */
export function Picture({ name, d }: { name: 'icon' | 'spinner'; d: string }) {
  return (
    <svg className={`takokit-${name}`} viewBox="0 0 20 20" aria-hidden="true">
      <path d={d} />
    </svg>
  )
}
