export interface SegmentsProps<value extends string | number> {
  /** Of the group; shown, unless `isQuiet`. */
  label: string
  isQuiet?: boolean
  name: string
  choices: readonly { label: string; value: value }[]
  value: value | undefined
  onChange: (value: value) => void
}

/** One of a few: radio buttons that look like a segmented control. */
export function Segments<value extends string | number>(props: SegmentsProps<value>) {
  const { label, isQuiet, name, choices, value, onChange } = props
  return (
    <fieldset className="segments">
      <legend className={isQuiet ? 'visually-hidden' : undefined}>{label}</legend>
      <div>
        {choices.map((choice) => (
          <label key={choice.value}>
            <input
              type="radio"
              name={name}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <bdi>{choice.label}</bdi>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
