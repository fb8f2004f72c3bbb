import type { Preview } from '@storybook/react-vite'
import { useEffect } from 'react'
import { themes } from 'storybook/theming'
import { languages } from '../packages/react/src/strings/languages/languages.ts'
import '../packages/react/src/styles/styles.css'
import './preview.css'
import './fonts.css'
import './looks.ts'

const locales = ['en', ...Object.keys(languages)]

// As the reader's system is; the toolbar chooses otherwise.
const isDark = matchMedia('(prefers-color-scheme: dark)').matches

export default {
  parameters: {
    a11y: { test: 'error' },
    docs: { theme: isDark ? themes.dark : themes.light },
    controls: { expanded: true },
    layout: 'centered',
    options: {
      storySort: {
        order: ['Start here', 'TakoSignIn', 'Headless', 'Theming', 'Localization', 'Errors'],
      },
    },
  },
  globalTypes: {
    theme: {
      description: 'Theme',
      toolbar: { icon: 'contrast', items: ['light', 'dark', 'system'], dynamicTitle: true },
    },
    direction: {
      description: 'Direction',
      toolbar: { icon: 'transfer', items: ['ltr', 'rtl'], dynamicTitle: true },
    },
    locale: {
      description: 'Language',
      toolbar: { icon: 'globe', items: locales, dynamicTitle: true },
    },
  },
  initialGlobals: { theme: 'system', direction: 'ltr', locale: 'en' },
  afterEach: async (story) => {
    await globalThis.takokitLookAround?.(story)
  },
  decorators: [
    (Story, { globals }) => {
      const { theme, direction, locale } = globals
      useEffect(() => {
        const { documentElement: root } = document
        root.dataset.takokitTheme = theme
        root.dir = direction
        root.lang = locale
      }, [theme, direction, locale])
      return <Story />
    },
  ],
} satisfies Preview
