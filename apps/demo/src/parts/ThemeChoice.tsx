import { useState } from 'react'
import { siteData } from '../lib/siteData.ts'
import { Segments } from './Segments.tsx'

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

const choices = [
  { value: 'system', label: 'Auto' },
  { value: 'light', label: 'Light' },
  { value: 'dark', label: 'Dark' },
] as const

/** Light, dark, or the system's theme. */
export function ThemeChoice() {
  const [theme, setTheme] = useState(initial)
  return (
    <Segments
      label="Theme"
      isQuiet
      name="theme"
      choices={choices}
      value={theme}
      onChange={(next) => {
        apply(next)
        setTheme(next)
      }}
    />
  )
}
