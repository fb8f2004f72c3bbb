import { useState } from 'react'
import { siteData } from '../lib/siteData.ts'

const themes = ['system', 'light', 'dark'] as const
type Theme = (typeof themes)[number]
const storage = siteData('localStorage')
const root = document.documentElement

function apply(theme: Theme): void {
  root.dataset.theme = theme
  root.dataset.takokitTheme = theme
  storage.setItem('demo:theme', theme)
}

function initial(): Theme {
  const wanted = new URLSearchParams(location.search).get('theme') ?? storage.getItem('demo:theme')
  return themes.find((theme) => theme === wanted) ?? 'system'
}

apply(initial())
root.dir = new URLSearchParams(location.search).get('dir') === 'rtl' ? 'rtl' : 'ltr'

/** Light, dark, or the system's theme. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(initial)
  return (
    <label className="theme">
      <span className="visually-hidden">Theme</span>
      <select
        value={theme}
        onChange={(event) => {
          const next = event.target.value as Theme
          apply(next)
          setTheme(next)
        }}
      >
        {themes.map((name) => (
          <option key={name} value={name}>
            {name[0]?.toUpperCase() + name.slice(1)}
          </option>
        ))}
      </select>
    </label>
  )
}
